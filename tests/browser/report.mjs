// The report of both examples in a browser, opened from disk: what its readers do, and what they must never meet.
//
//   node report.mjs FILE.html … [--large FILE.html]
//
// The large report is only measured. Needs Chromium; `run` beside this file brings what is missing.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const files = process.argv.slice(2);
const at = files.indexOf("--large");
const large = at < 0 ? null : files.splice(at, 2)[1];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
const address = (file, fragment = "") => pathToFileURL(resolve(file)).href + fragment;

/** A page that fails the test where it says anything to the console or asks for anything but itself. */
async function open(file, fragment = "", options = {}) {
  const context = await browser.newContext({ viewport: { width: 1360, height: 900 }, ...options });
  const page = await context.newPage();
  const said = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(error.message));
  page.on("request", (request) => { if (!/^(file|data):/.test(request.url())) said.push(`asked for ${request.url()}`); });
  await page.goto(address(file, fragment));
  return { page, done: async () => { await context.close(); assert.deepEqual(said, []); } };
}

/** A change of the address is told to the page after the click. */
const settled = (page) => page.evaluate(() => new Promise((done) => setTimeout(done, 40)));
const after = (look) => async (page) => { await settled(page); return look(page); };
const fragment = after((page) => page.evaluate(() => location.hash));
const rows = after((page) => page.locator("table.threats tbody tr").count());
const told = after((page) => page.locator(".told").textContent());

async function clicks(file) {
  const { page, done } = await open(file);
  assert.ok(await page.locator("#overview").isVisible());
  await page.locator(".figures a", { hasText: "open" }).first().click();
  const open_ = await rows(page);
  assert.match(await told(page), new RegExp(`^${open_} of \\d+ threats$`));
  assert.ok(open_ > 0 && (await page.locator('table.threats tr[data-state="open"]').count()) === open_);

  const id = await page.locator("table.threats tbody tr").first().getAttribute("data-id");
  await page.locator("table.threats tbody tr th a").first().click();
  assert.equal(await fragment(page), `#threats&state=open&threat=${id}`);
  const article = page.locator("aside article.shown").first();
  assert.match(await page.locator("aside").innerText(), /Why it is listed.*Risk before controls.*Clauses it touches/s);

  await article.getByText("Show in the picture").click();
  await settled(page);
  assert.ok((await page.locator("figure.shown .chosen").count()) > 0, "the element is marked in the picture");
  assert.match(await told(page), /: \d+ threats here/);
  await page.goBack();
  assert.equal(await fragment(page), `#threats&state=open&threat=${id}`);
  await page.goBack();
  await settled(page);
  assert.equal(await page.locator("aside").isVisible(), false, "Back closes what was opened");
  assert.equal(await rows(page), open_);
  await done();
}

async function pictures(file) {
  const { page, done } = await open(file, "#diagrams");
  const frame = page.locator("figure.shown .viewport");
  const box = () => page.locator("figure.shown svg").getAttribute("viewBox");
  const whole = await box();
  await frame.hover();
  await page.mouse.wheel(0, -300);
  const nearer = await box();
  assert.notEqual(nearer, whole, "the wheel enlarges");
  await page.mouse.down();
  await page.mouse.move(500, 500, { steps: 5 });
  await page.mouse.up();
  assert.notEqual(await box(), nearer, "dragging moves");
  assert.doesNotMatch(await fragment(page), /element/, "and chooses nothing");
  await frame.focus();
  await page.keyboard.press("0");
  assert.equal(await box(), whole);
  await page.keyboard.press("+");
  await page.keyboard.press("ArrowLeft");
  assert.notEqual(await box(), whole, "keys move and enlarge");
  await page.locator("figure.shown .bar button", { hasText: "All" }).click();
  assert.equal(await box(), whole);

  for (const kind of ["node", "flow-label"]) {
    const group = page.locator(`figure.shown g.${kind} text`).first();
    const element = await page.locator(`figure.shown g.${kind}`).first().getAttribute("data-element");
    await group.click();
    assert.match(await fragment(page), new RegExp(`element=${element.replaceAll(".", "\\.")}`));
    assert.match(await page.locator("aside article.shown h3").textContent(), new RegExp(element.replaceAll(".", "\\.")));
  }
  const views = await page.locator(".views a").count();
  assert.ok(views > 10);
  await page.locator(".views a").last().click();
  await settled(page);
  assert.equal(await page.locator("figure.shown").count(), 1);
  await page.locator('.layers input[name="controls"]').check();
  await page.locator('.layers input[name="ports"]').uncheck();
  assert.equal(await page.locator("figure.shown g.port:visible").count(), 0);
  await done();
}

