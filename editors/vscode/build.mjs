// Bundles the extension into dist/, with the grammar and the licences of what is bundled. usage: node build.mjs
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

process.chdir(import.meta.dirname);
rmSync('dist', { recursive: true, force: true });
mkdirSync('dist');
const { metafile } = await build({
  entryPoints: ['src/extension.js'],
  outfile: 'dist/extension.js',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  external: ['vscode'],
  minify: true,
  legalComments: 'none',
  metafile: true,
});
copyFileSync('../../grammar/ward.tmLanguage.json', 'dist/ward.tmLanguage.json');

const PERMITTED = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0']);
const folders = Object.keys(metafile.inputs).map(file => file.match(/^(?:.*node_modules\/)(?:@[^/]+\/)?[^/]+/)?.[0]).filter(Boolean);
const notices = [...new Set(folders)].sort().map(folder => {
  const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  if (!PERMITTED.has(license)) throw new Error(`${name} ${version}: the licence ${license} is not permitted`);
  const file = readdirSync(folder).find(entry => /^licen[cs]e/i.test(entry));
  const text = file ? readFileSync(path.join(folder, file), 'utf8').trim() : '';
  return `${name} ${version} (${license})\n\n${text}\n`;
});
writeFileSync('dist/THIRD-PARTY.txt', `This extension contains:\n\n${notices.join(`\n${'-'.repeat(80)}\n\n`)}`);
if (!existsSync('dist/extension.js')) throw new Error('nothing was bundled');
