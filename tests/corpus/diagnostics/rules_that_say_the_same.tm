rule ACME1 "Secrets in {s} are read" : InformationDisclosure {
    for store s
    applies when any d in s.holds where (d is KeyMaterial)
    statement:   "Somebody finds {s.holds} in {s}."
}
rule ACME2 "Somebody logs in elsewhere" : InformationDisclosure {
    for store s
    applies when any d in s.holds where (d is KeyMaterial or d is Password)
    statement:   "Somebody finds {s.holds} in {s}."
}
test "ACME1, ACME2: secrets at rest" {
    data k : KeyMaterial
    data l : LogData
    store a { holds: [k] }
    store b
    store c { holds: [l] }
    expect ACME1 @ a open
    expect ACME1 @ b question
    expect ACME1 @ c absent
    expect ACME2 @ a open
    expect ACME2 @ b question
    expect ACME2 @ c absent
}
