import std.medical
system pump "Infusion pump" { support_until: "2036-12-31" }
