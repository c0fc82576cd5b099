assumption segment "" {
    owner:    operator
    if_false: "A flood from any computer of the hospital reaches the pump."
}