/** Two fingers enlarge about the point between them, one moves, and a touch without a move chooses. */
async function touches(file) {
  const { page, done } = await open(file, "#diagrams", { hasTouch: true, isMobile: true, viewport: { width: 400, height: 800 } });
  const frame = page.locator("figure.shown .viewport");
  await frame.scrollIntoViewIfNeeded();
  const box = () => page.locator("figure.shown svg").getAttribute("viewBox").then((text) => text.split(" ").map(Number));
  const whole = await box();
  const at = await frame.boundingBox();
  const middle = { x: at.x + at.width / 2, y: at.y + Math.min(at.height, 300) / 2 };
  const session = await page.context().newCDPSession(page);
  const touch = (type, points) => session.send("Input.dispatchTouchEvent", { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
  const pair = (apart) => [[middle.x - apart, middle.y], [middle.x + apart, middle.y]];
  await touch("touchStart", pair(20));
  for (const apart of [30, 45, 60, 80]) await touch("touchMove", pair(apart));
  await touch("touchEnd", []);
  const nearer = await box();
  assert.ok(nearer[2] < whole[2] / 2.5, `two fingers apart enlarge: ${whole} to ${nearer}`);
  await touch("touchStart", pair(80));
  for (const apart of [60, 40, 25]) await touch("touchMove", pair(apart));
  await touch("touchEnd", []);
  assert.ok((await box())[2] > nearer[2] * 2, "and together shrink");
  const before = await box();
  await touch("touchStart", [[middle.x, middle.y]]);
  for (const far of [10, 30, 60]) await touch("touchMove", [[middle.x + far, middle.y]]);
  await touch("touchEnd", []);
  const moved = await box();
  assert.ok(moved[0] < before[0] && Math.abs(moved[2] - before[2]) < 0.01, "one finger moves");
  assert.doesNotMatch(await fragment(page), /element/, "and chooses nothing");
  await page.locator("figure.shown .bar button", { hasText: "All" }).click();
  // a touch too soon after another one is taken for the second half of a double touch
  await new Promise((done) => setTimeout(done, 600));
  await page.locator("figure.shown g.node text").first().tap();
  await page.waitForFunction(() => /element=/.test(location.hash), undefined, { timeout: 10_000 });
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, "nothing is wider than the screen");
  await done();
}

/** Each asset opens with its picture, whose elements can be chosen. */
async function attacks(file) {
  const { page, done } = await open(file, "#attack-paths");
  const fold = page.locator("details.asset:has(figure)").first();
  await fold.locator("summary").click();
  const figure = fold.locator("figure").first();
  assert.ok(await figure.locator("svg").isVisible());
  await figure.locator("g.node text").first().click();
  assert.match(await fragment(page), /attack=/);
  await page.goto(address(file, await fragment(page)));
  await settled(page);
  assert.ok(await figure.isVisible(), "the link opens it");
  await done();
}

async function searches(file) {
  const { page, done } = await open(file, "#threats");
  const all = await page.evaluate(() => document.querySelectorAll("article[id^='threat=']").length);
  await page.locator('input[name="q"]').fill("software");
  const found = await told(page);
  assert.match(found, new RegExp(`^\\d+ of ${all} threats$`));
  await page.locator('select[name="state"]').selectOption("mitigated");
  const fewer = await told(page);
  assert.ok(parseInt(fewer) > 0 && parseInt(fewer) <= parseInt(found), `${fewer}, ${found}`);
  const link = await fragment(page);
  assert.match(link, /q=software/);
  const again = await open(file, link);
  assert.equal(await told(again.page), fewer, "the link shows the same");
  await again.done();
  await page.locator("table.threats thead button", { hasText: "Threat" }).click();
  const ids = await page.locator("table.threats tbody tr").evaluateAll((rows) => rows.map((row) => row.cells[0].textContent));
  assert.deepEqual(ids, [...ids].sort(new Intl.Collator("en", { numeric: true }).compare));
  await page.locator(".filters button[type=reset]").click();
  assert.equal(await told(page), `${all} threats`);
  await done();
}

async function keyboard(file) {
  const { page, done } = await open(file);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Skip to the content");
  await page.locator("#tab-overview").focus();
  await page.keyboard.press("ArrowRight");
  assert.equal(await page.evaluate(() => document.activeElement.id), "tab-diagrams");
  await settled(page);
  assert.ok(await page.locator("#diagrams").isVisible());
  await page.locator('figure.shown [role="button"][tabindex="0"]').focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  assert.match(await fragment(page), /element=/);
  await page.keyboard.press("Escape");
  assert.doesNotMatch(await fragment(page), /element=/);
  await done();
}

/** Every link within the page leads somewhere, with the script and without it. */
async function links(file) {
  const { page, done } = await open(file, "", { javaScriptEnabled: false });
  const text = readFileSync(file, "utf8");
  const ids = new Set([...text.matchAll(/ id="([^"]*)"/g)].map((found) => found[1]));
  const dead = [...text.matchAll(/ href="#([^"]*)"/g)].map((found) => found[1]).filter((link) => !ids.has(link));
  assert.deepEqual(dead, []);
  for (const part of ["overview", "threats", "standards", "full-1", "full-2"]) assert.ok(await page.locator(`#${part}`).isVisible(), part);
  assert.equal(await page.locator(".filters").isVisible(), false);
  await done();
}

async function accessible(file) {
  const cases = [["#overview", "light"], ["#threats&state=open", "light"], ["#diagrams", "dark"], ["#threats", "dark"], ["#ports", "light"], ["#standards", "dark"], ["#attack-paths", "light"], ["#trace", "dark"], ["#software", "light"], ["", "plain"]];
  for (const [place, how] of cases) {
    // axe is brought in by the test, past the page's policy; without the script nothing but the document is looked at
    const plain = how === "plain";
    const { page, done } = await open(file, place, { bypassCSP: true, colorScheme: plain ? "light" : how });
    if (plain) await page.evaluate(() => document.documentElement.classList.remove("scripted-page"));
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
    assert.deepEqual(violations.map((one) => `${place} ${how} ${one.id}: ${one.nodes[0].html.slice(0, 160)}`), []);
    await done();
  }
}

async function prints(file) {
  const { page, done } = await open(file, "#threats&state=open");
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length;
  assert.ok(pages > 30 && pages < 220, `${pages} pages: all that a reviewer asks for, and no more than one prints`);
  console.log(`  PDF: ${pages} pages, ${Math.round(pdf.length / 1024)} kB`);
  await done();
}

/** How long a step of the search takes until the next picture, in milliseconds: printed, not judged. */
async function measure(file) {
  const { page, done } = await open(file, "#threats");
  await page.waitForTimeout(3000);
  const times = await page.evaluate(async () => {
    const search = document.querySelector('input[name="q"]');
    const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const times = { scripted: [], painted: [] };
    search.focus();
    const words = ["f", "fi", "fir", "firm", "a", "", "server", "s", ""];
    for (const word of [...words, ...words, ...words, ...words, ...words]) {
      await frame();
      const start = performance.now();
      search.value = word;
      search.dispatchEvent(new Event("input"));
      document.body.offsetHeight;
      times.scripted.push(performance.now() - start);
      await frame();
      times.painted.push(performance.now() - start);
    }
    return times;
  });
  const text = (list) => `median ${list.sort((a, b) => a - b)[list.length >> 1].toFixed(1)}, 95 of 100 below ${list[Math.floor(list.length * 0.95)].toFixed(1)}, worst ${list.at(-1).toFixed(1)}`;
  const number = await page.evaluate(() => document.querySelectorAll("article[id^='threat=']").length);
  console.log(`  ${number} threats, ${Math.round(readFileSync(file).length / 1024)} kB: a key in the search, script and layout ${text(times.scripted)} ms; until painted ${text(times.painted)} ms`);
  await done();
}

for (const file of files) {
  console.log(file);
  for (const check of [clicks, pictures, touches, attacks, searches, keyboard, links, accessible, prints, measure]) {
    await check(file);
    console.log(`  ok ${check.name}`);
  }
}
if (large) await measure(large);
await browser.close();
