system door "Door"
category Spoofing
type Lobby : boundary
rule R1 "{p} can be opened" : Spoofing {
    for process p
    applies when   p.privileged
    statement: "An attacker opens {p}."
}
boundary lobby : Lobby {
    process lock { privileged: yes, purpose: "Opens." }
}
test "fires" {
    process a { privileged: yes }
    expect R1 @ a open
}
test "silent" {
    process a { privileged: no }
    process b
    expect R1 @ a absent
    expect R1 @ b question
}
