// What a writer of a model does: each step asserts what it sees, photographs it, and leaves the model as it was.
import assert from "node:assert/strict";

const plain = (text) => text.replaceAll("\u00a0", " ");

export const writing = [
  ["a mistake is underlined as it is made, and is gone when it is corrected by what is proposed", async (bench) => {
    await bench.openFile("ventilator.tm");
    await bench.goTo("manufacturer:");
    await bench.press("ArrowLeft", "Backspace", "Backspace");
    await bench.locator(".squiggly-error").first().waitFor();
    await bench.command("Problems: Focus on Problems View");
    const problem = bench.locator(".markers-panel .monaco-list-row", { hasText: "manufactur" }).first();
    await problem.waitFor();
    assert.match(plain(await problem.textContent()), /a system has no attribute `manufactur`.*TM0203/);
    await bench.sized(920, 560, async () => {
      const { y, height } = await problem.boundingBox();
      await bench.shot("editor-messages", { x: 48, y: 0, width: 872, height: y + height + 12 });
    });
    await bench.press("Control+j");
    await bench.goTo("    manufactur:");
    await bench.press("ArrowLeft");
    const menu = await bench.actions();
    const fix = menu.locator(".monaco-list-row", { hasText: "Change to `manufacturer`" });
    await fix.waitFor();
    await bench.shot("editor-fix", await bench.around([bench.line("system breva"), bench.line("udi_di"), menu], { width: 640 }));
    await bench.choose(menu, "Change to `manufacturer`");
    await bench.locator(".squiggly-error").first().waitFor({ state: "detached" });
    assert.match(await bench.text(), /^ {4}manufacturer: {2}"Example/m);
    await bench.undoAll();
  }],

  ["open threats are information, no errors, and lead to their rule", async (bench) => {
    await bench.openFile("device.tm");
    await bench.command("Problems: Focus on Problems View");
    const threat = bench.locator(".markers-panel .monaco-list-row", { hasText: "TAM18" }).first();
    await threat.locator(".codicon-info").waitFor();
    await bench.press("Control+j");
    assert.equal(await bench.locator(".squiggly-error").count(), 0, "the example has no errors");
    await threat.waitFor({ state: "detached" });
  }],

  ["completion knows the attributes of the element, and then their values", async (bench) => {
    await bench.openFile("device.tm");
    await bench.goTo("port jtag \"Debug connector\" : Jtag");
    await bench.press("End", "Enter");
    let list = await bench.suggest();
    assert.equal(await list.locator(".monaco-list-row", { hasText: /^purpose/ }).count(), 0, "what is said is not offered again");
    await bench.type("acc");
    await list.locator(".monaco-list-row.focused", { hasText: "access" }).waitFor();
    const details = bench.locator(".suggest-details-container");
    await details.filter({ hasText: "Who may use this port?" }).waitFor();
    assert.doesNotMatch(await details.textContent(), /[`{]/, "no marks of the notation");
    await bench.shot("editor-completion", await bench.around([bench.line("/// Debug connector of the processor"), list, details], { width: 900 }));
    await bench.press("Enter");
    list = bench.locator(".suggest-widget.visible");
    await list.locator(".monaco-list-row", { hasText: "factory" }).waitFor();
    assert.match(await bench.text(), /^ +access: $/m, "nothing but the name is written, and its values are offered at once");
    await bench.shot("editor-values", await bench.around([bench.line("/// Debug connector of the processor"), list], { width: 900 }));
    await bench.type("ser");
    await bench.press("Enter");
    await bench.until("the value", async () => /^ +access: service$/m.test(await bench.text()) || bench.text());
    await bench.undoAll();
  }],

  ["a word that is there already is completed and not doubled", async (bench) => {
    await bench.openFile("device.tm");
    await bench.goTo("label:    \"J7");
    await bench.press("Home", "ArrowRight", "ArrowRight", "ArrowRight", "Delete", "Delete");
    const list = await bench.suggest();
    await list.locator(".monaco-list-row.focused", { hasText: "label" }).waitFor();
    await bench.press("Enter");
    await bench.until("one colon", async () => /^ +label: {4}"J7"/m.test(await bench.text()) || bench.text());
    await bench.undoAll();
  }],

  ["a decision names what is open", async (bench) => {
    await bench.openFile("decisions.tm");
    await bench.press("Control+End");
    await bench.type("\nrespond ");
    const list = await bench.suggest();
    const first = list.locator(".monaco-list-row").first();
    assert.match(plain(await first.textContent()), /open threat/, "what is open comes first");
    await bench.type("TAM18");
    await list.locator(".monaco-list-row.focused", { hasText: "TAM18" }).waitFor();
    await bench.locator(".suggest-details-container", { hasText: "glitch" }).waitFor();
    await bench.shot("editor-respond", await bench.around([bench.line("respond TAM18"), list, bench.locator(".suggest-details-container")], { width: 860 }));
    await bench.press("Enter");
    await bench.type(" @");
    await list.locator(".monaco-list-row.focused", { hasText: "hospital.icu.breva.main.boot" }).waitFor();
    await bench.uncovered();
    await bench.undoAll();
  }],

  ["a new name reaches every file, and the old identity stays", async (bench) => {
    await bench.openFile("device.tm");
    await bench.goTo("process blower");
    const clip = await bench.around([bench.line("/// Controls blower and valves"), bench.line("safety_relevant:")], { width: 760 });
    await bench.press("F2");
    await bench.locator(".rename-box input").waitFor();
    await bench.pause(700); // it selects what is to be replaced when it knows what that is
    await bench.locator(".rename-box input").fill("blower_controller");
    await bench.press("End");
    const asked = await bench.keep(clip);
    await bench.press("Enter");
    await bench.line("process blower_controller").waitFor();
    assert.match(await bench.text(), /^ +was: {14}hospital\.icu\.breva\.therapy\.blower$/m, "in the column of its neighbours");
    await bench.stack("editor-rename", [asked, await bench.keep(clip)]);
    await bench.openFile("views.tm");
    await bench.goTo("hospital.icu.breva.therapy.blower_controller");
    await bench.openFile("device.tm");
    await bench.undoAll();
    await bench.openFile("views.tm");
    assert.equal(await bench.locator(".tab.active.dirty").count(), 0, "the other files are as they were");
  }],

  ["a text is set as `ward fmt` does", async (bench) => {
    await bench.openFile("device.tm");
    await bench.goTo("port mains");
    const before = await bench.text();
    const clip = await bench.around([bench.line("/// Mains inlet"), bench.line("default:")], { width: 640 });
    await bench.goTo("label:      \"100");
    await bench.press("Home", "Tab", "End", "Home", "Control+ArrowRight", "ArrowRight");
    await bench.type("    ");
    await bench.goTo("location:   \"rear, bottom");
    await bench.press("Home", "Shift+Tab", "Shift+Tab");
    await bench.goTo("access:     user");
    await bench.press("Backspace", "Backspace", "Backspace", "Backspace", "Backspace", "Backspace", "Backspace");
    await bench.type("user");
    await bench.uncovered();
    const messy = await bench.keep(clip);
    assert.notEqual(await bench.text(), before);
    await bench.command("Format Document");
    await bench.until("the canonical form", async () => (await bench.text()) === before || bench.text());
    await bench.stack("editor-formatting", [messy, await bench.keep(clip)]);
    await bench.undoAll();
  }],

  ["a fact on which threats hang is stated by a choice", async (bench) => {
    await bench.openFile("device.tm");
    await bench.goTo("process blower");
    const menu = await bench.actions();
    const fact = menu.locator(".monaco-list-row", { hasText: /State `secure_boot: yes` \(asked by / });
    await fact.waitFor();
    await bench.shot("editor-actions", await bench.around([bench.line("/// Controls blower"), bench.line("process blower"), menu], { width: 720 }));
    await bench.choose(menu, "State `secure_boot: yes`");
    await bench.until("the fact", async () => /^ +secure_boot: {6}yes$/m.test(await bench.text()) || bench.text());
    await bench.undoAll();
  }],

  ["a type is made of what an element says of itself", async (bench) => {
    await bench.openFile("device.tm");
    await bench.goTo("port usb_front");
    await bench.choose(await bench.actions(), "Extract a type");
    await bench.line("port usb_front \"Front USB socket\" : UsbFront").waitFor();
    await bench.goTo("type UsbFront : UsbHost");
    await bench.undoAll();
  }],

  ["lenses count what is open, and respond to it", async (bench) => {
    await bench.openFile("device.tm");
    await bench.goTo("process boot");
    const respond = bench.locator(".codelens-decoration a:visible", { hasText: "respond" }).first();
    await respond.waitFor();
    await bench.locator(".codelens-decoration a:visible", { hasText: "1 open threat" }).first().waitFor();
    await bench.shot("editor-lenses", await bench.around([bench.line("/// Verifies and starts the software"), bench.line("process updater")], { width: 760 }));
    await respond.click();
    await bench.openFile("decisions.tm");
    await bench.goTo("respond TAM18 @ hospital.icu.breva.main.boot");
    await bench.undoAll();
  }],

  ["an open threat gets the skeleton of its decision", async (bench) => {
    await bench.openFile("device.tm");
    await bench.goTo("process boot");
    await bench.choose(await bench.actions(), "Write a decision on TAM18");
    await bench.openFile("decisions.tm");
    await bench.goTo("respond TAM18 @ hospital.icu.breva.main.boot");
    await bench.press("Home");
    await bench.shot("editor-decision", await bench.around([bench.line("respond TAM18"), bench.locator(".editor-group-container.active .view-line").last()], { width: 760 }));
    await bench.undoAll();
  }],
];
