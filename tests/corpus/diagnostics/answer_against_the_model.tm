import std.medical
import std.n60
boundary pump : DeviceEnclosure {
    process app : EmbeddedLinux {
        update: none
        port lan : EthernetPort { purpose: "Sends alarms." }
    }
}
answer imdrf_n60.maint_4 { not_applicable: "The device has no software that could be updated." }
