rule ACME1 "{f} can be read" : InformationDisclosure {
    for flow f
    applies when f.crosses and not f.encryted
    statement: "Somebody reads {f}."
}
