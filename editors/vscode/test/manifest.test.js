'use strict';
const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const test = require('node:test');

const root = path.join(__dirname, '..');
const manifest = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
const sources = fs.readdirSync(path.join(root, 'src')).map(name => fs.readFileSync(path.join(root, 'src', name), 'utf8')).join('\n');

test('every command of the manifest is registered, and every registered one is in the manifest', () => {
  const declared = manifest.contributes.commands.map(({ command }) => command).sort();
  const registered = [...sources.matchAll(/registerCommand\('([^']+)'/g)].map(([, command]) => command).sort();
  assert.deepEqual(registered, declared);
});

test('every setting is read', () => {
  for (const setting of Object.keys(manifest.contributes.configuration.properties)) {
    if (setting === 'ward.trace.server') continue; // the language client reads it by its own name
    const [, section, name] = setting.match(/^(ward\.\w+)\.(\w+)$/);
    assert.ok(sources.includes(`getConfiguration('${section}')`), setting);
    assert.match(sources, new RegExp(`get\\('${name}'`), setting);
  }
});

test('what chooses the program is no business of a workspace that is not trusted', () => {
  const { restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
  const chooses = Object.keys(manifest.contributes.configuration.properties).filter(name => name.startsWith('ward.server.'));
  assert.deepEqual([...restrictedConfigurations].sort(), chooses.sort());
});

test('the endings of Tcl are ours', () => {
  assert.deepEqual(manifest.contributes.languages[0].extensions, ['.tm']);
  assert.equal(manifest.contributes.configurationDefaults['files.associations']['*.tm'], 'ward');
});

test('the server offers what fits where one is; snippets, which fit anywhere, are not mixed in', () => {
  assert.equal(manifest.contributes.configurationDefaults['[ward]']['editor.snippetSuggestions'], 'none');
});

test('lines are indented as the formatter does', () => {
  const { indentationRules, wordPattern } = JSON.parse(fs.readFileSync(path.join(root, 'language-configuration.json'), 'utf8'));
  const [more, less] = [indentationRules.increaseIndentPattern, indentationRules.decreaseIndentPattern].map(text => new RegExp(text));
  for (const line of ['process app {', 'a: [', 'b: f(x,', 'process app { // remark']) assert.match(line, more, line);
  for (const line of ['a: [b]', 'c: "{"', '// {', 'a { b: c }', '}']) assert.doesNotMatch(line, more, line);
  for (const line of ['}', '    ]', ')']) assert.match(line, less, line);
  assert.match('café_2', new RegExp(`^${wordPattern.pattern}$`, wordPattern.flags));
});
