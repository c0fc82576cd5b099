import std.medcial
