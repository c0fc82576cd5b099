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

test('the innermost declaration around the cursor that is drawn is the one', () => {
  const symbol = (whole, name, ...children) => ({ range: whole, selectionRange: name, children });
  const symbols = [
    symbol(range(0, 0, 10, 1), range(0, 9, 0, 13),
      symbol(range(2, 4, 6, 5), range(2, 12, 2, 15),
        symbol(range(3, 8, 3, 40), range(3, 13, 3, 16))),
      symbol(range(7, 4, 7, 20), range(7, 10, 7, 13))),
    symbol(range(12, 0, 12, 30), range(12, 5, 12, 10)),
  ];
  const elements = [
    { path: 'unit', uri: 'a', range: range(0, 9, 0, 13) },
    { path: 'unit.app', uri: 'a', range: range(2, 12, 2, 15) },
    // some servers give the whole declaration
    { path: 'order', uri: 'a', range: range(12, 5, 12, 30) },
    { path: 'other', uri: 'b', range: range(7, 10, 7, 13) },
  ];
  const at = (line, character) => elementAt(elements, symbols, 'a', { line, character });
  assert.equal(at(5, 0), 'unit.app');
  assert.equal(at(3, 20), 'unit.app', 'a port that is not drawn belongs to its process');
  assert.equal(at(7, 12), 'unit');
  assert.equal(at(12, 2), 'order');
  assert.equal(at(11, 0), undefined);
});
