'use strict';
const assert = require('node:assert/strict');
const test = require('node:test');
const { contains, elementAt } = require('../src/places.js');

const range = (fromLine, from, toLine, to) => ({ start: { line: fromLine, character: from }, end: { line: toLine, character: to } });

test('both ends of a range are in it', () => {
  const one = range(1, 4, 3, 2);
  for (const [line, character, inside] of [[1, 3, false], [1, 4, true], [2, 0, true], [3, 2, true], [3, 3, false], [0, 9, false]]) {
    assert.equal(contains(one, { line, character }), inside, `${line}:${character}`);
  }
});

test('the innermost element around the cursor is the one', () => {
  const elements = [
    { path: 'unit', uri: 'a', range: range(0, 0, 10, 1) },
    { path: 'unit.app', uri: 'a', range: range(2, 4, 6, 5) },
    { path: 'unit.app.lan', uri: 'a', range: range(2, 30, 2, 60) },
    { path: 'other', uri: 'b', range: range(0, 0, 99, 0) },
  ];
  assert.equal(elementAt(elements, 'a', { line: 2, character: 40 }), 'unit.app.lan');
  assert.equal(elementAt(elements, 'a', { line: 4, character: 0 }), 'unit.app');
  assert.equal(elementAt(elements, 'a', { line: 8, character: 0 }), 'unit');
  assert.equal(elementAt(elements, 'a', { line: 11, character: 0 }), undefined);
});
