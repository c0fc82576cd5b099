rule ACME1 "{f} can be read" : InformationDisclosure {
    for flow f
    applies when f.carries
    statement: "Somebody reads {f}."
}
