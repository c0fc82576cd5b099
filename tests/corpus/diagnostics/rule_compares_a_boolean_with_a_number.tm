rule ACME1 "{f} can be read" : InformationDisclosure {
    for flow f
    applies when f.encrypted == 0
    statement: "Somebody reads {f}."
}
