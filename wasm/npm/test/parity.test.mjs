// Every case of the corpus, through the module of the tarball, gives the bytes that the Rust library gives.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { after, test } from "node:test";
import { node, project, root } from "./packed.mjs";

const REPLAY = `
import { readFileSync } from "node:fs";
import { load } from "cailiang";
const { Rules } = await load();
const libraries = new Map();
const ran = {}, different = [];
for (const line of readFileSync("cases.jsonl", "utf8").split("\\n").filter(Boolean)) {
  const { library, add, request, answer } = JSON.parse(line);
  if (!libraries.has(library)) libraries.set(library, new Rules());
  const rules = libraries.get(library);
  if (add) {
    if (!rules.add(add.name, add.text).valid) different.push(add.name);
    continue;
  }
  // A case is asked for its questions too; that is no other case.
  if (JSON.parse(request).do !== "ask") ran[library] = (ran[library] ?? 0) + 1;
  const got = rules.handle(request);
  if (got !== answer) different.push(request);
  // Objects say the same, with the explanation where it was.
  const object = rules.evaluate(JSON.parse(request), { explanation: "object" });
  const text = rules.evaluate(JSON.parse(request));
  if (typeof text.explanation === "string") text.explanation = JSON.parse(text.explanation);
  const sorted = (value) => JSON.stringify(value, (_, v) => v && typeof v === "object" && !Array.isArray(v) ? Object.fromEntries(Object.entries(v).sort()) : v);
  if (sorted(object) !== sorted(JSON.parse(answer)) || sorted(text) !== sorted(object)) different.push("as objects: " + request);
}
console.log(JSON.stringify({ ran, different }));
`;

const corpus = execFileSync("cargo", ["run", "--quiet", "--locked", "-p", "cailiang-tests", "--bin", "cases_json"], { cwd: root, encoding: "utf8", maxBuffer: 1 << 28 });
const there = project({ "cases.jsonl": corpus, "replay.mjs": REPLAY });
after(there.remove);

test("the module answers with the bytes of the library", () => {
  const { ran, different } = JSON.parse(node(there, "replay.mjs"));
  assert.deepEqual(different, []);
  console.log(`parity: ${ran.rulesets} cases of rulesets, ${ran.models} of models, ${ran.suite} texts of the suite`);
  assert.ok(ran.rulesets >= 400 && ran.models >= 100 && ran.suite >= 200, JSON.stringify(ran));
});
