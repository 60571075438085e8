// Browsers, workers, and whatever else has `fetch`: the module is the file beside this one, which bundlers see and copy.
import { bind } from "./api.js";
import { glue } from "./glue.js";

let compiled;

/** A module from an address, a response, bytes, or a module already compiled (which a worker can be sent). */
async function compile(source) {
  if (source instanceof WebAssembly.Module) return source;
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return WebAssembly.compile(source);
  const response = source instanceof Response ? source : await fetch(source);
  if (!response.ok) throw new Error(`cailiang.wasm: ${response.status} ${response.statusText}`);
  // A server that does not know the media type of WebAssembly is no reason to fail.
  return WebAssembly.compile(await response.arrayBuffer());
}

/** An instance of the engine. */
async function load(source) {
  const module = source
    ? compile(await source)
    : (compiled ??= compile(new URL("./cailiang.wasm", import.meta.url)).catch((error) => {
        compiled = undefined; // so that a later call tries again
        throw error;
      }));
  const engine = glue();
  engine.initSync({ module: await module });
  return bind(engine);
}

export { load };
