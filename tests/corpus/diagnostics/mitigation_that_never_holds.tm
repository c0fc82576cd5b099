rule ACME1 "Anybody can use {p}" : Spoofing {
    for process p
    applies when   p.login in [none, shared]
    mitigated when p.login == badge
    statement:     "Anybody at {p} acts as its rightful user."
}
test "ACME1: a login of one's own" {
    process open_   { login: none }
    process unsaid
    process carded  { login: badge }
    expect ACME1 @ open_  open
    expect ACME1 @ unsaid question
    expect ACME1 @ carded absent
}
