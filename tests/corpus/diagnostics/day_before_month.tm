import std.medical
system pump "Infusion pump" { support_until: 31.12.2036 }
