rule ACME1 "{f} can be forged" : Spoofing {
    for flow f
    applies f.crosses
    statement: "Somebody forges {f}."
}
