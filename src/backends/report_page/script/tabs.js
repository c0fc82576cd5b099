// The contents become tabs: one stop of the tab key, arrows move between them (WAI-ARIA, pattern "tabs").

function startTabs(list) {
  list.setAttribute("role", "tablist");
  list.setAttribute("aria-label", "Parts of the report");
  for (const tab of list.querySelectorAll("a")) {
    const panel = document.getElementById(tab.hash.slice(1));
    tab.parentNode.setAttribute("role", "presentation");
    tab.setAttribute("role", "tab");
    tab.id = `tab-${panel.id}`;
    tab.setAttribute("aria-controls", panel.id);
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", tab.id);
  }
  list.addEventListener("keydown", (event) => {
    const tabs = [...list.querySelectorAll("a")];
    const at = tabs.indexOf(document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (to !== undefined) {
      const tab = tabs[(to + tabs.length) % tabs.length];
      event.preventDefault();
      tab.focus();
      go({ part: tab.hash.slice(1) });
    } else if (event.key === " ") {
      event.preventDefault();
      document.activeElement.click();
    }
  });
}

/** The part that is shown. */
let shownTab = null;

function showPart(part) {
  if (part === shownTab) return;
  shownTab = part;
  for (const tab of document.querySelectorAll('.parts [role="tab"]')) {
    const own = tab.hash.slice(1) === part;
    tab.setAttribute("aria-selected", String(own));
    tab.tabIndex = own ? 0 : -1;
    document.getElementById(tab.hash.slice(1)).classList.toggle("shown", own);
  }
}
