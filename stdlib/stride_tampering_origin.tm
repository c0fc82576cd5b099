/// Tampering before delivery: suppliers, build, signing, production. A model without such elements hears nothing of it.

rule TAM21 "Malicious code comes with {p} from its supplier" : Tampering {
    for process p
    applies when   p.third_party
    mitigated when p.origin_verified
    statement:     "An attacker at the supplier of {p}, or at the place it is fetched from, hides code in a version that looks genuine; the manufacturer builds it in and signs it, and in the field it acts with all rights that {p} has."
    fix:           [OriginVerification]
    advice:        "Keep a bill of materials with origin and version of {p}, verify the supplier's signature, examine what changed, and fetch it from a source of your own; test modules on receipt."
    preconditions: [insider]
    violates:      [imdrf_n60.maint_2, imdrf_n60.integ_2]
    cwe:           [1357, 506]
    capec:         [446, 538]
    catalogue:     ["T20"]
    fleet_wide:    yes
}

test "T20, TAM21: parts made by others" {
    boundary b : DeviceEnclosure {
        process parser : ThirdPartyLibrary { origin_verified: no }
        process modem  : SuppliedModule    { origin_verified: no }
        process vetted : ThirdPartyLibrary { origin_verified: yes }
        process unsaid : ThirdPartyLibrary
        process own    : Firmware          { origin_verified: no }
    }
    expect TAM21 @ b.parser open
    expect TAM21 @ b.modem  open
    expect TAM21 @ b.vetted mitigated
    expect TAM21 @ b.unsaid question
    expect TAM21 @ b.own    absent
}

rule TAM22 "{p} builds malicious code into a genuine release" : Tampering {
    for process p
    applies when   p.builds
    mitigated when p.build_verified
    statement:     "An attacker {p.exposure}, or one inside a developer's account or a supplier, changes source code, a compiler or a build script on {p}, or a package it fetches; what comes out is tested, signed and installed by every device as the manufacturer's own."
    fix:           [ReproducibleBuild]
    advice:        "Keep {p} apart from office and Internet, fix and verify every input, review changes by a second person, and let an independent build confirm the result before it is signed."
    preconditions: [insider]
    violates:      [imdrf_n60.maint_2, imdrf_n60.integ_2]
    cwe:           [1357, 506]
    capec:         [678, 538]
    catalogue:     ["T20"]
    fleet_wide:    yes
}

test "T20, TAM22: the build" {
    boundary site : BuildEnvironment {
        process loose  : BuildSystem    { build_verified: no }
        process strict : BuildSystem    { build_verified: yes }
        process unsaid : BuildSystem
        process wiki   : WebApplication { build_verified: no }
    }
    expect TAM22 @ site.loose  open
    expect TAM22 @ site.strict mitigated
    expect TAM22 @ site.unsaid question
    expect TAM22 @ site.wiki   absent
}

rule TAM23 "Devices leave {c} with something else inside" : Tampering {
    for component c
    applies when   c.manufactures
    mitigated when c.production_verified
    statement:     "Somebody who works at {c}, or an outsider who has got into its network, writes other software into new devices, keeps a copy of their keys or fits another part; manufacturer and hospital take each of them for genuine."
    fix:           [ProductionVerification]
    advice:        "Give {c} only signed images, let keys arise inside the device, count devices and keys, and check software and parts of finished devices with people and equipment that do not belong to {c}."
    preconditions: [insider]
    violates:      [imdrf_n60.maint_2, imdrf_n60.integ_2]
    cwe:           [1357, 506]
    capec:         [438]
    catalogue:     ["T20"]
    fleet_wide:    yes
}

test "T20, TAM23: manufacturing" {
    external maker : ContractManufacturer { production_verified: no }
    boundary factory : ManufacturerSite {
        process writer  : ProvisioningStation { production_verified: no }
        process checked : ProvisioningStation { production_verified: yes }
        process unsaid  : ProvisioningStation
        process planner : DesktopApp          { production_verified: no }
    }
    expect TAM23 @ maker           open
    expect TAM23 @ factory.writer  open
    expect TAM23 @ factory.checked mitigated
    expect TAM23 @ factory.unsaid  question
    expect TAM23 @ factory.planner absent
}

/// That a key is copied is INF04's; here it stays where it is and is used.
rule TAM26 "The signing key in {s} signs what no release contains" : Tampering {
    for store s
    applies when   any d in s.holds where (d is SigningKey)
    mitigated when s.use_approved
    statement:     "Somebody who has got into the release process, or a single person who works in it, has the key in {s} sign software of their own; every device in the field installs it as the manufacturer's, and nobody can take the key's word back."
    fix:           [SigningQuorum]
    advice:        "Keep the key in a hardware security module that signs only what two people release, record each use, and build devices so that they can be moved to another key and refuse the old one."
    preconditions: [insider]
    violates:      [imdrf_n60.maint_7, imdrf_n60.data_4]
    cwe:           [522]
    capec:         [673]
    emb3d:         [213]
    catalogue:     ["T22"]
    fleet_wide:    yes
}

test "T22, TAM26: the signing key and its use" {
    data k : SigningKey
    data o : KeyMaterial
    boundary site : BuildEnvironment {
        process signer : SigningService
        store alone  : SecureElement { holds: [k], use_approved: no }
        store quorum : SecureElement { holds: [k], use_approved: yes }
        store unsaid : SecureElement { holds: [k] }
        store tls    : SecureElement { holds: [o], use_approved: no }
        flow f1: signer <-> alone { carries: [k] }
    }
    expect TAM26 @ site.alone  open
    expect TAM26 @ site.quorum mitigated
    expect TAM26 @ site.unsaid question
    expect TAM26 @ site.tls    absent
}
