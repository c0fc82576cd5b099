rule ACME1 "{f} can be forged" : Spoofing {
    for flow f
    applies when   f.crosses
    mitigated when f.sender_proved
    statement:     "Somebody forges {f}."
    catalogue:     ["S01", "S101"]
}
test "ACME1: what crosses can be forged" {
    boundary pump { process app }
    process server
    flow f: pump.app -> server { authentication: none }
    flow g: server -> server
    flow h: pump.app -> server { authentication: source }
    flow i: pump.app -> server
    expect ACME1 @ f open
    expect ACME1 @ g absent
    expect ACME1 @ h mitigated
    expect ACME1 @ i question
}
