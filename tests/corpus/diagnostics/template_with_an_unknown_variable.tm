rule ACME1 "{flow} can be read" : InformationDisclosure {
    for flow f
    applies when f.crosses
    statement: "Somebody reads {f}."
}
