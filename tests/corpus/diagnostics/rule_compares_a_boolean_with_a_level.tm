rule ACME1 "{f} can be read" : InformationDisclosure {
    for flow f
    applies when f.encrypted == low
    statement: "Somebody reads {f}."
}
