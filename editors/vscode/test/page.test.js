'use strict';
const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const test = require('node:test');
const { diagramPage } = require('../src/diagram-page.js');

const page = diagramPage({ source: 'https://panel', script: 'https://panel/diagram.js', style: 'https://panel/diagram.css', nonce: 'abc' });

test('the page lets nothing run but its own script', () => {
  const policy = page.match(/Content-Security-Policy" content="([^"]*)"/)[1];
  assert.match(policy, /^default-src 'none';/);
  assert.match(policy, /script-src 'nonce-abc'(;|$)/);
  assert.doesNotMatch(policy, /unsafe|\*|https?:\/\/(?!panel)/);
  assert.equal(page.match(/<script/g).length, 1);
  assert.doesNotMatch(page, /\son[a-z]+=|<style|style="/);
});

test('the script finds on the page what it asks for', () => {
  const script = fs.readFileSync(path.join(__dirname, '../media/diagram.js'), 'utf8');
  for (const [, id] of script.matchAll(/getElementById\('(\w+)'\)/g)) assert.ok(page.includes(`id="${id}"`), id);
});
