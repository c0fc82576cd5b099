rule ACME1 "Something can be forged" : Spoofing {
    applies when f.crosses
    statement: "Somebody forges something."
}
