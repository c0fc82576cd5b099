rule ACME1 "{f} can be read" : InformationDisclosure {
    for flow f
    applies when any d in f.carries where (d is PatientData
    mitigated when f.encrypted
    statement: "Somebody reads {f}."
}
