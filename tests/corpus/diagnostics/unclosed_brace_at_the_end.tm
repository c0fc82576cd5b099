import std.medical
boundary pump : DeviceEnclosure {
    process app : EmbeddedLinux
    process motor : Firmware

actor nurse : ClinicalUser
