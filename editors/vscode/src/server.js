// Where the program `ward` is: as the settings say, with the extension, or on the search path.
'use strict';

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

/**
 * @param {{ configured: string, extension: string, platform?: string, env?: Record<string, string | undefined> }} where
 * @returns {{ path?: string, origin?: string, reason?: string }}
 */
function findServer({ configured, extension, platform = process.platform, env = process.env }) {
  const name = platform === 'win32' ? 'ward.exe' : 'ward';
  const wanted = configured.trim();
  if (wanted) {
    // what is set and not there is said, and not passed over
    const file = wanted === '~' || wanted.startsWith('~/') ? path.join(os.homedir(), wanted.slice(1)) : wanted;
    if (isProgram(file)) return { path: file, origin: 'from the settings' };
    return { reason: `The setting ward.server.path names ${wanted}, which is no program.` };
  }
  const bundled = path.join(extension, 'server', name);
  if (isProgram(bundled)) return { path: bundled, origin: 'with the extension' };
  // a folder of the search path that is relative would be one of the workspace, which has no say here
  const folders = (env.PATH ?? env.Path ?? '').split(path.delimiter).filter(folder => path.isAbsolute(folder));
  const found = folders.map(folder => path.join(folder, name)).find(isProgram);
  if (found) return { path: found, origin: 'on the search path' };
  return {
    reason:
      'The program `ward` is neither packed with this extension nor on the search path, so there are colours only. ' +
      'Install it (`cargo install --path .` in a copy of Ward), or say where it is in the setting ward.server.path.',
  };
}

function isProgram(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}

module.exports = { findServer };
