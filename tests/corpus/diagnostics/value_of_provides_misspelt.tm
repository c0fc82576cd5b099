import std.medical
control link "Encrypted link" { provides { encypted: yes } }
