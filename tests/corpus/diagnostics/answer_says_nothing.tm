import std.medical
import std.n60
answer imdrf_n60.plan_1 {
    text: ""
}
