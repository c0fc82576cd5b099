rule ACME1 "{f} can be read" : InformationDisclosure {
    for flow f
    applies when f.crosses
    statement: "Somebody reads f}."
}
