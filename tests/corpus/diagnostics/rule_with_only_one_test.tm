rule ACME1 "{f} can be forged" : Spoofing {
    for flow f
    applies when f.crosses
    statement: "Somebody forges {f}."
}
test "what crosses can be forged" {
    boundary pump { process app }
    process server
    flow f: pump.app -> server
    expect ACME1 @ f open
}
