rule ACME1 "{f} can be forged" : Spoofing {
    for flow f
    applies whne f.crosses
    statement: "Somebody forges {f}."
}
