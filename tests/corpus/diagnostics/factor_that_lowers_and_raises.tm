factor sealed "a seal has to be broken first" {
    for port p
    applies when p.covered
    lowers: 1
    raises: 1
}
