import std.medical

system s "S" {}
view several : MultiPatientView { omit: " " }
