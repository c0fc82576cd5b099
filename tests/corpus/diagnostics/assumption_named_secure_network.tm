assumption secure_network {
    owner:    operator
    if_false: "A flood reaches the pump."
}
