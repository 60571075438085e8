// For hosts that cannot fetch or read a file: the module is text inside this one.
import { bind } from "./api.js";
import { base64 } from "./base64.js";
import { glue } from "./glue.js";

let compiled;

function bytes() {
  return Uint8Array.from(atob(base64), (digit) => digit.charCodeAt(0));
}

function start(module) {
  const engine = glue();
  engine.initSync({ module });
  return bind(engine);
}

/** An instance of the engine. */
async function load(source) {
  if (source instanceof WebAssembly.Module) return start(source);
  return start(await (compiled ??= WebAssembly.compile(bytes())));
}

/** The same at once; a browser's main thread may refuse to compile so, a worker and Node do not. */
function loadSync() {
  return start(new WebAssembly.Module(bytes()));
}

export { load, loadSync };
