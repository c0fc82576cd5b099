// Light or dark, where one wants it otherwise than the system; kept where the browser keeps anything for a page from disk.

function startTheme(select) {
  const use = (theme) => {
    if (theme) document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
  };
  try { select.value = localStorage.getItem("ward-report-theme") ?? ""; } catch { /* nothing is kept */ }
  use(select.value);
  select.addEventListener("change", () => {
    use(select.value);
    try { localStorage.setItem("ward-report-theme", select.value); } catch { /* nothing is kept */ }
  });
}
