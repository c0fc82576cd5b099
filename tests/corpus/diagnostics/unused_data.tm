import std.medical
data settings : TherapySettings
boundary pump : DeviceEnclosure { process app : EmbeddedLinux }
