// Browsers, workers, and whatever else has `fetch`: the modules are files beside this one, which bundlers see and copy.
import { bind, compileLater, moduleOf } from "./api.js";
import { glue } from "./glue.js";

const isAddress = (source) => typeof source === "string" || typeof source?.href === "string";
const isResponse = (source) => typeof source?.arrayBuffer === "function" && "ok" in source;

/** A module from an address or a response too. */
async function compile(source) {
  if (!isAddress(source) && !isResponse(source)) return moduleOf(source, compileLater);
  const response = isResponse(source) ? source : await fetch(source);
  if (!response.ok) throw new Error(`${response.url}: ${response.status} ${response.statusText}`);
  // A server that does not know the media type of WebAssembly is no reason to fail.
  return compileLater(await response.arrayBuffer());
}

/** A function that gives the module of a source, or that of the package, which is fetched and compiled once. */
function from(own) {
  let compiled;
  return async (source) => {
    const given = (await source) ?? null;
    if (given !== null) return compile(given);
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
