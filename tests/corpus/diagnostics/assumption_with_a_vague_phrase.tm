assumption segment "The pumps stand in a secure network apart from guests." {
    owner:    operator
    if_false: "A flood from any computer of the hospital reaches the pump."
}
