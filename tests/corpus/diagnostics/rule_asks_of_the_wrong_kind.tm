rule ACME1 "{f} can be read" : InformationDisclosure {
    for flow f
    applies when f is process
    statement: "Somebody reads {f}."
}
