import std.medical
import std.n60
answer imdrf_n60.plan_1 {
    evidence:       ["SOP-17"]
    not_applicable: "The device is not sold."
}
