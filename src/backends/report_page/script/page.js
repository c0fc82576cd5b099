// Puts it together: the address says what is shown, and everything else changes the address.

/** Everything with a place of its own, by its fragment. */
const byPlace = new Map([...document.querySelectorAll("article[id], tr[id], figure[id]")].map((one) => [one.id, one]));
const search = document.querySelector('input[name="q"]');
const told = document.querySelector(".told");
const form = document.querySelector(".filters");
/** The tables of each part. */
const tables = new Map([...document.querySelectorAll(".part")].map((part) => [part.id, tablesOf(part)]));
const threatTable = tables.get("threats")[0];

/** The part an address means. */
function shownPart(said) {
  if (said.part && document.getElementById(said.part)?.classList.contains("part")) return said.part;
  if (said.view) return "diagrams";
  if (said.threat) return "threats";
  if (said.rule) return "threats";
  const row = ["question", "control", "assumption", "clause"].find((kind) => said[kind] && byPlace.has(`${kind}=${said[kind]}`));
  if (row && row !== "clause") return `${row}s`;
  if (row && !FILTERS.some((name) => name !== row && said[name])) return "standards";
  if (said.attack) return "attack-paths";
  if (said.element) return shownTab ?? "threats";
  return FILTERS.some((name) => said[name]) || said.q ? "threats" : "overview";
}

function show() {
  const said = readAddress();
  const part = shownPart(said);
  showPart(part);
  const query = decodeURIComponent(said.q ?? "");
  if (document.activeElement !== search) search.value = query;
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  fillForm(form, said);
  tell(part, filterPart(part, words, said), words, said);
  if (part === "diagrams") showFigure(said.view, said.element);
  if (part === "attack-paths") showAttack(said.attack, said.element);
  showPanel(said);
  if (part === "standards" || said.question || said.control || said.assumption) bringUp(said);
}

/** Filters every table of a part; how many rows fit, and of how many. */
function filterPart(part, words, said) {
  const test = testOf({ ...said, clause: part === "threats" ? said.clause : "" });
  let [fitting, all] = [0, 0];
  for (const rows of tables.get(part)) {
    fitting += rows === threatTable ? rows.filter(words, test) : rows.filter(words);
    all += rows.all.length;
  }
  return [fitting, all];
}

/** Says what is shown to those who see it and those who hear it. */
function tell(part, [fitting, all], words, said) {
  const isFiltered = words.length || (part === "threats" && FILTERS.some((name) => said[name]));
  const what = part === "threats" ? "threats" : "rows";
  let text = isFiltered && all ? `${fitting} of ${all} ${what}` : part === "threats" ? `${all} threats` : "";
  if (part === "diagrams" && said.element && threatTable) {
    text = `${decodeURIComponent(said.element)}: ${threatTable.filter(words, testOf({ element: said.element }))} threats here, inside and on its flows`;
  }
  if (told.textContent !== text) told.textContent = text;
}

/** Scrolls to a row, which may stand in a closed fold. */
function bringUp(said) {
  const kind = ["question", "control", "assumption", "clause"].find((name) => said[name]);
  const row = kind && byPlace.get(`${kind}=${said[kind]}`);
  if (!row) return;
  const fold = row.closest("details");
  if (fold) fold.open = true;
  row.scrollIntoView({ block: "center" });
}

/** A row leads to its threat wherever it is clicked. */
function startRows() {
  threatTable?.body.addEventListener("click", (event) => {
    const row = event.target.closest("tr");
    if (event.target.closest("a") || !row || String(getSelection())) return;
    go({ ...readAddress(), part: "threats", threat: row.dataset.id });
  });
  // a link from a row keeps the filter one is working under
  document.addEventListener("click", (event) => {
    const link = event.target.closest('table.threats a[href^="#threat="]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go({ ...readAddress(), part: "threats", threat: link.hash.slice(8) });
  });
}

function startSearch() {
  search.addEventListener("input", () => {
    const said = readAddress();
    type({ ...said, part: said.view ? "" : shownPart(said), q: encode(search.value.trim()) });
  });
  search.addEventListener("change", rest);
  // the index of a large report is made while nobody waits for it
  const rows = [...(threatTable?.all ?? [])];
  const index = (idle) => {
    while (rows.length && idle.timeRemaining() > 4) threatTable.text(rows.pop());
    if (rows.length) requestIdleCallback(index);
  };
  if (window.requestIdleCallback) requestIdleCallback(index);
}

/** Paper gets the whole document. */
function startPrint() {
  let closed = [];
  addEventListener("beforeprint", () => {
    for (const rows of [...tables.values()].flat()) rows.body.replaceChildren(...rows.all);
    closed = [...document.querySelectorAll("details:not([open], .quiet)")];
    for (const fold of closed) fold.open = true;
    for (const viewport of viewports.values()) viewport.reset();
  });
  addEventListener("afterprint", () => {
    for (const rows of [...tables.values()].flat()) rows.lay();
    for (const fold of closed) fold.open = false;
  });
}

for (const fold of document.querySelectorAll("details.fold")) fold.open = false;
startTabs(document.querySelector(".parts"));
startForm(form);
startTheme(document.querySelector('select[name="theme"]'));
const layers = document.querySelector(".layers");
if (layers) startLayers(layers);
startRows();
startSearch();
startPrint();
startAttacks();
addEventListener("hashchange", () => { typed = null; show(); });
addEventListener("keydown", (event) => { if (event.key === "Escape" && opened) closePanel(); });
show();
