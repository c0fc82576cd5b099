import std.medical
import std.n60
answer imdrf_n60.plan_1 { evidence: ["PMS-PLAN-4"] }
answer "imdrf.n60.plan.1" { evidence: ["SOP-17"] }
