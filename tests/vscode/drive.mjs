// What a person does in VS Code with a threat model. Each step is asserted and photographed.
// usage: node drive.mjs ADDRESS PICTURES
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import path from "node:path";

const { chromium } = createRequire(new URL("../browser/package.json", import.meta.url))("playwright-core");
const [address, pictures] = process.argv.slice(2);
const PATIENCE = 60_000;

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
const page = await browser.newPage({ viewport: { width: 1400, height: 800 } });
page.setDefaultTimeout(PATIENCE);

const shot = (name) => page.screenshot({ path: path.join(pictures, `${name}.png`) });
const step = async (name, work) => {
  try {
    await work();
    console.log(`ok ${name}`);
  } catch (error) {
    await shot("failed");
    throw new Error(`${name}: ${error.message}`);
  }
};
const press = async (...keys) => { for (const key of keys) await page.keyboard.press(key); };

/** Runs a command of the palette. */
async function command(name) {
  await press("F1");
  await page.locator(".quick-input-widget input").first().fill(`>${name}`);
  await page.locator(".quick-input-list .monaco-list-row", { hasText: name }).first().waitFor();
  await press("Enter");
}

/** From the explorer: the search for files needs a program that code-server lacks here. */
async function openFile(name) {
  await command("View: Show Explorer");
  await page.locator(".explorer-folders-view .monaco-list-row", { hasText: name }).first().dblclick();
  await page.locator(".tab.active", { hasText: name }).waitFor();
}

/** Puts the cursor behind a text, by the editor's own search. */
async function goTo(text) {
  await page.locator(".monaco-editor .view-lines").first().click();
  await press("Control+f");
  await page.locator(".find-widget.visible textarea").first().fill(text);
  await press("Enter");
  await page.locator(".find-widget.visible .matchesCount", { hasText: /^\d+ of/ }).first().waitFor();
  await press("Escape");
  await page.locator(".find-widget.visible").waitFor({ state: "detached" });
  await page.waitForTimeout(300);
}

const lineOf = async () => Number((await page.locator(".statusbar-item", { hasText: /^Ln \d+/ }).first().textContent()).match(/Ln (\d+)/)[1]);

for (let tries = 60; ; tries--) {
  try {
    await page.goto(address);
    break;
  } catch (error) {
    if (tries === 0) throw error; // the server has not come up
    await page.waitForTimeout(1000);
  }
}
await page.locator(".monaco-workbench").waitFor();

await step("a .tm is Ward and not Tcl, and is coloured", async () => {
  await page.waitForTimeout(3000);
  await openFile("ventilator.tm");
  await page.locator(".statusbar-item", { hasText: /^Ward$/ }).waitFor();
  const colours = () => page.locator(".view-line span[class^=mtk]").evaluateAll((spans) => new Set(spans.map((span) => span.className)).size);
  await assert.doesNotReject(async () => { while ((await colours()) < 5) await page.waitForTimeout(100); });
  await page.waitForTimeout(1500);
  await shot("colours");
});

await step("a mistake is underlined as it is made, and is gone when it is corrected", async () => {
  await goTo("manufacturer:");
  await press("ArrowRight", "ArrowLeft", "Backspace", "Backspace");
  await page.keyboard.type("x");
  await page.locator(".squiggly-error").first().waitFor();
  await command("Problems: Focus on Problems View");
  await page.locator(".markers-panel .monaco-list-row", { hasText: "manufactur" }).first().waitFor();
  await page.waitForTimeout(500);
  await shot("diagnostics");
  await page.locator(".monaco-editor .view-lines").first().click();
  await press("Control+z", "Control+z", "Control+z", "Control+z");
  await page.locator(".squiggly-error").first().waitFor({ state: "detached" });
  await press("Control+j");
});

await step("the diagram beside the text shows what the cursor stands in, and leads back to it", async () => {
  await openFile("device.tm");
  await press("Control+b");
  await command("Ward: Show Diagram Beside");
  const frame = page.frameLocator("iframe.webview").frameLocator("iframe");
  await frame.locator("svg .place").first().waitFor();
  await goTo("process blower");
  const current = frame.locator("svg .node.current");
  await current.waitFor();
  await press("Home", "Home");
  await page.waitForTimeout(1000);
  await shot("diagram");
  const marked = await current.getAttribute("data-element");
  assert.match(marked, /\.blower$/);
  const before = await lineOf();
  await frame.locator(`svg .node.place:not([data-element="${marked}"]) text`).first().click();
  while ((await lineOf().catch(() => before)) === before) await page.waitForTimeout(200);
  await page.waitForTimeout(1000);
  assert.notEqual(await current.getAttribute("data-element"), marked, "the picture follows to what was clicked");
});

await step("the threats of the model are listed, and lead to their elements", async () => {
  await openFile("device.tm");
  await command("Focus on Threats View");
  const threats = page.locator(".pane-body .monaco-list-row", { hasText: "@" });
  await page.locator(".monaco-hover:not(.hidden)").first().waitFor({ state: "hidden" });
  await threats.first().waitFor();
  await page.waitForTimeout(500);
  await shot("threats");
  const before = await lineOf();
  await threats.nth(1).click();
  while ((await lineOf().catch(() => before)) === before) await page.waitForTimeout(200);
});

await step("a hover says what is known", async () => {
  await openFile("device.tm");
  await goTo("process blower");
  await press("ArrowRight");
  await command("Show or Focus Hover");
  await page.locator(".monaco-hover:not(.hidden) .hover-contents").first().waitFor();
  await page.waitForTimeout(500);
  await shot("hover");
  await press("Escape", "Escape");
  await page.locator(".monaco-hover:not(.hidden) .hover-contents").first().waitFor({ state: "hidden" });
});

await step("completion knows the attributes of the element", async () => {
  await goTo("process blower");
  // a long line is wrapped: its own end first
  await press("End", "End", "Enter");
  await press("Control+Space");
  await page.locator(".suggest-widget.visible .monaco-list-row").first().waitFor();
  await page.waitForTimeout(800);
  await shot("completion");
  await press("Escape", "Control+z");
});

await browser.close();
console.log("all steps passed");
