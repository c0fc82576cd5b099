// From places in a text to elements of the picture, and back. Knows nothing of VS Code.
'use strict';

/** Whether a position is inside a range, as the protocol counts them. */
function contains(range, position) {
  const after = (one, other) => one.line > other.line || (one.line === other.line && one.character >= other.character);
  return after(position, range.start) && after(range.end, position);
}

/**
 * The element that a position stands in: the innermost, which is the one that begins last.
 * @param {{ path: string, uri: string, range: object }[]} elements
 */
function elementAt(elements, uri, position) {
  const around = elements.filter(element => element.uri === uri && contains(element.range, position));
  const begins = ({ range: { start } }) => [start.line, start.character];
  around.sort((one, other) => begins(other)[0] - begins(one)[0] || begins(other)[1] - begins(one)[1]);
  return around[0]?.path;
}

module.exports = { contains, elementAt };
