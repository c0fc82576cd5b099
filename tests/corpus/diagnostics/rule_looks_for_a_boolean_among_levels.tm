rule ACME1 "{f} can be read" : InformationDisclosure {
    for flow f
    applies when f.encrypted in [low, medium]
    statement: "Somebody reads {f}."
}
