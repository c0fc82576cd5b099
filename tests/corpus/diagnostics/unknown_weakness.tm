rule ACME1 "{f} can be forged" : Spoofing {
    for flow f
    applies when f.crosses
    statement: "Somebody forges {f}."
    cwe: [287, 2870]
}
test "what crosses can be forged" {
    boundary pump { process app }
    process server
    flow f: pump.app -> server
    flow g: server -> server
    expect ACME1 @ f open
    expect ACME1 @ g absent
}
