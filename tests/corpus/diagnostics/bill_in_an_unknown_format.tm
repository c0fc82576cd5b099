import std.medical

boundary unit : DeviceEnclosure {
    process app : Firmware {
        sbom: "app.cdx.json"
    }
}
//// file: app.cdx.json
{"dependencies": {"zlib": "1.3.1"}}
