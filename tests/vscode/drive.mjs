// Goes through everything that docs/editor.md tells of, in VS Code, as a person would.
// usage: node drive.mjs ADDRESS FOLDER PICTURES [WORDS]        FOLDER: what is open; WORDS: only the steps whose names have them
import { beside } from "./beside.mjs";
import { reading } from "./reading.mjs";
import { Workbench } from "./workbench.mjs";
import { writing } from "./writing.mjs";

const [address, folder, pictures, words = ""] = process.argv.slice(2);
const steps = [...reading, ...writing, ...beside(folder)].filter(([name]) => name.includes(words));
const bench = await Workbench.open(address, pictures);
// the first key pressed would be lost while the workbench is still being set up
await bench.locator(".statusbar-item", { hasText: /\d/ }).first().waitFor();
await bench.pause(2000);
for (const [name, step] of steps) {
  try {
    await step(bench);
  } catch (error) {
    await bench.shot("failed");
    console.error(`failed: ${name}\n${error.stack}`);
    process.exit(1);
  }
  console.log(`ok ${name}`);
}
await bench.close();
console.log("all steps passed");
