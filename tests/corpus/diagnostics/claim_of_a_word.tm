// `signed` is a protection that a control can provide, `unsigned` and `shared` are none: one message.
import std.medical
boundary b : DeviceEnclosure {
    process x { update: unsigned, login: shared }
    process y { update: signed }
}
