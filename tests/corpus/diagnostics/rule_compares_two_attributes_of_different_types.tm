rule ACME1 "{s} can be read" : InformationDisclosure {
    for store s
    applies when any d in s.holds where (d.confidentiality == s.integrity_protected)
    statement: "Somebody reads {s}."
}
