import std.medical
import std.n60
boundary room {
    actor nurse
    answer imdrf_n60.plan_1 { evidence: ["PMS-PLAN-4"] }
}
