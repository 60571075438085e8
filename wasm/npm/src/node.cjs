"use strict";
// Node, CommonJS: the same as node.js.
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { bind, compileNow, moduleOf } = require("./api.cjs");
const { glue } = require("./glue.cjs");

const compiled = {};

/** A module of the package, compiled once. */
function read(name) {
  return (compiled[name] ??= new WebAssembly.Module(readFileSync(join(__dirname, name))));
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

module.exports = { load, loadSync };
