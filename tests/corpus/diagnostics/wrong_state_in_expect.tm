test "flows are read" {
    boundary pump { process app }
    process server
    flow f: pump.app -> server
    expect SPF01 @ f opne
}
