// One engine in a new process: load, then its rules and the first outcome. Prints both in ms. `node fresh.mjs ENGINE`
import { ENGINES } from "./engines/index.mjs";
import { cases } from "./workload.mjs";

const engine = await ENGINES[process.argv[2]]();
const [one] = cases(2).slice(1).map(engine.facts);
const began = performance.now();
const api = await engine.load();
const loaded = performance.now();
const found = await engine.evaluate(engine.rules(api), one);
const done = performance.now();
engine.answer(found);
console.log(JSON.stringify([loaded - began, done - loaded]));
process.exit(0);
