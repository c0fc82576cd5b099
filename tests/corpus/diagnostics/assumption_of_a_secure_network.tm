assumption segment "The device is used in a secure network." {
    owner:    operator
    if_false: "A flood from any computer of the hospital reaches the pump."
}
