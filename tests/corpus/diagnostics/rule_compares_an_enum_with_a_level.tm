rule ACME1 "{f} can be forged" : Spoofing {
    for flow f
    applies when f.authentication == low
    statement: "Somebody forges {f}."
}
