// The TextMate grammar colours what the parser reads: keywords where they are keywords and nowhere else, texts, comments, numbers.
// usage: node check.mjs LEAVES [--write]     LEAVES: what `leaves` printed; --write writes the scopes of the sample anew
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import textmate from 'vscode-textmate';
import oniguruma from 'vscode-oniguruma';

const GRAMMAR = 'grammar/ward.tmLanguage.json';
const SAMPLE = 'grammar/sample.tm';
const SCOPES = 'tests/textmate/sample.scopes';

const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
await oniguruma.loadWASM(wasm);
const registry = new textmate.Registry({
  onigLib: Promise.resolve({
    createOnigScanner: patterns => new oniguruma.OnigScanner(patterns),
    createOnigString: text => new oniguruma.OnigString(text),
  }),
  loadGrammar: async () => textmate.parseRawGrammar(readFileSync(GRAMMAR, 'utf8'), GRAMMAR),
});
const grammar = await registry.loadGrammar('source.ward');

/** The tokens of a text: where they begin and end in the file, in UTF-16 units, and their innermost scope. */
function tokens(text) {
  const found = [];
  let state = textmate.INITIAL;
  let offset = 0;
  for (const line of text.split('\n')) {
    const result = grammar.tokenizeLine(line, state);
    for (const token of result.tokens) {
      found.push({ from: offset + token.startIndex, to: offset + Math.min(token.endIndex, line.length), scopes: token.scopes.slice(1) });
    }
    state = result.ruleStack;
    offset += line.length + 1;
  }
  return found;
}

/** What a leaf of the tree has to be coloured as. */
function expected(kind) {
  switch (kind) {
    case 'keyword': return /^(keyword|storage)\.|^constant\.language/;
    case 'text': case 'text_block': return /^string\./;
    case 'comment': return /^comment\.line\.double-slash/;
    case 'doc_comment': return /^comment\.line\.documentation/;
    case 'integer': return /^constant\.numeric/;
    case 'date': return /^constant\.other\.date/;
    case 'identifier': return /^(variable|entity|support)\./;
    case '->': case '<->': case '=': case '@': case '==': case '!=': case '<': case '<=': case '>': case '>=': return /^keyword\.operator/;
    default: return /^punctuation\.|^variable\.other/;
  }
}

/** Bytes of UTF-8 to units of UTF-16. */
function units(text) {
  const at = new Map();
  let bytes = 0;
  let unit = 0;
  for (const character of text) {
    at.set(bytes, unit);
    bytes += Buffer.byteLength(character);
    unit += character.length;
  }
  at.set(bytes, unit);
  return at;
}

const faults = [];
const keywords = new Set();
const files = JSON.parse(readFileSync(process.argv[2], 'utf8'));
for (const { path, leaves } of files) {
  const text = readFileSync(path, 'utf8');
  const at = units(text);
  const coloured = tokens(text);
  let next = 0;
  for (const [start, end, kind] of leaves) {
    const [from, to] = [at.get(start), at.get(end)];
    const word = text.slice(from, to);
    if (kind === 'keyword') keywords.add(word);
    while (coloured[next].to <= from) next++;
    for (let token = next; token < coloured.length && coloured[token].from < to; token++) {
      const scope = coloured[token].scopes[0] ?? '';
      if (text.slice(coloured[token].from, coloured[token].to).trim() && !expected(kind).test(scope)) {
        const line = text.slice(0, from).split('\n').length;
        faults.push(`${path}:${line}: ${kind} \`${word.slice(0, 40)}\` is ${scope || 'not coloured'}`);
        break;
      }
    }
  }
}

const sample = readFileSync(SAMPLE, 'utf8');
const scopes = tokens(sample)
  .filter(({ from, to }) => sample.slice(from, to).trim())
  .map(({ from, to, scopes }) => `${scopes.join(' ').padEnd(60)} ${sample.slice(from, to).trim()}\n`)
  .join('');
if (process.argv[3] === '--write') writeFileSync(SCOPES, scopes);
if (readFileSync(SCOPES, 'utf8') !== scopes) faults.push(`${SCOPES} is out of date; tests/textmate/run --write writes it anew`);

// every word that the lexer knows was met
const known = readFileSync('grammar/tree-sitter-ward/src/lexis.h', 'utf8').match(/KEYWORDS\[\] = \{([^}]*)\}/)[1];
for (const [, word] of known.matchAll(/"(\w+)"/g)) {
  if (!keywords.has(word)) faults.push(`no file uses the keyword \`${word}\``);
}
for (const fault of faults.slice(0, 40)) console.log(fault);
console.log(`${files.length} files, ${keywords.size} keywords, ${faults.length} faults`);
process.exit(faults.length === 0 ? 0 : 1);
