import std.medical

boundary unit : DeviceEnclosure {
    process app : Firmware {
        sbom: "app.cdx.json"
    }
}
//// file: app.cdx.json
{
  "bomFormat": "CycloneDX",
  "specVersion": "1.6",
  "components": [
    {"name": "zlib
