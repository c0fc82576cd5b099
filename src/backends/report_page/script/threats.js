// The threat table: filters that combine, and what they mean.

/** What an element is a part of, or ends at: its boundaries, its parent, the ends of a flow. */
const withinOf = (id) => (byPlace.get(`element=${id}`)?.dataset.within ?? "").split(" ").filter(Boolean);

/** Whether an element is another, is inside it, or is a flow that ends there. */
function belongs(id, to, seen = new Set()) {
  if (id === to) return true;
  if (seen.has(id)) return false;
  seen.add(id);
  return withinOf(id).some((around) => belongs(around, to, seen));
}

/** A test of a row by what the address says. */
function testOf(said) {
  const tests = [];
  const { state, category, risk, element, clause } = said;
  if (state) tests.push(((states) => (row) => states.includes(row.dataset.state))(state.split(",")));
  if (category) tests.push((row) => row.dataset.category === category);
  if (risk) tests.push((row) => row.dataset.risk === risk);
  if (clause) tests.push((row) => ruleOf(row.dataset.id)?.dataset.clauses.split(" ").includes(clause));
  if (element) {
    const known = new Map();
    tests.push((row) => {
      const own = row.dataset.element;
      if (!known.has(own)) known.set(own, belongs(own, element));
      return known.get(own);
    });
  }
  return (row) => tests.every((test) => test(row));
}

/** Shows in the form what the address says. An element of which no rule found anything gets its own line. */
function fillForm(form, said) {
  for (const name of FILTERS) {
    const select = form.elements[name];
    const value = said[name] ?? "";
    if (value && ![...select.options].some((option) => option.value === value)) select.add(new Option(decodeURIComponent(value), value));
    select.value = value;
  }
}

function startForm(form) {
  form.addEventListener("change", () => {
    const said = readAddress();
    for (const name of FILTERS) said[name] = form.elements[name].value;
    go({ ...said, part: "threats", threat: "", view: "" });
  });
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    search.value = "";
    go({ part: "threats" });
  });
}
