/// The manufacturer: how software is built, signed and handed out, and what remote service sees.

/// Comes once a year and on call.
actor technician "Service technician" : ServiceUser { purpose: "Maintains and updates ventilators on site.", controls: [named_technicians] }

extend internet {
    /// Passes technical states on; run by a provider in the manufacturer's name. It has no way back to the hospital.
    external relay "Telemetry relay" : RemoteServiceRelay { purpose: "Takes technical states from hospitals and passes them on." }
}

/// The manufacturer's own premises and cloud account.
boundary manufacturer "Example Medical" : ManufacturerSite {
    /// Builds and releases.
    actor release_engineer "Release engineer" : ReleaseEngineer { controls: [remote_second_factor] }
    /// Looks at fleets of ventilators.
    actor remote_technician "Remote service technician" : RemoteServiceUser { controls: [remote_second_factor] }

    /// Kept apart from the office network.
    boundary build "Build environment" : BuildEnvironment {
        /// Compiles and tests.
        process builder "Build server" : BuildSystem { purpose: "Builds packages from reviewed source code.", controls: [build_roles, remote_second_factor, staff_directory, build_log, second_build] }
        /// Signs what two people have released.
        process signer "Signing service" : SigningService { purpose: "Signs packages that two people have released.", controls: [two_people, build_roles, audit_trail] }
        /// Hardware security module.
        store hsm "Signing module" : SecureElement { purpose: "Keeps the release signing key.", holds: [signing_key], controls: [element_keys, signing_quorum] }
    }

    /// Rented cloud account.
    boundary cloud "Service cloud" : CloudTenant {
        controls: [cloud_parts]
        /// Hands packages to service laptops.
        process update_server "Update server" : UpdateServer {
            purpose:  "Hands signed packages to registered service laptops."
            controls: [cloud_roles, cloud_rights, message_checks, audit_trail, two_people]
            extend api {
                purpose:    "Download of packages."
                access:     service
                default:    enabled
                required:   no
                on_failure: "Packages can be sent by post on a stick."
                controls:   [request_budget, laptop_login]
            }
        }
        /// The releases.
        store releases "Release store" : ReleaseRepository { purpose: "Signed packages ready for download.", holds: [breva_software], controls: [image_signature] }
        /// Shows wear and faults.
        process remote "Remote service backend" : BackendService {
            purpose:       "Shows the technical state of all ventilators to service."
            web_interface: yes
            controls:      [cloud_roles, cloud_rights, remote_second_factor, staff_directory]
            /// Called by the relay and by technicians' browsers.
            port api "Service interface" : RestApi {
                purpose:    "Takes technical states and shows them to technicians."
                access:     service
                roles:      [manufacturer.remote_technician]
                default:    enabled
                required:   no
                on_failure: "Remote service is not available; nothing in the hospital depends on it."
                controls:   [request_budget]
            }
        }
        /// All ventilators.
        store fleet "Fleet database" : SqlDatabase { purpose: "Technical state and service history of all ventilators.", holds: [technical_state], controls: [disk_encryption] }
    }
}

/// A release begins.
flow start_release "Start of a release": manufacturer.release_engineer -> manufacturer.build.builder over Ssh { carries: [breva_software] }
/// What is to be signed.
flow request_signature "Package for signing": manufacturer.build.builder -> manufacturer.build.signer over Https { carries: [breva_software], controls: [build_tls] }
/// The key stays in the module.
flow sign "Signing": manufacturer.build.signer <-> manufacturer.build.hsm over SecureCall { carries: [signing_key] }
/// Finished package.
flow publish "Publication": manufacturer.build.signer -> manufacturer.cloud.releases over Sftp { carries: [breva_software], controls: [signed_packages] }
/// Package for download.
flow offer_package "Packages for download": manufacturer.cloud.releases -> manufacturer.cloud.update_server over Https { carries: [breva_software], controls: [signed_packages] }
/// Download to the laptop.
flow fetch_package "Download to the service laptop": hospital.workshop.laptop <-> manufacturer.cloud.update_server.api over Https {
    purpose:  "Brings a signed package to the hospital."
    carries:  [breva_software]
    controls: [laptop_tls, signed_packages]
}
/// Technical states, handed on.
flow pass_state "Technical states to the backend": internet.relay -> manufacturer.cloud.remote.api over Https { carries: [technical_state], controls: [relay_tls] }
/// Fleet database.
flow keep_state "Fleet records": manufacturer.cloud.remote <-> manufacturer.cloud.fleet over SqlTls { carries: [technical_state] }
/// What the technician sees.
flow look_at_state "Remote service view": manufacturer.remote_technician <-> manufacturer.cloud.remote.api over Https { carries: [technical_state, staff_login] }
