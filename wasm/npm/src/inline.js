// For hosts that cannot fetch or read a file: the modules are text inside this package.
import { bind } from "./api.js";
import { base64 } from "./base64.js";
import { glue } from "./glue.js";

const compiled = {};

function bytes(name) {
  return Uint8Array.from(atob(base64[name]), (digit) => digit.charCodeAt(0));
}

/** A module at once; a browser's main thread may refuse to compile so, a worker and Node do not. */
function sync(name) {
  return new WebAssembly.Module(bytes(name));
}

function start(module, now) {
  const engine = glue();
  const load = (source) => source ?? (compiled.more ??= WebAssembly.compile(bytes("more")));
  return bind(engine, engine.initSync({ module }), { load, now });
}

/** An instance of the engine. */
async function load(source) {
  if (source instanceof WebAssembly.Module) return start(source);
  return start(await (compiled.first ??= WebAssembly.compile(bytes("first"))));
}

/** The same at once; the second module, too, is there when a request needs it. */
function loadSync() {
  return start(sync("first"), () => sync("more"));
}

export { load, loadSync };
