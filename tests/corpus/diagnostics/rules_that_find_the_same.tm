rule ACME1 "{s} is open to view" : InformationDisclosure {
    for store s where (s.on_device)
    applies when   any d in s.holds where (d is KeyMaterial or d is Password)
    statement:     "Somebody reads {s.holds} in {s}."
}
rule ACME2 "Secrets in {t} are read" : InformationDisclosure {
    for store t
    applies when   not all d in t.holds where (d is not Password and d is not KeyMaterial) and t.on_device
    statement:     "Somebody finds {t.holds} in {t}."
}
test "ACME1, ACME2: secrets at rest" {
    data w : Password
    data l : LogData
    boundary unit { device: yes
        store a { holds: [w] }
        store b
        store c { holds: [l] }
    }
    expect ACME1 @ unit.a open
    expect ACME1 @ unit.b question
    expect ACME1 @ unit.c absent
    expect ACME2 @ unit.a open
    expect ACME2 @ unit.b question
    expect ACME2 @ unit.c absent
}
