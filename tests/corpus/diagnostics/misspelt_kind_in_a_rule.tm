rule ACME1 "{f} can be forged" : Spoofing {
    for flwo f
    applies when f.crosses
    statement: "Somebody forges {f}."
}
