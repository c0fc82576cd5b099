'use strict';
const assert = require('node:assert/strict');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const test = require('node:test');
const { findServer } = require('../src/server.js');

function folder(t) {
  const made = fs.mkdtempSync(path.join(os.tmpdir(), 'ward-'));
  t.after(() => fs.rmSync(made, { recursive: true }));
  return made;
}

function program(...parts) {
  const file = path.join(...parts);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, '', { mode: 0o755 });
  return file;
}

test('the setting comes before the extension, and that before the search path', t => {
  const made = folder(t);
  const [set, bundled, found] = [program(made, 'mine'), program(made, 'extension/server/ward'), program(made, 'bin/ward')];
  const where = { configured: set, extension: path.join(made, 'extension'), platform: 'linux', env: { PATH: `/nowhere${path.delimiter}${path.dirname(found)}` } };
  assert.equal(findServer(where).path, set);
  assert.equal(findServer({ ...where, configured: ' ' }).path, bundled);
  assert.equal(findServer({ ...where, configured: '', extension: made }).path, found);
});

test('a setting that names no program is said, and nothing else is started', t => {
  const made = folder(t);
  program(made, 'server/ward');
  fs.writeFileSync(path.join(made, 'text'), '', { mode: 0o644 });
  for (const configured of [path.join(made, 'text'), path.join(made, 'absent'), made]) {
    const { path: found, reason } = findServer({ configured, extension: made, platform: 'linux', env: {} });
    assert.equal(found, undefined);
    assert.match(reason, /ward\.server\.path/);
  }
});

test('a relative folder of the search path is passed over', t => {
  const made = folder(t);
  program(made, 'bin/ward');
  const before = process.cwd();
  process.chdir(made);
  t.after(() => process.chdir(before));
  const { path: found, reason } = findServer({ configured: '', extension: made, platform: 'linux', env: { PATH: `bin${path.delimiter}.` } });
  assert.equal(found, undefined);
  assert.match(reason, /search path/);
  assert.match(reason, /cargo install/, 'what to do is said');
  assert.match(reason, /ward\.server\.path/);
});
