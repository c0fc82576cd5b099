// What is looked at stands in the address, behind `#`: a part by its name, everything else as `name=value`. So a link can be copied, and Back works.

/** As the page encodes identities in its attributes. */
const encode = (id) => encodeURIComponent(id).replace(/%(3A|40|2F|2C)/g, (sign) => decodeURIComponent(sign));

/** A value as the page has it, however it was typed or copied. */
const settle = (value) => {
  try { return encode(decodeURIComponent(value)); } catch { return encode(value); }
};

/** Filters of the threat table, by the attribute that answers each. */
const FILTERS = ["state", "category", "risk", "element", "clause"];

/** What is looked for while one types: the address says it when the keys rest, since a browser takes longer to write it than to search. */
let typed = null;
let resting = 0;

/** The address as names and values; `part` is the bare word. */
function readAddress() {
  if (typed) return { ...typed };
  const said = {};
  for (const word of location.hash.slice(1).split("&").filter(Boolean)) {
    const at = word.indexOf("=");
    if (at < 0) said.part = settle(word);
    else said[word.slice(0, at)] = settle(word.slice(at + 1));
  }
  return said;
}

/** The fragment that says the same. */
function fragmentOf(said) {
  const rest = Object.entries(said).filter(([name, value]) => name !== "part" && value);
  return "#" + [said.part, ...rest.map(([name, value]) => `${name}=${value}`)].filter(Boolean).join("&");
}

/** Goes there, as a step Back returns from. The focus stays where it is. */
function go(said) {
  rest();
  const fragment = fragmentOf(said);
  if (fragment === location.hash) return;
  history.pushState(null, "", fragment);
  show();
}

/** Shows it at once, as a part of the same step. */
function type(said) {
  typed = said;
  clearTimeout(resting);
  resting = setTimeout(rest, 300);
  show();
}

/** Writes what was typed into the address. */
function rest() {
  clearTimeout(resting);
  if (typed) history.replaceState(null, "", fragmentOf(typed));
  typed = null;
}

/** An element with text. */
function make(name, text, attributes = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
