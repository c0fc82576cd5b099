import std.medical
process gateway : Gateway
