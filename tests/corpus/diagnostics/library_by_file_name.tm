import "std.medical"
