import std.medical

boundary unit : DeviceEnclosure {
    process app : Firmware {
        vex: ["app.vex.json"]
    }
}
//// file: app.vex.json
{
  "@context": "https://openvex.dev/ns/v0.2.0",
  "author": "Example Medical",
  "timestamp": "2026-11-01T08:00:00Z",
  "statements": [
    {"vulnerability": {"name": "CVE-2026-1000"}, "products": [{"@id": "pkg:generic/zlib@1.3.1"}], "status": "fixed"}
  ]
}
