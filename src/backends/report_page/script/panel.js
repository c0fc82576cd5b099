// What is known of one threat or element, beside the part one is in.

let opened = null;

function showPanel(said) {
  const article = byPlace.get(said.threat ? `threat=${said.threat}` : `element=${said.element}`) ?? null;
  document.documentElement.classList.toggle("with-panel", Boolean(article));
  for (const row of document.querySelectorAll("tr.current")) row.classList.remove("current");
  if (said.threat) for (const row of threatTable?.all ?? []) row.classList.toggle("current", row.dataset.id === said.threat);
  if (article === opened) return;
  opened?.classList.remove("shown");
  opened?.querySelector(".actions")?.remove();
  opened = article;
  if (!article) return;
  article.classList.add("shown");
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
  const view = pictureOf(element);
  if (view) bar.append(make("a", "Show in the picture", { href: `#view=${view}&element=${element}` }));
  bar.append(make("a", "Threats here, inside and on its flows", { href: `#threats&element=${element}` }));
  const copy = make("button", "Copy link", { type: "button" });
  copy.addEventListener("click", () => copyLink(copy, said));
  const close = make("button", "Close", { type: "button" });
  close.addEventListener("click", closePanel);
  bar.append(copy, close);
  return bar;
}

/** The clipboard may be closed to pages from a disk; then the address bar has the link. */
async function copyLink(button, said) {
  const fragment = said.threat ? `#threat=${said.threat}` : `#element=${said.element}`;
  try {
    await navigator.clipboard.writeText(location.href.split("#")[0] + fragment);
    button.textContent = "Copied";
  } catch {
    history.replaceState(null, "", fragment);
    button.textContent = "Link is in the address bar";
  }
}

function closePanel() {
  const said = readAddress();
  if (said.view) go({ ...said, threat: "", element: "" });
  else go({ ...said, part: shownPart(said), threat: "", element: "" });
}
