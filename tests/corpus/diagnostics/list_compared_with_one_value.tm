rule ACME1 "{p} can be reached by radio" : Spoofing {
    for port p
    applies when p.offers == ble
    statement: "Somebody connects to {p}."
}
