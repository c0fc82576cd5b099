rule ACME1 "{f} can be forged" : Spoofing {
    for flow f
    applies when f.crosses
    statement: "Somebody forges {f}."
    violates: [imdrf_n60.comm_99]
}
