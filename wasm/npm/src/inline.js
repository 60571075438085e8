// For hosts that cannot fetch or read a file: the modules are text inside this package.
import { bind, compileLater, compileNow, moduleOf } from "./api.js";
import { base64 } from "./base64.js";
import { glue } from "./glue.js";

const compiled = {};

function bytes(name) {
  return Uint8Array.from(atob(base64[name]), (digit) => digit.charCodeAt(0));
}

/** A module at once; a browser's main thread may refuse to compile so, a worker and Node do not. */
function sync(name) {
  return compileNow(bytes(name));
}

/** The module of a source, or that of the package, which is compiled once. */
async function from(source, name) {
  return moduleOf((await source) ?? (await (compiled[name] ??= compileLater(bytes(name)))), compileLater);
}

function start(module, now) {
  const engine = glue();
  return bind(engine, engine.initSync({ module }), { load: (source) => from(source, "more"), now });
}

/** An instance of the engine. */
async function load(source) {
  return start(await from(source, "first"));
}

/** The same at once; the second module, too, is there when a request needs it. */
function loadSync(source) {
  return start(moduleOf(source ?? sync("first"), compileNow), () => sync("more"));
}

export { load, loadSync };
