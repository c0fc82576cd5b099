import std.medical
import std.n60
answer mdr.gspr_17_2 { evidence: ["SRS-4"] }
