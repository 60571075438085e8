// Times of the module in Node: `node wasm/npm/test/bench.mjs` after a build. Not part of the tests: it measures.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { PATH, REQUEST, npm, root } from "./packed.mjs";

const dist = join(npm, "dist");
const entry = String(pathToFileURL(join(dist, "node.js")));
const median = (numbers) => numbers.sort((a, b) => a - b)[numbers.length >> 1];

const FRESH = `
import { readFileSync } from "node:fs";
const text = readFileSync(${JSON.stringify(join(dist, `rulesets/${PATH}.yaml`))}, "utf8");
const marks = [performance.now()];
const { load } = await import(${JSON.stringify(entry)});
const { Rules } = await load();
marks.push(performance.now());
const rules = new Rules();
rules.add("a.yaml", text);
marks.push(performance.now());
const answer = rules.evaluate(${JSON.stringify(REQUEST)});
marks.push(performance.now());
if (answer.kind !== "penalty") throw new Error(JSON.stringify(answer));
console.log(JSON.stringify(marks));
`;
const fresh = Array.from({ length: 7 }, () => JSON.parse(execFileSync(process.execPath, ["--input-type=module", "-e", FRESH], { encoding: "utf8" })));
const between = (from, to) => median(fresh.map((marks) => marks[to] - marks[from])).toFixed(1);
console.log(`seven fresh processes, ms: load ${between(0, 1)}, compile a ruleset ${between(1, 2)}, first outcome ${between(2, 3)}, together ${between(0, 3)}`);

const { loadSync } = await import(entry);
const rules = new (loadSync().Rules)();
const corpus = execFileSync("cargo", ["run", "--quiet", "--locked", "-p", "cailiang-tests", "--bin", "cases_json"], { cwd: root, encoding: "utf8", maxBuffer: 1 << 28 });
const cases = [];
for (const line of corpus.split("\n").filter(Boolean)) {
  const { library, add, request } = JSON.parse(line);
  if (library !== "rulesets") continue;
  if (add) rules.add(add.name, add.text);
  else if (JSON.parse(request).do !== "ask") {
    const { receipt, text, ...object } = JSON.parse(request);
    cases.push({ object, json: JSON.stringify(object) });
  }
}
function each(call) {
  const times = [];
  for (let round = 0; round < 40; round += 1) {
    const start = performance.now();
    for (const one of cases) call(one);
    times.push(((performance.now() - start) * 1000) / cases.length);
  }
  return median(times.slice(20)).toFixed(1);
}
const bytes = cases.reduce((sum, { json }) => sum + Buffer.byteLength(rules.handle(json)), 0) / cases.length;
console.log(`${cases.length} cases, answers of ${Math.round(bytes)} bytes on average; µs for each:`);
console.log(`  JSON in, JSON out           ${each(({ json }) => rules.handle(json))}`);
console.log(`  objects, explanation text   ${each(({ object }) => rules.evaluate(object))}`);
console.log(`  objects, all of it          ${each(({ object }) => rules.evaluate(object, { explanation: "object" }))}`);
console.log(`  questions only              ${each(({ object }) => rules.questions(object))}`);
