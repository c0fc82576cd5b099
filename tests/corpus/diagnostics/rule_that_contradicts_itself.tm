rule ACME1 "Somebody reads {s}" : InformationDisclosure {
    for store s where (s.encrypted)
    applies when not s.encrypted and s.on_device
    statement:   "Whoever gets at {s} reads {s.holds}."
}
test "ACME1: not much to be tested" {
    boundary pump { store s { encrypted: no } }
    store t { encrypted: yes }
    store u
    expect ACME1 @ pump.s absent
    expect ACME1 @ t absent
}
