'use strict';
const assert = require('node:assert/strict');
const test = require('node:test');
const { firstOf, groups, open } = require('../src/threats.js');

const threats = [
  { id: 'A@x', state: 'mitigated' },
  { id: 'B@x', state: 'open' },
  { id: 'C@x', state: 'of a later version' },
  { id: 'D@x', state: 'question' },
  { id: 'E@x', state: 'open' },
];

test('what is undecided comes first, and an unknown state last', () => {
  const made = groups(threats, 'all');
  assert.deepEqual(made.map(group => [group.title, group.threats.map(threat => threat.id)]), [
    ['Open', ['B@x', 'E@x']],
    ['Questions', ['D@x']],
    ['Mitigated', ['A@x']],
    ['of a later version', ['C@x']],
  ]);
});

test('only what is undecided, where that is wanted', () => {
  assert.deepEqual(groups(threats, 'undecided').map(group => group.state), ['open', 'question']);
  assert.equal(open(threats), 2);
});

test('the first threat of an element is its own, or else that of a part', () => {
  const made = groups([{ id: 'A', state: 'mitigated', element: 'u.app' }, { id: 'B', state: 'open', element: 'u.app.lan' }], 'all');
  assert.equal(firstOf(made, 'u.app').id, 'A');
  assert.equal(firstOf(made, 'u').id, 'B');
  assert.equal(firstOf(made, 'u.ap'), undefined);
});
