// Pictures: one at a time, each element a button, layers that can be hidden.

const viewports = new Map();

/** The figure, ready to be moved; made ready when it is first looked at. */
function readyFigure(figure) {
  if (viewports.has(figure)) return;
  const frame = figure.querySelector(".viewport");
  viewports.set(figure, new Viewport(frame));
  const svg = frame.querySelector("svg");
  svg.setAttribute("role", "group");
  const buttons = buttonsOf(svg);
  buttons.forEach((button, at) => {
    button.setAttribute("role", "button");
    button.setAttribute("aria-pressed", "false");
    button.tabIndex = at ? -1 : 0;
  });
  nameAll(svg);
  svg.addEventListener("click", (event) => {
    const hit = event.target.closest("[data-element]");
    if (hit && !viewports.get(figure).moved) choose(figure, hit.dataset.element);
  });
  svg.addEventListener("keydown", (event) => elementKey(event, figure, buttons));
}

/** What an element is called for those who hear it and those who point at it. A flow, of which a picture may show but a number, is told in full. */
function nameAll(svg) {
  const words = new Map();
  for (const group of svg.querySelectorAll("g[data-element]")) {
    const written = [...group.querySelectorAll("text")].map((text) => text.textContent).join(" ");
    if (written) words.set(group.dataset.element, written);
  }
  for (const group of svg.querySelectorAll("g[data-element]")) {
    const id = group.dataset.element;
    const article = byPlace.get(`element=${encode(id)}`);
    const name = (group.matches(".node, .port") && words.get(id)) || (article ? toldOf(article) : (words.get(id) ?? id));
    if (group.hasAttribute("role")) group.setAttribute("aria-label", name);
    const tip = document.createElementNS("http://www.w3.org/2000/svg", "title");
    tip.textContent = name;
    group.prepend(tip);
  }
}

/** `Upload (device.upload): readings over HTTPS` */
function toldOf(article) {
  const said = new Map([...article.querySelectorAll(":scope > dl > dt")].map((term) => [term.textContent, term.nextSibling.textContent]));
  const head = article.querySelector("h3");
  const name = head.firstChild.textContent.trim();
  if (!said.has("Carries")) return name;
  return `${name} (${head.querySelector("code").textContent}): ${said.get("Carries")} over ${said.get("Protocol")}`;
}

/** The first group of each element; its label, and its name at the foot of a long story, are clicked only. */
function buttonsOf(svg) {
  const seen = new Set();
  const groups = [...svg.querySelectorAll("g[data-element]")];
  return groups.filter((group) => !seen.has(group.dataset.element) && seen.add(group.dataset.element));
}

function elementKey(event, figure, buttons) {
  const at = buttons.indexOf(event.target);
  if (at < 0) return;
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (step) {
    const next = buttons[(at + step + buttons.length) % buttons.length];
    event.target.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  } else if (event.key === "Enter" || event.key === " ") choose(figure, event.target.dataset.element);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/** An element of the picture that is shown: its facts beside it, its threats in the table. */
function choose(figure, id) {
  const said = readAddress();
  const element = said.element === encode(id) ? "" : encode(id);
  const place = figure.closest("#diagrams") ? { view: figure.dataset.id } : { attack: figure.dataset.id };
  go({ ...place, element, q: said.q });
}

const figures = [...document.querySelectorAll("#diagrams figure")];

function showFigure(view, element) {
  const shown = figures.find((figure) => figure.dataset.id === view) ?? document.querySelector("#diagrams figure.shown") ?? figures[0];
  if (!shown) return;
  for (const figure of figures) figure.classList.toggle("shown", figure === shown);
  for (const section of document.querySelectorAll(".view")) section.classList.toggle("shown", section.contains(shown));
  for (const link of document.querySelectorAll(".views a")) {
    if (link.hash === `#view=${shown.dataset.id}`) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  readyFigure(shown);
  mark(shown, element);
}

/** Marks what was chosen. */
function mark(shown, element) {
  for (const group of shown.querySelectorAll("g[data-element]")) {
    const chosen = Boolean(element) && encode(group.dataset.element) === element;
    group.classList.toggle("chosen", chosen);
    if (group.hasAttribute("role")) group.setAttribute("aria-pressed", String(chosen));
  }
}

/** Opens what is told of an asset; its picture is made ready when it is first seen. */
function showAttack(attack, element) {
  const figure = byPlace.get(`attack=${attack}`);
  if (!figure) return;
  const fold = figure.closest("details");
  if (!fold.open) {
    fold.open = true;
    fold.scrollIntoView();
  }
  readyFigure(figure);
  mark(figure, element);
}

function startAttacks() {
  for (const fold of document.querySelectorAll("details.asset")) {
    fold.addEventListener("toggle", () => { for (const figure of fold.open ? fold.querySelectorAll("figure") : []) readyFigure(figure); });
  }
}

/** The picture to go to for an element: the one that is shown, if it has it. */
function pictureOf(element) {
  const has = (figure) => [...figure.querySelectorAll("g[data-element]")].some((group) => encode(group.dataset.element) === element);
  const shown = document.querySelector("#diagrams figure.shown");
  return (shown && has(shown) ? shown : figures.find(has))?.dataset.id;
}

function startLayers(layers) {
  layers.addEventListener("change", () => {
    const on = (name) => layers.elements[name].checked;
    const root = document.documentElement.classList;
    root.toggle("no-ports", !on("ports"));
    root.toggle("no-threats", !on("threats"));
    root.toggle("with-controls", on("controls"));
  });
}
