// Times of the module in Node: `node wasm/npm/test/bench.mjs` after a build. Not part of the tests: it measures.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { PATH, REQUEST, npm } from "./packed.mjs";
import { W1, requests, worked } from "./work.mjs";

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
const cases = worked(rules);
/** Time of the processor, not of the clock: on a machine that others use too, the clock counts them. */
function settled(call) {
  const times = [];
  for (let round = 0; round < 16; round += 1) {
    const start = process.cpuUsage();
    const calls = call();
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / calls);
  }
  return median(times.slice(7)).toFixed(1);
}
/** µs for each of some requests, every one asked `times` in a row: a form asks the same offence again and again. */
function each(requests, times, call) {
  return settled(() => {
    for (const one of requests) for (let time = 0; time < times; time += 1) call(one);
    return requests.length * times;
  });
}
function report(rules, requests, times) {
  const forms = requests.map((object) => ({ object, json: JSON.stringify(object), short: { ...object, explanation: false }, shortJson: JSON.stringify({ ...object, explanation: false }) }));
  const bytes = (key) => Math.round(forms.reduce((sum, form) => sum + Buffer.byteLength(rules.handle(form[key])), 0) / forms.length);
  console.log(`  answers of ${bytes("json")} bytes on average, ${bytes("shortJson")} without explanation; µs for each:`);
  console.log(`    JSON in, JSON out                 ${each(forms, times, ({ json }) => rules.handle(json))}`);
  console.log(`    the same, explanation: false      ${each(forms, times, ({ shortJson }) => rules.handle(shortJson))}`);
  console.log(`    objects, explanation as text      ${each(forms, times, ({ object }) => rules.evaluate(object))}`);
  console.log(`    objects, all of it                ${each(forms, times, ({ object }) => rules.evaluate(object, { explanation: "object" }))}`);
  console.log(`    objects, explanation: false       ${each(forms, times, ({ short }) => rules.evaluate(short))}`);
  console.log(`    questions only                    ${each(forms, times, ({ object }) => rules.questions(object))}`);
}
console.log(`${cases.length} worked cases, one after the other, so that most are linked anew:`);
report(rules, cases, 1);

const w1 = new (loadSync().Rules)();
w1.add("w1.yaml", W1);
for (const request of requests) {
  const answer = w1.evaluate(request);
  if (answer.kind !== "penalty" || !answer.determined) throw new Error(JSON.stringify(answer));
}
console.log(`W1 of the benches, ${requests.length} cases:`);
report(w1, requests, 1);
