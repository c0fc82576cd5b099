import std.medical
boundary pump : DeviceEnclosure {
    process app : EmbeddedLinux { port api : HttpsServer { purpose: "Service.", tcp: 99999999999999999999 } }
}
