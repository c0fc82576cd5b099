// What stands beside the text: the diagram, the panel of threats, and the server that both ask.
import assert from "node:assert/strict";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

export const beside = (folder) => [
  ["the diagram beside the text shows what the cursor stands in, and leads back to it", async (bench) => {
    await bench.openFile("device.tm");
    await bench.goTo("process blower");
    await bench.command("Ward: Show Diagram Beside");
    const frame = bench.page.frameLocator("iframe.webview").frameLocator("iframe");
    const current = frame.locator("svg .current").first();
    await current.waitFor();
    await bench.until("the picture of the cursor", async () => /\.blower$/.test(await current.getAttribute("data-element")) || current.getAttribute("data-element"));
    await bench.sized(1280, 640, () => bench.shot("editor-diagram", { x: 48, y: 0, width: 1232, height: 616 }));
    await bench.goTo("process guard");
    await bench.until("the picture to follow the cursor", async () => /\.guard$/.test(await current.getAttribute("data-element")) || current.getAttribute("data-element"));
    const before = await bench.lineNumber();
    await frame.locator("svg .place[data-element$='.therapy.blower'] text").first().click();
    await bench.until("the cursor to go where was clicked", async () => {
      const at = await bench.lineNumber().catch(() => before);
      return at < before || at;
    });
    assert.match(await bench.locator(".editor-group-container.active .tab.active").first().textContent(), /device\.tm/);
    await bench.command("View: Close All Editors");
  }],

  ["the threats of the model are listed, and lead to their elements", async (bench) => {
    await bench.openFile("device.tm");
    await bench.goTo("process boot");
    await bench.locator(".codelens-decoration a:visible", { hasText: "1 open threat" }).first().click();
    const rows = bench.locator(".pane-body .monaco-list-row");
    await rows.filter({ hasText: "A glitch makes Boot loader skip a check" }).and(bench.locator(".selected")).waitFor();
    assert.match(await rows.first().textContent(), /Open.*4/);
    await bench.widen(220);
    await bench.sized(1180, 480, () => bench.shot("editor-threats", { x: 0, y: 0, width: 1180, height: 456 }));
    await bench.widen(-220);
    const before = await bench.lineNumber();
    await rows.filter({ hasText: /Memory of Blower controller/ }).click();
    await bench.until("the cursor to go to the element", async () => {
      const at = await bench.lineNumber().catch(() => before);
      return at !== before || at;
    });
    await bench.command("View: Close Primary Side Bar");
  }],

  ["the server comes with the extension, unless the settings name another; what is wrong is said", async (bench) => {
    await bench.openFile("device.tm");
    await bench.command("Ward: Show Output");
    const output = bench.locator(".output-view-container .view-lines, .panel .view-lines").first();
    await output.filter({ hasText: /with.the.extension/ }).waitFor();
    await bench.command("View: Hide Panel");
    const own = path.join(folder, ".vscode");
    mkdirSync(own);
    writeFileSync(path.join(own, "settings.json"), JSON.stringify({ "ward.server.path": "/nowhere/ward" }));
    const toast = bench.locator(".notification-toast", { hasText: "/nowhere/ward, which is no program" });
    await toast.waitFor();
    rmSync(own, { recursive: true });
    await bench.command("Notifications: Clear All Notifications");
    await bench.openFile("device.tm");
    await bench.goTo("process boot");
    await bench.hover();
  }],
];
