rule ACME1 "{f} can be forged" : Spofing {
    for flow f
    applies when f.crosses
    statement: "Somebody forges {f}."
}
