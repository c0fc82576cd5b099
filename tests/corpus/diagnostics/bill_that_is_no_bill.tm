import std.medical

boundary unit : DeviceEnclosure {
    process app : Firmware {
        sbom: "app.cdx.json"
    }
}
//// file: app.cdx.json
{
  "@context": "https://openvex.dev/ns/v0.2.0",
  "author": "Example Medical",
  "timestamp": "2026-11-01T08:00:00Z",
  "statements": [
    
  ]
}
