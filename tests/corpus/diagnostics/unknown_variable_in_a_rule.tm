rule ACME1 "{f} can be read" : InformationDisclosure {
    for flow f
    applies when flow.crosses and not f.encrypted
    statement: "Somebody reads {f}."
}
