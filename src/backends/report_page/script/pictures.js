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
    button.setAttribute("aria-label", nameOf(button));
    button.tabIndex = at ? -1 : 0;
  });
  svg.addEventListener("click", (event) => {
    const hit = event.target.closest("[data-element]");
    if (hit && !viewports.get(figure).moved) choose(hit.dataset.element);
  });
  svg.addEventListener("keydown", (event) => elementKey(event, buttons));
}

/** What is written on it; for a line, which has no words of its own, its title. */
function nameOf(group) {
  const words = [...group.querySelectorAll("text")].map((text) => text.textContent);
  return words.length ? words.join(" ") : (group.querySelector("title")?.textContent ?? group.dataset.element);
}

/** The first group of each element; its label, and its name at the foot of a long story, are clicked only. */
function buttonsOf(svg) {
  const seen = new Set();
  const groups = [...svg.querySelectorAll("g[id][data-element]")];
  return groups.filter((group) => !seen.has(group.dataset.element) && seen.add(group.dataset.element));
}

function elementKey(event, buttons) {
  const at = buttons.indexOf(event.target);
  if (at < 0) return;
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (step) {
    const next = buttons[(at + step + buttons.length) % buttons.length];
    event.target.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  } else if (event.key === "Enter" || event.key === " ") choose(event.target.dataset.element);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/** An element of the picture that is shown: its facts beside it, its threats in the table. */
function choose(id) {
  const said = readAddress();
  const element = encode(id);
  go({ view: said.view ?? currentView(), element: said.element === element ? "" : element, q: said.q });
}

const figures = () => [...document.querySelectorAll("figure")];
const currentView = () => (document.querySelector("figure.shown") ?? figures()[0])?.dataset.id;

function showFigure(view, element) {
  const all = figures();
  const shown = all.find((figure) => figure.dataset.id === view) ?? document.querySelector("figure.shown") ?? all[0];
  if (!shown) return;
  for (const figure of all) figure.classList.toggle("shown", figure === shown);
  for (const section of document.querySelectorAll(".view")) section.classList.toggle("shown", section.contains(shown));
  for (const link of document.querySelectorAll(".views a")) {
    if (link.hash === `#view=${shown.dataset.id}`) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
  readyFigure(shown);
  for (const group of shown.querySelectorAll("g[data-element]")) {
    const chosen = Boolean(element) && encode(group.dataset.element) === element;
    group.classList.toggle("chosen", chosen);
    if (group.hasAttribute("role")) group.setAttribute("aria-pressed", String(chosen));
  }
}

/** The picture to go to for an element: the one that is shown, if it has it. */
function pictureOf(element) {
  const has = (figure) => [...figure.querySelectorAll("g[data-element]")].some((group) => encode(group.dataset.element) === element);
  const shown = document.querySelector("figure.shown");
  return (shown && has(shown) ? shown : figures().find(has))?.dataset.id;
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
