import std.medical

boundary unit : DeviceEnclosure {
    process app : Firmware {
        sbom: "/etc/passwd"
    }
}
