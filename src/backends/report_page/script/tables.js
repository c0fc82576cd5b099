// Tables that are searched and sorted. Rows that do not fit, or that are too many to be looked at, are taken out of the document, so that a browser
// has little to lay out; printing puts all of them back.

/** So many rows are laid out; more on request. */
const AT_ONCE = 60;
/** So many are seen without scrolling: the others follow when these are painted. */
const SEEN = 20;

class Rows {
  constructor(table) {
    this.body = table.tBodies[0];
    this.all = [...this.body.rows];
    this.fitting = this.all;
    this.limit = AT_ONCE;
    this.texts = null;
    this.later = 0;
    this.more = make("button", "", { type: "button", class: "more" });
    this.more.hidden = true;
    this.more.addEventListener("click", () => { this.limit += 1000; this.lay(); });
    table.parentNode.after(this.more);
    this.sortable(table);
    if (this.all.length > AT_ONCE) this.lay();
  }

  /** The text of each row in small letters, made once. */
  text(row) {
    this.texts ??= new Map();
    if (!this.texts.has(row)) this.texts.set(row, textOf(row).toLowerCase());
    return this.texts.get(row);
  }

  /** Keeps the rows that pass a test and hold every word. */
  filter(words, test = () => true) {
    this.fitting = this.all.filter((row) => test(row) && words.every((word) => this.text(row).includes(word)));
    this.limit = AT_ONCE;
    this.lay();
    return this.fitting.length;
  }

  lay() {
    clearTimeout(this.later);
    const rows = this.fitting.slice(0, this.limit);
    const now = rows.slice(0, SEEN);
    const shown = this.body.children;
    if (shown.length !== rows.length || rows.some((row, at) => row !== shown[at])) {
      this.body.replaceChildren(...now);
      if (rows.length > SEEN) this.later = setTimeout(() => this.body.append(...rows.slice(SEEN)), 60);
    }
    const left = this.fitting.length - this.limit;
    this.more.hidden = left <= 0;
    this.more.textContent = `Show more: ${left} rows are not shown`;
  }

  /** A button on each heading. Sorting twice turns the order around. */
  sortable(table) {
    for (const [column, head] of [...table.tHead.rows[0].cells].entries()) {
      const button = make("button", head.textContent, { type: "button" });
      head.replaceChildren(button);
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        this.sort(column, down ? -1 : 1);
      });
    }
  }

  sort(column, direction) {
    const key = (row) => row.cells[column]?.dataset.key ?? row.cells[column]?.textContent ?? "";
    const compare = new Intl.Collator("en", { numeric: true }).compare;
    const keyed = this.all.map((row) => [key(row), row]);
    keyed.sort((one, other) => direction * compare(one[0], other[0]));
    this.all = keyed.map(([, row]) => row);
    const fits = new Set(this.fitting);
    this.fitting = this.all.filter((row) => fits.has(row));
    this.lay();
  }
}

/** The tables of a part that can be searched and sorted. */
const tablesOf = (part) => [...part.querySelectorAll("table.rows:not(.counts)")].map((table) => new Rows(table));

/** What a row is found by: for a threat, all that is known of it, and of its rule. */
function textOf(row) {
  const full = row.dataset.state ? [byPlace.get(`threat=${row.dataset.id}`), ruleOf(row.dataset.id)] : [];
  return [row, ...full].map((one) => one?.textContent).join(" ");
}
