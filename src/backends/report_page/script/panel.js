// What is known of one threat or element, beside the part one is in.

let opened = null;

/** The row of the threat that is shown. */
let current = null;

/** The article of what an address is about. */
const articleOf = (said) => byPlace.get(["threat", "element", "rule"].filter((kind) => said[kind]).map((kind) => `${kind}=${said[kind]}`)[0]) ?? null;

/** What all threats of a rule have in common is told below each. */
const ruleOf = (id) => byPlace.get(`rule=${id.split("@")[0]}`);

function showPanel(said) {
  const article = articleOf(said);
  if (article === opened) return;
  document.documentElement.classList.toggle("with-panel", Boolean(article));
  current?.classList.remove("current");
  current = said.threat ? threatTable?.all.find((row) => row.dataset.id === said.threat) : null;
  current?.classList.add("current");
  for (const shown of document.querySelectorAll("aside article.shown")) shown.classList.remove("shown");
  opened?.querySelector(".actions")?.remove();
  opened = article;
  if (!article) return;
  article.classList.add("shown");
  if (said.threat) ruleOf(said.threat)?.classList.add("shown");
  article.prepend(actions(said));
  nameThreats(article);
  document.getElementById("full").scrollTop = 0;
}

/** Threats of an element are named by their ids; their titles stand in the table. */
function nameThreats(article) {
  if (article.dataset.named || !threatTable) return;
  article.dataset.named = "yes";
  const titles = new Map(threatTable.all.map((row) => [row.dataset.id, row.cells[1].textContent]));
  for (const link of article.querySelectorAll('dd > ul a[href^="#threat="]')) {
    link.parentNode.append(" ", make("small", titles.get(link.hash.slice(8)) ?? ""));
  }
}

function actions(said) {
  const bar = make("p", "", { class: "actions" });
  const element = said.threat ? byPlace.get(`threat=${said.threat}`).dataset.element : said.element;
  const view = element && pictureOf(element);
  if (view) bar.append(make("a", "Show in the picture", { href: `#view=${view}&element=${element}` }));
  if (element) bar.append(make("a", "Threats here, inside and on its flows", { href: `#threats&element=${element}` }));
  const copy = make("button", "Copy link", { type: "button" });
  copy.addEventListener("click", () => copyLink(copy, said));
  const close = make("button", "Close", { type: "button" });
  close.addEventListener("click", closePanel);
  bar.append(copy, close);
  return bar;
}

/** The clipboard may be closed to pages from a disk; then the address bar has the link. */
async function copyLink(button, said) {
  const fragment = `#${articleOf(said).id}`;
  try {
    await navigator.clipboard.writeText(location.href.split("#")[0] + fragment);
    button.textContent = "Copied";
  } catch {
    rest();
    history.replaceState(null, "", fragment);
    button.textContent = "Link is in the address bar";
  }
}

function closePanel() {
  const said = readAddress();
  go({ ...said, part: said.view ? "" : shownPart(said), threat: "", element: "", rule: "" });
}
