import std.medical
standard house "House form" {
    form: yes
    clause usb "USB" {
        id:   "H-1"
        text: "Whether there are USB sockets."
        asks: some
    }
}
