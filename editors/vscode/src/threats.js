// What the threat panel lists, in which order. Knows nothing of VS Code.
'use strict';

/** States, most urgent first, with how they are headed. A state that is not here comes after them, headed by its own name. */
const STATES = [
  ['open', 'Open'],
  ['question', 'Questions'],
  ['accepted', 'Accepted'],
  ['transferred', 'Transferred'],
  ['avoided', 'Avoided'],
  ['mitigated', 'Mitigated'],
  ['dismissed', 'Dismissed'],
];
const UNDECIDED = new Set(['open', 'question']);

/**
 * Threats by their state. Within a state they stay as the server ordered them.
 * @param {{ id: string, state: string }[]} threats
 * @param {'all' | 'undecided'} which
 */
function groups(threats, which) {
  const shown = threats.filter(threat => which === 'all' || UNDECIDED.has(threat.state));
  const order = STATES.map(([state]) => state);
  const states = [...new Set([...order, ...shown.map(threat => threat.state)])];
  return states
    .map(state => ({
      state,
      title: STATES.find(([known]) => known === state)?.[1] ?? state,
      threats: shown.filter(threat => threat.state === state),
    }))
    .filter(group => group.threats.length > 0);
}

/** How many threats nobody has countered or decided on. */
function open(threats) {
  return threats.filter(threat => threat.state === 'open').length;
}

/** The first of the threats of an element; where it has none itself, of what stands in it. */
function firstOf(groups, element) {
  const all = groups.flatMap(group => group.threats);
  return all.find(threat => threat.element === element) ?? all.find(threat => threat.element.startsWith(`${element}.`));
}

module.exports = { firstOf, groups, open };
