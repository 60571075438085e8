"use strict";
// Node, CommonJS: the same as node.js.
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { bind } = require("./api.cjs");
const { glue } = require("./glue.cjs");

let compiled;

/** An instance of the engine, at once. */
function loadSync(source) {
  const module = source ?? (compiled ??= new WebAssembly.Module(readFileSync(join(__dirname, "cailiang.wasm"))));
  const engine = glue();
  engine.initSync({ module });
  return bind(engine);
}

/** An instance of the engine. */
async function load(source) {
  return loadSync(await source);
}

module.exports = { load, loadSync };
