// Node, ESM: the modules are read from the package.
import { readFileSync } from "node:fs";
import { bind, compileNow, moduleOf } from "./api.js";
import { glue } from "./glue.js";

const compiled = {};

/** A module of the package, compiled once. */
function read(name) {
  return (compiled[name] ??= new WebAssembly.Module(readFileSync(new URL(name, import.meta.url))));
}

/** An instance of the engine, at once. The second module is read when a request needs it. */
function loadSync(source) {
  const engine = glue();
  const first = engine.initSync({ module: moduleOf(source ?? read("cailiang.wasm"), compileNow) });
  const now = () => read("cailiang-more.wasm");
  return bind(engine, first, { now, load: async (given) => moduleOf((await given) ?? now(), compileNow) });
}

/** An instance of the engine. */
async function load(source) {
  return loadSync(await source);
}

export { load, loadSync };
