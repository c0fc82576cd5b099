// VS Code in a browser as a person handles it: files, cursor, keys, menus, and pictures of parts of it.
import { createRequire } from "node:module";
import path from "node:path";

const { chromium } = createRequire(new URL("../browser/package.json", import.meta.url))("playwright-core");
const PATIENCE = 60_000;

export class Workbench {
  /** Opens the workbench at an address once its server has come up. */
  static async open(address, pictures) {
    const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(PATIENCE);
    for (let tries = 60; ; tries--) {
      try {
        await page.goto(address);
        break;
      } catch (error) {
        if (tries === 0) throw error;
        await page.waitForTimeout(1000);
      }
    }
    await page.locator(".monaco-workbench").waitFor();
    return new Workbench(browser, page, pictures);
  }

  constructor(browser, page, pictures) {
    Object.assign(this, { browser, page, pictures });
  }

  close() {
    return this.browser.close();
  }

  locator(selector, options) {
    return this.page.locator(selector, options);
  }

  pause(milliseconds) {
    return this.page.waitForTimeout(milliseconds);
  }

  async press(...keys) {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async type(text) {
    await this.page.keyboard.type(text, { delay: 40 });
  }

  /** Waits until something holds; what it gave last is in the complaint. */
  async until(what, condition) {
    const end = Date.now() + PATIENCE;
    let last;
    do {
      last = await condition();
      if (last === true) return;
      await this.pause(100);
    } while (Date.now() < end);
    throw new Error(`waited in vain for ${what}; seen: ${JSON.stringify(last)}`);
  }

  /** Runs a command of the palette by its whole title. */
  async command(title) {
    await this.press("F1");
    await this.locator(".quick-input-widget input").first().fill(`>${title}`);
    const whole = `.quick-input-list .monaco-list-row:is([aria-label="${title}"], [aria-label^="${title},"])`;
    await this.locator(whole).first().click();
    await this.locator(".quick-input-widget").first().waitFor({ state: "hidden" });
  }

  /** Waits until nothing covers the text. */
  async uncovered() {
    await this.press("Escape");
    for (const cover of [".monaco-hover:not(.hidden) .hover-contents", ".suggest-widget.visible", ".action-widget", ".peekview-widget"]) {
      await this.until(`${cover} to go`, async () => {
        if ((await this.locator(cover).count()) === 0) return true;
        await this.press("Escape");
        return cover;
      });
    }
  }

  /** Opens a file from the explorer: the search for files needs a program that code-server lacks here. */
  async openFile(name) {
    if (await this.locator(".tab.active", { hasText: name }).count()) {
      await this.command("View: Focus Active Editor Group");
      return;
    }
    await this.command("View: Show Explorer");
    const folder = this.locator(".explorer-folders-view .monaco-list-row[aria-expanded=false]").first();
    if (await folder.count()) await folder.click();
    await this.locator(".explorer-folders-view .monaco-list-row", { hasText: name }).first().dblclick();
    await this.locator(".tab.active", { hasText: name }).waitFor();
    await this.command("View: Close Primary Side Bar");
  }

  /** Selects the first place of a text by the editor's own search. */
  async select(text) {
    await this.command("View: Focus Active Editor Group");
    await this.press("Control+Home", "Control+f");
    const find = this.locator(".find-widget.visible");
    await find.locator("textarea").first().fill(text);
    const count = find.locator(".matchesCount");
    await count.filter({ hasText: /of \d+/ }).waitFor();
    // what was searched before is not gone to by itself
    await this.until("the first place", async () => {
      await this.pause(200);
      const at = await count.textContent();
      if (!at.startsWith("1 of")) await this.press("Enter");
      return at.startsWith("1 of") || at;
    });
    await this.press("Escape");
    await find.waitFor({ state: "detached" });
  }

  /** Puts the cursor behind the first place of a text, and the line into the middle. */
  async goTo(text) {
    await this.select(text);
    await this.press("ArrowRight");
    await this.pause(200);
  }

  async lineNumber() {
    const text = await this.locator(".statusbar-item", { hasText: /^Ln \d+/ }).first().textContent();
    return Number(text.match(/Ln (\d+)/)[1]);
  }

  /** The text of the visible lines, as it is shown: hints and lenses are not in it. */
  async text() {
    const lines = await this.locator(".editor-group-container.active .view-lines .view-line").evaluateAll((all) =>
      all
        .map((line) => [Number.parseInt(line.style.top, 10), line.textContent])
        .sort((one, other) => one[0] - other[0])
        .map(([, text]) => text.replaceAll("\u00a0", " ")),
    );
    return lines.join("\n");
  }

  /** Undoes until the file is as it is on the disk; in other files, too, where a change was made in several. */
  async undoAll() {
    await this.command("View: Focus Active Editor Group");
    await this.until("nothing left to be undone", async () => {
      const dirty = await this.locator(".tab.active.dirty").count();
      if (dirty === 0) return true;
      await this.press("Control+z");
      await this.pause(300);
      const everywhere = this.locator(".monaco-dialog-box .monaco-button", { hasText: /Undo in \d+ Files/ });
      if (await everywhere.count()) await everywhere.click();
      return dirty;
    });
  }

  /** What can be chosen from the menu of actions at the cursor. */
  async actions() {
    await this.pause(600);
    await this.press("Control+.");
    const menu = this.locator(".action-widget");
    await menu.locator(".monaco-list-row").first().waitFor();
    return menu;
  }

  /** Takes one of the actions. */
  async choose(menu, action) {
    const row = menu.locator(".monaco-list-row.action", { hasText: action });
    await row.waitFor();
    await this.until(`${action} to be chosen`, async () => {
      const focused = /focused/.test(await row.getAttribute("class"));
      if (!focused) await this.press("ArrowDown");
      return focused;
    });
    await this.press("Enter");
    await menu.waitFor({ state: "hidden" });
  }

  /** Asks for completions at the cursor, with what is said of the first. */
  async suggest() {
    await this.press("Control+Space");
    const list = this.locator(".suggest-widget.visible");
    await list.locator(".monaco-list-row").first().waitFor();
    await this.pause(500);
    if ((await this.locator(".suggest-details-container:visible").count()) === 0) await this.press("Control+Space");
    await this.pause(300);
    return list;
  }

  /** Asks for what is known of what the cursor is on. */
  async hover() {
    await this.command("Show or Focus Hover");
    const hover = this.locator(".monaco-hover:not(.hidden) .hover-contents").first();
    await hover.waitFor();
    return hover;
  }

  /** A line of the editor that holds a text. */
  line(text) {
    return this.locator(".editor-group-container.active .view-line", { hasText: text }).first();
  }

  /** The box around lines and what lies over them, from the left edge of the text on; of lines no more than a width. */
  async around(parts, { width = 820, pad = 6 } = {}) {
    const boxes = await Promise.all(parts.map((part) => part.boundingBox()));
    const lines = await Promise.all(parts.map((part) => part.evaluate((element) => element.classList.contains("view-line"))));
    const { x: left } = await this.locator(".editor-group-container.active .monaco-editor").first().boundingBox();
    const top = Math.max(0, Math.min(...boxes.map((box) => box.y)) - pad);
    const bottom = Math.max(...boxes.map((box) => box.y + box.height)) + pad;
    const right = Math.max(left + width, ...boxes.filter((_, at) => !lines[at]).map((box) => box.x + box.width + pad));
    return { x: left, y: top, width: Math.min(right, this.page.viewportSize().width) - left, height: bottom - top };
  }

  /** The box around parts of the window that lie over everything else. */
  async over(parts, pad = 6) {
    const boxes = await Promise.all(parts.map((part) => part.boundingBox()));
    const left = Math.max(0, Math.min(...boxes.map((box) => box.x)) - pad);
    const top = Math.max(0, Math.min(...boxes.map((box) => box.y)) - pad);
    const right = Math.max(...boxes.map((box) => box.x + box.width)) + pad;
    const bottom = Math.max(...boxes.map((box) => box.y + box.height)) + pad;
    return { x: left, y: top, width: right - left, height: bottom - top };
  }

  /** A picture of a part of the window. */
  async shot(name, clip) {
    await this.pause(400);
    await this.page.screenshot({ path: this.file(name), clip });
  }

  /** Keeps a picture for `stack`. */
  async keep(clip) {
    await this.pause(400);
    return this.page.screenshot({ clip });
  }

  /** A picture of pictures, one under another. */
  async stack(name, pictures) {
    const page = await this.browser.newPage();
    const image = (picture) => `<img style="display: block; margin-bottom: 6px" src="data:image/png;base64,${picture.toString("base64")}">`;
    await page.setContent(`<div id="all" style="width: max-content; background: #d0d0d0">${pictures.map(image).join("")}</div>`);
    await page.locator("#all").screenshot({ path: this.file(name) });
    await page.close();
  }

  /** Makes the window as large as a picture needs it while something is done. */
  async sized(width, height, work) {
    const before = this.page.viewportSize();
    await this.page.setViewportSize({ width, height });
    await this.pause(500);
    try {
      await work();
    } finally {
      await this.page.setViewportSize(before);
    }
  }

  /** Makes the bar at the side wider. */
  async widen(pixels) {
    const bar = await this.locator(".part.sidebar").boundingBox();
    const { mouse } = this.page;
    await mouse.move(bar.x + bar.width, bar.y + bar.height / 2);
    await mouse.down();
    await mouse.move(bar.x + bar.width + pixels, bar.y + bar.height / 2, { steps: 5 });
    await mouse.up();
  }

  file(name) {
    return path.join(this.pictures, `${name}.png`);
  }
}
