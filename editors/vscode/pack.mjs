// Writes the .vsix: a zip of the extension with two files that say what is in it. Needs nothing that is not in Node, and gives the same bytes each time.
// usage: node pack.mjs [--server PROGRAM --target PLATFORM] [OUT]        after build.mjs
//        --server: the program `ward` goes along, for an extension of one platform; --target says which, as Visual Studio Code calls it: linux-x64
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { crc32, deflateRawSync } from 'node:zlib';

const PLATFORMS = ['win32-x64', 'win32-arm64', 'linux-x64', 'linux-arm64', 'linux-armhf', 'alpine-x64', 'alpine-arm64', 'darwin-x64', 'darwin-arm64'];

const { values: chosen, positionals } = parseArgs({ options: { server: { type: 'string' }, target: { type: 'string' } }, allowPositionals: true });
if (!chosen.server !== !chosen.target) throw new Error('--server and --target go together: a program is for one platform, and without one the extension is for all');
if (chosen.target && !PLATFORMS.includes(chosen.target)) throw new Error(`there is no platform ${chosen.target}; there are ${PLATFORMS.join(', ')}`);
const program = chosen.server && readFileSync(chosen.server);
const wanted = positionals[0] && path.resolve(positionals[0]);

process.chdir(import.meta.dirname);
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const out = wanted ?? `${[manifest.name, chosen.target, manifest.version].filter(Boolean).join('-')}.vsix`;

const TYPES = { css: 'text/css', js: 'application/javascript', json: 'application/json', md: 'text/markdown', svg: 'image/svg+xml', txt: 'text/plain', vsixmanifest: 'text/xml' };

function walk(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).sort().flatMap(name => {
    const file = path.join(folder, name);
    return statSync(file).isDirectory() ? walk(file) : [file];
  });
}

const escape = text => text.replace(/[&<>"]/g, mark => `&#${mark.charCodeAt(0)};`);

function description() {
  const { name, displayName, version, publisher, description, categories, keywords, engines } = manifest;
  return `<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">
  <Metadata>
    <Identity Language="en-GB" Id="${escape(name)}" Version="${escape(version)}" Publisher="${escape(publisher)}"${chosen.target ? ` TargetPlatform="${chosen.target}"` : ''}/>
    <DisplayName>${escape(displayName)}</DisplayName>
    <Description xml:space="preserve">${escape(description)}</Description>
    <Tags>${escape(keywords.join(','))}</Tags>
    <Categories>${escape(categories.join(','))}</Categories>
    <Properties>
      <Property Id="Microsoft.VisualStudio.Code.Engine" Value="${escape(engines.vscode)}"/>
      <Property Id="Microsoft.VisualStudio.Code.ExtensionKind" Value="workspace"/>
    </Properties>
    <License>extension/LICENSE-MIT.txt</License>
  </Metadata>
  <Installation><InstallationTarget Id="Microsoft.VisualStudio.Code"/></Installation>
  <Dependencies/>
  <Assets>
    <Asset Type="Microsoft.VisualStudio.Code.Manifest" Path="extension/package.json" Addressable="true"/>
    <Asset Type="Microsoft.VisualStudio.Services.Content.Details" Path="extension/README.md" Addressable="true"/>
    <Asset Type="Microsoft.VisualStudio.Services.Content.License" Path="extension/LICENSE-MIT.txt" Addressable="true"/>
  </Assets>
</PackageManifest>
`;
}

const files = [
  'package.json',
  'README.md',
  'language-configuration.json',
  ...walk('dist'),
  ...walk('media'),
  ...walk('snippets'),
].map(file => [`extension/${file.split(path.sep).join('/')}`, readFileSync(file)]);
if (program) files.push([`extension/server/${chosen.target.startsWith('win32') ? 'ward.exe' : 'ward'}`, program, true]);
for (const licence of ['MIT', 'APACHE']) files.push([`extension/LICENSE-${licence}.txt`, readFileSync(`../../LICENSE-${licence}`)]);

const endings = [...new Set(files.map(([name]) => path.extname(name).slice(1)))].filter(Boolean).concat('vsixmanifest').sort();
const types = endings.map(ending => `<Default Extension=".${ending}" ContentType="${TYPES[ending] ?? 'application/octet-stream'}"/>`).join('');
files.unshift(
  ['extension.vsixmanifest', Buffer.from(description())],
  ['[Content_Types].xml', Buffer.from(`<?xml version="1.0" encoding="utf-8"?>\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${types}</Types>\n`)],
);
writeFileSync(out, zip(files));
console.log(`${out}: ${files.length} files, ${statSync(out).size} bytes`);

/** A zip whose entries have no date but the first that a zip can say. */
function zip(entries) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const [name, data, program] of entries) {
    const packed = deflateRawSync(data, { level: 9 });
    const title = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0); // version needed
    common.writeUInt16LE(0x0800, 2); // names are UTF-8
    common.writeUInt16LE(8, 4); // deflated
    common.writeUInt16LE(0x0021, 8); // 1980-01-01
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(title.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, title, packed]);
    const central = Buffer.alloc(14);
    central.writeUInt32LE(((program ? 0o100755 : 0o100644) << 16) >>> 0, 6);
    central.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 3]), common, central, title]));
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, central, Buffer.from('PK\x05\x06'), end]);
}
