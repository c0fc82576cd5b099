rule ACME1 "Therapy data on {f} are read" : InformationDisclosure {
    for flow f
    applies when   any d in f.carries where (d is TherapyCommand)
    mitigated when any d in f.carries where (d is Command)
    statement:     "Somebody reads {f.carries}."
}
