category Spoofing
rule R1 "{p} can be opened" : Spoofing {
    for process p
    applies when   p.privileged
    statement: "An attacker opens {p}."
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
type Lobby : boundary
boundary lobby : Lobby {
    process lock { privileged: no }
}
respond R1 @ lobby.lock {
    accept:      "Nothing of value is behind the door."
    approved_by: "Risk board"
    policy:      "RMP-3"
    basis:       ["lobby.lock.privileged = yes"]
}
