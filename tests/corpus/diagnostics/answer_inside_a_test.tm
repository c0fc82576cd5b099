import std.medical
import std.n60
test "nobody answers here" {
    answer imdrf_n60.plan_1 { evidence: ["PMS-PLAN-4"] }
}
