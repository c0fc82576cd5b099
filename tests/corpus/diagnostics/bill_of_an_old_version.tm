import std.medical

boundary unit : DeviceEnclosure {
    process app : Firmware {
        sbom: "app.cdx.json"
    }
}
//// file: app.cdx.json
{
  "bomFormat": "CycloneDX",
  "specVersion": "1.2",
  "components": [
    {"name": "zlib", "version": "1.3.1", "purl": "pkg:generic/zlib@1.3.1"}
  ]
}
