// From places in a text to elements of the picture, and back. Knows nothing of VS Code.
'use strict';

/** Whether a position is inside a range, as the protocol counts them. */
function contains(range, position) {
  const after = (one, other) => one.line > other.line || (one.line === other.line && one.character >= other.character);
  return after(position, range.start) && after(range.end, position);
}

/** The symbols around a position, innermost first. */
function around(symbols, position) {
  for (const symbol of symbols) {
    if (contains(symbol.range, position)) return [...around(symbol.children ?? [], position), symbol];
  }
  return [];
}

/**
 * The element that a position stands in: that of the innermost declaration around it which the picture shows. An element's range may be its name
 * alone, so the outline of the text says how far its declaration goes.
 * @param {{ path: string, uri: string, range: object }[]} elements
 * @param {{ range: object, selectionRange: object, children?: object[] }[]} symbols
 */
function elementAt(elements, symbols, uri, position) {
  const here = elements.filter(element => element.uri === uri);
  const named = around(symbols, position).map(symbol => here.find(({ range }) => contains(symbol.selectionRange, range.start)));
  return named.find(element => element)?.path;
}

module.exports = { contains, elementAt };
