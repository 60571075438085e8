// Browsers, workers, and whatever else has `fetch`: the modules are files beside this one, which bundlers see and copy.
import { bind } from "./api.js";
import { glue } from "./glue.js";

/** A module from an address, a response, bytes, or a module already compiled (which a worker can be sent). */
async function compile(source) {
  if (source instanceof WebAssembly.Module) return source;
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return WebAssembly.compile(source);
  const response = source instanceof Response ? source : await fetch(source);
  if (!response.ok) throw new Error(`${response.url}: ${response.status} ${response.statusText}`);
  // A server that does not know the media type of WebAssembly is no reason to fail.
  return WebAssembly.compile(await response.arrayBuffer());
}

/** A function that gives the module of a source, or that of the package, which is fetched and compiled once. */
function from(own) {
  let compiled;
  return async (source) => {
    if (source) return compile(await source);
    return (compiled ??= compile(own()).catch((error) => {
      compiled = undefined; // so that a later call tries again
      throw error;
    }));
  };
}

const first = from(() => new URL("./cailiang.wasm", import.meta.url));
const second = from(() => new URL("./cailiang-more.wasm", import.meta.url));

/** An instance of the engine. */
async function load(source) {
  const module = await first(source);
  const engine = glue();
  return bind(engine, engine.initSync({ module }), { load: second });
}

export { load };
