type Pump : process {
    for flow f
}
