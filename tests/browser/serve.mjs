// `ward serve` in a browser: the page follows the model while it is edited, stays where the reader was, and shows what keeps it from compiling.
//
//   node serve.mjs WARD FOLDER [PICTURES]
//
// FOLDER holds a copy of an example, which is changed. PICTURES is a folder for screenshots.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";

const [ward, folder, pictures] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const root = join(folder, "inhaler.tm");
const edit = (from, to) => {
  const text = readFileSync(root, "utf8");
  assert.ok(text.includes(from), `${from} in ${root}`);
  writeFileSync(root, text.replace(from, to));
};

const server = spawn(ward, ["serve", folder, "--port", "0"], { stdio: ["ignore", "ignore", "pipe"] });
const address = await new Promise((found, failed) => {
  createInterface({ input: server.stderr }).on("line", (line) => {
    const at = line.match(/http:\/\/[^;\s]+/);
    if (at) found(at[0]);
  });
  server.on("exit", (status) => failed(new Error(`ended with ${status}`)));
});
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
try {
  const page = await browser.newPage({ viewport: { width: 1360, height: 900 } });
  const said = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(error.message));
  page.on("request", (request) => { if (!request.url().startsWith(address) && !request.url().startsWith("data:")) said.push(`asked for ${request.url()}`); });
  const look = async (name) => { if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`) }); };
  const report = page.frameLocator("#report");
  const standing = page.locator("#standing");

  await page.goto(address);
  await report.locator("#overview").waitFor({ state: "visible" });
  assert.match(await standing.textContent(), /open threats?, \d+ questions?/);
  assert.match(await page.title(), /Aera/);

  // where one is in the report stands in the address, and outlives the next change
  await report.getByRole("tab", { name: /^Threats/ }).click();
  await page.waitForFunction(() => location.hash.startsWith("#threats"));
  edit('"Aera connected inhaler"', '"Aera changed inhaler"');
  await page.waitForFunction(() => document.title.includes("changed inhaler"));
  await report.locator("table.threats").waitFor({ state: "visible" });
  assert.ok(page.url().includes("#threats"), page.url());
  await look("sound");

  // a mistake: the messages, above the last report there was
  edit("system aera", "sistem aera");
  await page.locator("#stale").waitFor({ state: "visible" });
  assert.match(await standing.textContent(), /does not compile|cannot be read/);
  assert.match(await page.locator("#messages").textContent(), /error/);
  assert.ok(await report.locator("table.threats").isVisible());
  await look("broken");
  await page.evaluate(axe);
  const faults = await page.evaluate(() => axe.run({ iframes: false }));
  assert.deepEqual(faults.violations.map((fault) => `${fault.id}: ${fault.nodes[0].html}`), []);

  edit("sistem aera", "system aera");
  await page.locator("#stale").waitFor({ state: "hidden" });
  assert.match(await standing.textContent(), /open threats?/);
  assert.deepEqual(said, []);
  console.log("serve: follows changes, keeps the place, shows mistakes, axe: ok");
} finally {
  await browser.close();
  server.removeAllListeners("exit");
  server.kill();
}
