import std.medical
import std.n60
answer imdrf_n60.plann_1 { evidence: ["PMS-PLAN-4"] }
