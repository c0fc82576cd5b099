import std.medical
import std.mdr

answer mdr.gspr_1 { evidence: ["RMF-001, section 8", "SOP-12"] }
