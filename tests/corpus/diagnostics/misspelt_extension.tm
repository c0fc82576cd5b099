import std.medical
boundary pump : DeviceEnclosure { process app : EmbeddedLinux }
extend pump.ap { purpose: "Doses the drug." }
