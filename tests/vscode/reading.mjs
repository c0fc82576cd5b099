// What a reader of a model does: each step asserts what it sees, and photographs it.
import assert from "node:assert/strict";

export const reading = [
  ["a .tm is Ward and not Tcl, and words are coloured by what they mean", async (bench) => {
    await bench.openFile("device.tm");
    await bench.locator(".statusbar-item", { hasText: /^Ward$/ }).waitFor();
    const colour = (line, word) =>
      bench.line(line).locator("span[class*=mtk]", { hasText: word }).last().evaluate((span) => getComputedStyle(span).color);
    await bench.until("the colours of the server", async () => {
      const seen = await Promise.all([
        colour("boundary breva", /^boundary$/),
        colour("boundary breva", /^breva$/),
        colour("boundary breva", /Breva.bedside/),
        colour("access:", /^access$/),
        colour("access:", /^user$/),
      ]).catch((error) => [error.message]);
      return new Set(seen).size === 5 || seen;
    });
    await bench.shot("editor-colours", await bench.around([bench.line("extend hospital.icu"), bench.line("unused:")], { width: 780 }));
  }],

  ["hints show what the text does not say, and why it is so", async (bench) => {
    await bench.openFile("device.tm");
    await bench.goTo("process comm");
    const hint = bench.line("process comm").locator("span:not(:has(span))", { hasText: "more›" });
    await hint.waitFor();
    const shown = await hint.textContent();
    assert.ok(shown.length <= 60, `a hint leaves room for the text: ${shown}`);
    const port = await bench.line("port lan").textContent();
    assert.match(port, /‹both.ways/);
    await hint.hover();
    const why = bench.locator(".monaco-hover:not(.hidden) .hover-contents").first();
    await why.filter({ hasText: "provided by the control" }).waitFor();
    await bench.shot("editor-hints", await bench.around([bench.line("/// Talks to the network"), bench.line("port lan"), why], { width: 860 }));
    await bench.page.mouse.move(5, 5);
    await bench.uncovered();
  }],

  ["a hover says what is known, where it comes from, and what waits for an answer", async (bench) => {
    await bench.openFile("device.tm");
    await bench.goTo("process blower");
    const hover = await bench.hover();
    const text = (await hover.textContent()).replaceAll("\u00a0", " ");
    for (const part of ["process hospital.icu.breva.therapy.blower", "Controls blower and valves", "Threats", "question", "where it comes from", "device.tm:"]) {
      assert.ok(text.includes(part), `"${part}" is not in ${text}`);
    }
    assert.ok(text.indexOf("Threats") < text.indexOf("where it comes from"), "what waits for an answer comes first");
    await bench.shot("editor-hover", await bench.around([bench.locator(".monaco-hover:not(.hidden)").first(), bench.line("process blower"), bench.line("purpose:")], { width: 760 }));
    await bench.uncovered();
    await bench.select("process guard");
    await bench.press("ArrowLeft");
    assert.match(await (await bench.hover()).textContent(), /Something that executes/, "keywords are told, too");
    await bench.uncovered();
    await bench.goTo("safety_relevant:  yes");
    await bench.press("Home");
    assert.match(await (await bench.hover()).textContent(), /attribute.*safety_relevant/, "and attributes");
    await bench.uncovered();
  }],

  ["a definition is shown in place, and opened read-only where it is in the library", async (bench) => {
    await bench.openFile("device.tm");
    await bench.goTo(": TherapyController");
    await bench.press("ArrowLeft");
    const peek = bench.locator(".peekview-widget");
    await bench.sized(940, 700, async () => {
      await bench.command("Peek Definition");
      await peek.locator(".view-line", { hasText: "type TherapyController" }).waitFor();
      assert.match(await peek.locator(".peekview-title").textContent(), /components\.tm/);
      await bench.shot("editor-definition", await bench.around([bench.line("process blower"), peek], { width: 880 }));
    });
    await bench.uncovered();
    await bench.press("F12");
    await bench.locator(".tab.active", { hasText: "components.tm" }).waitFor();
    await bench.goTo("type TherapyController");
    await bench.type("x");
    await bench.locator(".monaco-editor-overlaymessage", { hasText: /read-only/ }).waitFor();
    await bench.press("Escape");
    await bench.command("View: Close Editor");
  }],

  ["references are found in every file of the model", async (bench) => {
    await bench.openFile("device.tm");
    await bench.select("signed_packages");
    const peek = bench.locator(".peekview-widget");
    await bench.sized(940, 700, async () => {
      await bench.command("Peek References");
      await peek.locator(".monaco-list-row", { hasText: "controls.tm" }).waitFor();
      assert.match(await peek.locator(".peekview-title").textContent(), /References \((1\d|2\d)\)/);
      // the head of it names a folder of this machine
      await bench.shot("editor-references", await bench.over([peek.locator(".body")], 0));
    });
    await bench.uncovered();
  }],

  ["the outline nests, and the path of the cursor stands above the text", async (bench) => {
    await bench.openFile("device.tm");
    await bench.goTo("port jtag");
    await bench.command("Explorer: Focus on Outline View");
    const folder = bench.locator(".pane-header[aria-label^='Explorer Section']").first();
    if ((await folder.getAttribute("aria-expanded")) === "true") await folder.click();
    const outline = bench.locator(".outline-tree");
    await outline.locator(".monaco-list-row", { hasText: "jtag" }).first().waitFor();
    const path = (await bench.locator(".breadcrumbs-control").textContent()).replaceAll(/\s+/g, " ");
    assert.match(path, /device\.tm.*hospital\.icu.*breva.*main.*app.*jtag/);
    await bench.sized(900, 460, async () => {
      await bench.shot("editor-outline", { x: 48, y: 0, width: 852, height: 430 });
    });
    await folder.click();
    await bench.command("View: Close Primary Side Bar");
  }],

  ["names are found in the whole workspace", async (bench) => {
    await bench.press("Control+t");
    await bench.type("alarmprof");
    const list = bench.locator(".quick-input-widget");
    await list.locator(".monaco-list-row", { hasText: "alarm_profile" }).first().waitFor();
    await list.locator(".monaco-list-row", { hasText: "AlarmProfile" }).first().waitFor();
    await bench.shot("editor-symbols", await bench.over([list], 2));
    await bench.press("Escape");
  }],

  ["what is not read now folds away", async (bench) => {
    await bench.openFile("device.tm");
    await bench.goTo("/// The ventilator itself");
    await bench.command("Fold Level 3");
    await bench.until("the inside is gone", async () => {
      const text = await bench.text();
      return (text.includes("boundary therapy") && !text.includes("process blower")) || text;
    });
    await bench.shot("editor-folding", await bench.around([bench.line("/// The ventilator itself"), bench.line("flow set_ventilation")], { width: 860 }));
    await bench.command("Unfold All");
  }],

  ["a selection grows from word to value to member to declaration", async (bench) => {
    await bench.openFile("device.tm");
    await bench.goTo("carries:  [vent_settings");
    const clip = await bench.around([bench.line("/// Set values for each breath"), bench.line("/// Measured values")], { width: 640 });
    const selected = async () => {
      const shown = await bench.locator(".statusbar-item", { hasText: /selected\)/ }).first().textContent();
      return Number(shown.match(/\((\d+) selected/)[1]);
    };
    const [sizes, pictures] = [[], []];
    await bench.press("Shift+Alt+ArrowRight"); // the editor's own: a part of the word
    for (let times = 0; times < 5; times++) {
      await bench.press("Shift+Alt+ArrowRight");
      await bench.pause(300);
      sizes.push(await selected());
      pictures.push(await bench.keep(clip));
    }
    assert.deepEqual(sizes.slice(0, 3), ["vent_settings", "[vent_settings, vent_command]", "carries:  [vent_settings, vent_command]"].map((text) => text.length));
    // between them the editor takes the whole line
    assert.ok(sizes[4] > 100, `the whole flow: ${sizes}`);
    await bench.stack("editor-selection", pictures.filter((_, at) => at !== 3));
    await bench.press("Escape");
  }],

  ["imports are links", async (bench) => {
    await bench.openFile("ventilator.tm");
    await bench.goTo("import std.mds2");
    await bench.until("links", async () => {
      const links = await bench.locator(".view-line .detected-link, .view-line [class*=detected-link]").count();
      return links >= 10 || links;
    });
    await bench.line("import \"device.tm\"").locator("[class*=detected-link]").first().hover();
    const tip = bench.locator(".monaco-hover:not(.hidden) .hover-contents").first();
    await tip.filter({ hasText: /device\.tm/ }).waitFor();
    await bench.shot("editor-links", await bench.around([bench.line("import std.medical"), bench.line("import \"views.tm\"")], { width: 520 }));
    await bench.page.mouse.move(5, 5);
    await bench.uncovered();
    await bench.line("import std.medical").locator("[class*=detected-link]").last().click({ modifiers: ["Control"] });
    await bench.locator(".tab.active", { hasText: "medical.tm" }).waitFor();
    await bench.command("View: Close Editor");
  }],
];
