category Spoofing
rule R1 "{p} can be opened" : Spoofing {
    for process p
    applies when   count(p.flows) > 1
    statement: "An attacker opens {p}."
}
test "fires" {
    process a { privileged: yes }
    actor b
    flow f: b -> a
    flow g: b -> a
    expect R1 @ a open
}
test "silent" {
    process a { privileged: no }
    expect R1 @ a absent
}
type Lobby : boundary
boundary lobby : Lobby {
    process lock { privileged: yes }
}
actor guard
flow enter: guard -> lobby.lock
flow leave: guard -> lobby.lock
respond R1 @ lobby.lock {
    accept:      "Nothing of value is behind the door."
    approved_by: "Risk board"
    policy:      "RMP-3"
    basis:       ["lobby.lock.flows = [enter]"]
}
