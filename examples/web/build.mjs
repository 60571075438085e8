// Puts the workbench together: one folder of static files for any host. `node examples/web/build.mjs [FOLDER]`
// The engine comes from wasm/npm/dist, built before with `cargo run -p cailiang-wasm-build`.
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, "../../wasm/npm/dist");
const out = process.argv[2] ?? join(here, "site");
const PAGE = ["index.html", "icon.svg", "sw.js", "src", "style", "rulesets"];
const ENGINE = ["browser.js", "names.js", "api.js", "glue.js", "cailiang.wasm", "cailiang-more.wasm", "rulesets"];

if (!existsSync(join(dist, "cailiang.wasm"))) {
  console.error("wasm/npm/dist is not there: build it first, `cargo run -p cailiang-wasm-build`");
  process.exit(1);
}
rmSync(out, { recursive: true, force: true });
mkdirSync(join(out, "cailiang"), { recursive: true });
for (const name of PAGE) cpSync(join(here, name), join(out, name), { recursive: true });
for (const name of ENGINE) cpSync(join(dist, name), join(out, "cailiang", name), { recursive: true });

/** All files, for the worker that keeps them. */
const files = (folder) =>
  readdirSync(folder).flatMap((name) => (statSync(join(folder, name)).isDirectory() ? files(join(folder, name)) : [join(folder, name)]));
const list = files(out)
  .map((path) => relative(out, path).replaceAll("\\", "/"))
  .filter((path) => /\.(html|js|css|svg|wasm|yaml)$/.test(path) && !/^cailiang\/rulesets\/.*\.yaml$/.test(path) && path !== "sw.js");
writeFileSync(join(out, "files.json"), JSON.stringify(list.sort()) + "\n");
console.log(`${out}: ${list.length + 2} files`);
