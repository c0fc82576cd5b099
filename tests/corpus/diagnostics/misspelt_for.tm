rule ACME1 "{f} can be forged" : Spoofing {
    fro flow f
    applies when f.crosses
    statement: "Somebody forges {f}."
}
