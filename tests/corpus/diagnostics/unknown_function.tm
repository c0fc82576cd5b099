rule ACME1 "{f} carries much" : InformationDisclosure {
    for flow f
    applies when length(f.carries) > 3
    statement: "Somebody reads {f}."
}
