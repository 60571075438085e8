// Node, ESM: the module is read from the package.
import { readFileSync } from "node:fs";
import { bind } from "./api.js";
import { glue } from "./glue.js";

let compiled;

/** An instance of the engine, at once. */
function loadSync(source) {
  const module = source ?? (compiled ??= new WebAssembly.Module(readFileSync(new URL("./cailiang.wasm", import.meta.url))));
  const engine = glue();
  engine.initSync({ module });
  return bind(engine);
}

/** An instance of the engine. */
async function load(source) {
  return loadSync(await source);
}

export { load, loadSync };
