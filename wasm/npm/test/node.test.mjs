// Node, ESM and CommonJS: one module, the same API, errors as data.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { PATH, REQUEST, node, project } from "./packed.mjs";

const there = project();
after(there.remove);
const dist = join(there.folder, "node_modules/cailiang/dist");
const require = createRequire(join(there.folder, "x.cjs"));
const at = (name) => import(pathToFileURL(join(dist, name)));
const { load, loadSync } = await at("node.js");
const text = (await at(`rulesets/${PATH}.js`)).default;
const { Rules } = await load();

function rules() {
  const rules = new Rules();
  assert.deepEqual(rules.add(`${PATH}.yaml`, text), { contract: 1, kind: "diagnostics", valid: true, diagnostics: [] });
  return rules;
}

test("the package holds each module once and no folder of this machine", () => {
  const files = readdirSync(dist, { recursive: true }).filter((name) => name.endsWith(".wasm"));
  assert.deepEqual(files.sort(), ["cailiang-more.wasm", "cailiang.wasm"]);
  const module = files.map((name) => readFileSync(join(dist, name)).toString("latin1")).join("");
  for (const part of ["/root/", "/home/", "registry/src", process.env.HOME]) assert.ok(!module.includes(part), part);
  for (const name of readdirSync(dist).filter((name) => /\.c?js$/.test(name) && !name.startsWith("base64"))) {
    assert.doesNotMatch(readFileSync(join(dist, name), "utf8"), /\beval\(|new Function|SharedArrayBuffer\(/, name);
  }
});

test("ESM, CommonJS and inline are found by name and answer alike", () => {
  const use = `const { Rules } = await load(); const rules = new Rules(); rules.add("a.yaml", ${JSON.stringify(text)});
    console.log(rules.handle(${JSON.stringify(JSON.stringify(REQUEST))}));`;
  const esm = (from) => node(there, "--input-type=module", "-e", `import { load } from "${from}"; ${use}`);
  const cjs = (from) => node(there, "--input-type=commonjs", "-e", `(async () => { const { load } = require("${from}"); ${use} })()`);
  const answer = esm("cailiang");
  assert.match(answer, /^\{"contract":1,"kind":"penalty","offence":"unlicensed"/);
  for (const other of [cjs("cailiang"), esm("cailiang/inline"), cjs("cailiang/inline")]) assert.equal(other, answer);
});

test("rulesets and schemas are files of the package", async () => {
  const found = node(there, "--input-type=module", "-e", `
    import { rulesets } from "cailiang/rulesets"; import { load } from "cailiang"; import { readFileSync } from "node:fs";
    import { createRequire } from "node:module";
    const rules = new (await load()).Rules();
    for (const one of rulesets) { const { valid } = rules.add(one.name, await one.load()); if (!valid) throw one.name; }
    const require = createRequire(import.meta.url);
    const text = readFileSync(require.resolve("cailiang/rulesets/${PATH}.yaml"), "utf8");
    console.log(rulesets.length, text === (await import("cailiang/rulesets/${PATH}.js")).default, require("cailiang/schema/answer.schema.json").title)`);
  assert.match(found, /^\d+ true An answer of cailiang, contract 1\n$/);
});

test("every word has its names and pages, beside the module and not in it", async () => {
  const use = `
    const { diagnostics } = new Rules().check("empty.yaml", "");
    const [{ code }] = diagnostics;
    const every = families.every(({ id, words }) => words.every(({ slug, zh }) => word(id, slug).zh === zh && nameOf(id, slug, "zh") === zh.name));
    const fine = word("SanctionKind", "fine");
    const page = word("Code", code).en.page;
    console.log(JSON.stringify({ every, fine: [fine.zh.name, fine.en.name], none: [word("SanctionKind", "x"), nameOf("x", "fine", "zh")], page }));`;
  const esm = node(there, "--input-type=module", "-e", `
    import { families, word } from "cailiang/codes"; import { nameOf } from "cailiang/names"; import { load } from "cailiang";
    const { Rules } = await load();${use}`);
  const cjs = node(there, "--input-type=commonjs", "-e", `
    const { families, word } = require("cailiang/codes"); const { nameOf } = require("cailiang/names");
    require("cailiang").load().then(({ Rules }) => {${use}});`);
  assert.equal(esm, cjs);
  const { every, fine, none, page } = JSON.parse(esm);
  assert.deepEqual({ every, fine, none }, { every: true, fine: ["罚款", "fine"], none: [null, null] });
  assert.ok(page.length > 100 && !readFileSync(join(dist, "cailiang.wasm")).includes(page));
});

test("the second module is loaded when a request needs it, and by nothing else", async () => {
  const { bind } = await at("api.js");
  const { glue } = await at("glue.js");
  const compiled = (name) => new WebAssembly.Module(readFileSync(join(dist, name)));
  // As a browser has it: the second module comes in a while, never at once.
  const engine = glue();
  let loads = 0;
  const load = async () => ((loads += 1), compiled("cailiang-more.wasm"));
  const { Rules, more } = bind(engine, engine.initSync({ module: compiled("cailiang.wasm") }), { load });
  const rules = new Rules();
  rules.add(`${PATH}.yaml`, text);
  const asked = [{ do: "decide" }, { do: "tiers" }, { do: "nearest" }, { do: "procedure" }, { receipt: true }, { licence: "x", offence: undefined }, { do: "tiers", id: -7, name: 'a "b\\' }];
  for (const one of asked) {
    const { kind, stage, code, details } = rules.evaluate({ ...REQUEST, ...one });
    assert.deepEqual([kind, stage, code, details[0].help], ["error", "request", "not-loaded", "call `await more()` of what `load()` gave, then ask again"], JSON.stringify(one));
  }
  for (const one of [{}, { do: "ask" }, { do: "explain" }, { do: "describe" }, { text: "full" }]) assert.notEqual(rules.evaluate({ ...REQUEST, ...one }).kind, "error", JSON.stringify(one));
  assert.equal(loads, 0);
  await Promise.all([more(), more()]);
  await more();
  assert.equal(rules.evaluate({ ...REQUEST, receipt: true }).receipt.contract, 1);
  assert.equal(rules.evaluate({ ...REQUEST, do: "decide" }).kind, "decision");
  // A host that can read it at once need not ask, whatever its request is called.
  const sync = new (loadSync().Rules)();
  sync.add(`${PATH}.yaml`, text);
  const { kind, id, name } = sync.evaluate({ ...REQUEST, do: "tiers", id: "甲", name: 'a "b\\' });
  assert.deepEqual([kind, id, name], ["tiers", "甲", 'a "b\\']);
});

test("modules may be given as bytes or compiled, and as nothing else", async () => {
  const first = readFileSync(join(dist, "cailiang.wasm"));
  const second = readFileSync(join(dist, "cailiang-more.wasm"));
  const inline = await at("inline.js");
  const entries = { node: await at("node.js"), cjs: require("cailiang"), inline, "inline cjs": require("cailiang/inline"), browser: await at("browser.js") };
  const forms = [(bytes) => bytes, (bytes) => new Uint8Array(bytes).buffer, (bytes) => new WebAssembly.Module(bytes), async (bytes) => bytes];
  for (const [entry, { load, loadSync }] of Object.entries(entries)) {
    for (const form of forms) {
      const { Rules, more } = await load(form(first));
      await more(form(second));
      const rules = new Rules();
      rules.add(`${PATH}.yaml`, text);
      assert.equal(rules.evaluate({ ...REQUEST, do: "tiers" }).kind, "tiers", `${entry}: ${form}`);
    }
    const remote = [new URL("https://a.example"), "https://a.example", new Response(first)];
    for (const wrong of [8, {}, [], () => 1, ...(entry === "browser" ? [] : remote)]) {
      const refused = { name: "TypeError", message: /^expected a WebAssembly\.Module or the bytes of one, found / };
      await assert.rejects(load(wrong), refused, `${entry}: ${wrong}`);
      await assert.rejects((await load(first)).more(wrong), refused, `${entry}: ${wrong}`);
      if (loadSync) assert.throws(() => loadSync(wrong), refused, `${entry}: ${wrong}`);
    }
    await assert.rejects(load(new Uint8Array(8)), WebAssembly.CompileError, entry);
    if (loadSync) assert.equal(loadSync(first).contract, 1);
  }
  const { more } = await entries.browser.load(new Response(first));
  await more(`data:application/wasm;base64,${second.toString("base64")}`);
});

test("an explanation is text until it is asked for", () => {
  const lazy = rules().evaluate(REQUEST);
  const whole = rules().evaluate(REQUEST, { explanation: "object" });
  assert.equal(typeof lazy.explanation, "string");
  assert.deepEqual(JSON.parse(lazy.explanation), whole.explanation);
  assert.deepEqual(JSON.parse(rules().handle(JSON.stringify(REQUEST))), whole);
  const short = { ...REQUEST, explanation: false };
  assert.deepEqual(rules().evaluate(short), { ...whole, explanation: null });
  assert.deepEqual(rules().evaluate(short, { explanation: "object" }), { ...whole, explanation: null });
  assert.deepEqual(rules().evaluate({ ...REQUEST, explanation: "no" }).details[0].path, "/explanation");
});

test("questions and words", () => {
  const { facts, ...rest } = REQUEST;
  const asked = rules().questions(rest);
  assert.equal(asked.kind, "questions");
  assert.ok(asked.facts_needed.some((fact) => fact.name === "货值金额"));
  assert.match(rules().render({ ...REQUEST, facts }, { form: "full" }), /罚款/);
  assert.equal(rules().render({ ...REQUEST, offence: "x" }).code, "no-offence");
});

test("words of licences, of several applicants, of whole cases and of procedures", () => {
  const all = new Rules();
  for (const path of ["cn/npc/food-safety-law/2021-04-29.yaml", "cn/npc/administrative-penalty-law/2021-07-15.yaml", "cn/state-council/working-days/2024-11-12.yaml", "cn/state-council/entertainment-licence/2020-11-29.yaml"]) {
    const found = all.add(path, readFileSync(new URL(`../../../rulesets/${path}`, import.meta.url), "utf8"));
    assert.ok(found.valid, JSON.stringify(found));
  }
  const licence = { ruleset: "cn.state-council.entertainment-licence", licence: "entertainment-business", on: "2025-09-03", facts: { 外商投资: true, 申请机关: "县级文化主管部门" } };
  assert.match(all.render(licence), /不予受理：应当向省级文化主管部门申请/);
  assert.match(all.render(licence, { lang: "en" }), /not accepted: apply to/);
  const several = { ...licence, facts: { 含电子游戏机: true, 规定了总量: true, 尚余总量: 1 }, applicants: [{ id: "甲" }, { id: "乙" }] };
  assert.match(all.render(several), /尚不能确定：甲、乙/);
  assert.equal(all.evaluate(several).kind, "applicants");
  assert.ok(all.questions(several).facts_needed.some((fact) => fact.applicant === "甲"));
  const decided = { do: "decide", ...REQUEST, general: ["cn.npc.administrative-penalty-law"] };
  assert.equal(typeof all.render(decided), "string", JSON.stringify(all.render(decided)));
  assert.equal(typeof all.render({ do: "procedure", facts: { 立案日: "2025-03-03" }, planned: { unit: { fine: 5000 } } }), "string");
  const described = all.evaluate({ do: "describe", ruleset: licence.ruleset });
  assert.equal(described.rulesets[0].licences[0].id, licence.licence);
  const one = all.evaluate({ do: "describe", ...licence });
  assert.ok(one.licence.facts.some((fact) => fact.name === "外商投资" && fact.question.length > 0));
});

test("diagnostics have columns for JavaScript", () => {
  const line = "define: {\"𠮷野\": 货值 >= 1元}";
  const found = new Rules().check("a.yaml", `cailiang: 1\n${line}\n`);
  assert.equal(found.kind, "diagnostics");
  assert.equal(found.valid, false);
  assert.ok(found.diagnostics.length > 0);
  const wide = found.diagnostics.flatMap((d) => d.labels).map((l) => l.at).find((at) => at.line === 2 && at.column > 12);
  if (wide) assert.equal(wide.utf16_column, wide.column + 1, "a character beyond the BMP is two units");
  const added = new Rules().add("a.yaml", "rulset: cn.a");
  assert.equal(added.valid, false);
});

test("half of a surrogate pair is refused, with its place in the text", () => {
  const at = { line: 3, column: 4, utf16_column: 5, end_line: 3, end_column: 5, utf16_end_column: 6, start: 20, end: 23 };
  for (const half of ["\ud83d", "\ude00"]) {
    const broken = `cailiang: 1\r\n\r"𠮷 ${half}"${half}`;
    const diagnostics = [{
      code: "syntax-error",
      severity: "error",
      message: "half of a surrogate pair stands alone",
      source: "a.yaml",
      labels: [{ primary: true, message: "", at }],
      help: "write the character itself, or both halves",
    }];
    const found = { contract: 1, kind: "diagnostics", valid: false, diagnostics };
    assert.deepEqual(new Rules().add("a.yaml", broken), found);
    assert.deepEqual(new Rules().check("a.yaml", broken), found);
    const { stage, code, details } = JSON.parse(rules().handle(`{"note": "${half}"}`));
    assert.deepEqual([stage, code, details[0].source, details[0].labels[0].at.column], ["request", "syntax-error", "request", 11]);
    // A name is only repeated.
    for (const answer of [new Rules().add(`${half}.yaml`, ""), new Rules().check(`${half}.yaml`, "")]) {
      assert.equal(answer.diagnostics[0].source, "\ufffd.yaml");
    }
  }
  // Both halves are a character; without the method of newer hosts too.
  const { isWellFormed } = String.prototype;
  delete String.prototype.isWellFormed;
  try {
    assert.ok(new Rules().add("a.yaml", `${text}\n# 😀\n`).valid);
    assert.equal(new Rules().add("a.yaml", `${text}\n# \ud83d\n`).valid, false);
  } finally {
    if (isWellFormed) Object.defineProperty(String.prototype, "isWellFormed", { value: isWellFormed, configurable: true, writable: true });
  }
});

test("what JSON would lose in silence is an error of the contract", () => {
  const wrong = (facts) => rules().evaluate({ ...REQUEST, facts });
  for (const [value, path] of [[NaN, "/facts/货值金额"], [Infinity, "/facts/货值金额"], [new Date(0), "/facts/货值金额"], [new Map(), "/facts/货值金额"], [() => 1, "/facts/货值金额"]]) {
    const answer = wrong({ 货值金额: value });
    assert.deepEqual([answer.kind, answer.stage, answer.code, answer.details[0].path], ["error", "request", "wrong-type", path]);
  }
  const { id, name } = rules().evaluate({ ...REQUEST, id: 7, name: "案", facts: NaN });
  assert.deepEqual([id, name], [7, "案"]);
  const said = (request) => {
    const { stage, code, message, details } = rules().evaluate(request);
    assert.deepEqual([stage, code, details.length], ["request", "wrong-type", 1], message);
    return [message, details[0].path, details[0].found];
  };
  const loop = { on: "2024-05-01" };
  loop["a/b"] = [1, { loop }];
  const cycle = ["/facts/a~1b/1/loop: expected plain data, found a cycle", "/facts/a~1b/1/loop", "a cycle"];
  assert.deepEqual(said({ ...REQUEST, facts: loop }), cycle);
  assert.equal(wrong(loop).details[0].help, "leave out what leads back");
  // The same object twice is no cycle.
  const twice = { 名称: "甲" };
  assert.doesNotMatch(JSON.stringify(wrong({ 一: [twice, twice], 二: twice })), /cycle/);
  const nested = (levels) => Array.from({ length: levels }).reduce((inner) => [inner], 1);
  for (const levels of [1_000, 5_000, 200_000]) {
    const [message, path, found] = said({ ...REQUEST, facts: nested(levels) });
    assert.equal(found, "data nested too deep");
    assert.ok(message.endsWith(": expected plain data, found data nested too deep") && path.startsWith("/facts/0/0/0"), message);
  }
  assert.match(JSON.stringify(wrong(nested(100))), /nested more than 64 deep/);
  assert.deepEqual(said(null), ["expected a request, found null", "", "null"]);
  assert.deepEqual(said(undefined), ["expected a request, found undefined", "", "undefined"]);
  const thrown = { get facts() { throw new Error("not now"); } };
  assert.deepEqual(said(thrown), ["expected plain data, found not now", "", "not now"]);
  assert.deepEqual(wrong({ 货值金额: 9999n }), wrong({ 货值金额: "9999" }));
  for (const none of [undefined, null, "{", 1]) {
    assert.equal(rules().evaluate(none).code, "wrong-type");
    assert.equal(rules().questions(none).code, "wrong-type");
    assert.equal(rules().render(none).code, "wrong-type");
  }
  assert.equal(JSON.parse(rules().handle("{")).code, "syntax-error");
  assert.equal(JSON.parse(rules().handle()).kind, "error");
  assert.equal(wrong({ 货值: 1 }).code, "unknown-fact");
});

test("texts at the limits are answered, not fatal", () => {
  const deep = "[".repeat(100_000) + "]".repeat(100_000);
  const engine = rules();
  assert.equal(JSON.parse(engine.handle(deep)).kind, "error");
  assert.equal(engine.add("deep.yaml", deep).valid, false);
  assert.equal(engine.add("deep.yaml", "a: ".repeat(50_000)).valid, false);
  assert.equal(engine.add("wide.yaml", `cailiang: 1\ndefine: {a: ${"(".repeat(100_000)}}`).valid, false);
  assert.equal(engine.add("long.yaml", `cailiang: 1\ndefine: {a: ${"not ".repeat(100_000)} b}`).valid, false);
  assert.equal(engine.add("\ud800", "\ud800").valid, false);
  assert.equal(engine.evaluate(REQUEST).kind, "penalty");
});

test("handles stand side by side and are freed", () => {
  const [one, two] = [rules(), new Rules()];
  assert.equal(two.evaluate(REQUEST).code, "no-ruleset");
  assert.equal(one.evaluate(REQUEST).kind, "penalty");
  assert.equal(one.add("again.yaml", text).diagnostics[0].code, "duplicate-ruleset");
  one.free();
  assert.equal(two.evaluate(REQUEST).code, "no-ruleset");
  for (let round = 0; round < 300; round += 1) rules().free();
  const base = rules();
  const copies = [base.copy(), base.copy()];
  const before = base.handle(JSON.stringify(REQUEST));
  copies[0].add("own.yaml", text.replace("cn.npc.food-safety-law", "cn.npc.another"));
  const counts = [base, ...copies].map((one) => JSON.parse(one.handle('{"do":"describe"}')).rulesets.length);
  assert.deepEqual(counts, [1, 2, 1]);
  base.free();
  assert.equal(copies[1].handle(JSON.stringify(REQUEST)), before);
  if (Symbol.dispose) assert.equal(typeof two[Symbol.dispose], "function");
});

test("a freed handle says so, as data", () => {
  const one = rules();
  const other = rules();
  one.free();
  one.free();
  one[Symbol.dispose]?.();
  const freed = {
    contract: 1,
    kind: "error",
    stage: "evaluation",
    code: "freed",
    message: "the handle was freed; make a new one with `new Rules()`",
    details: [],
  };
  for (const answer of [one.add("a.yaml", text), one.check("a.yaml", text), one.evaluate(REQUEST), one.questions(REQUEST), one.render(REQUEST)]) {
    assert.deepEqual(answer, freed);
  }
  assert.equal(one.handle(JSON.stringify(REQUEST)), JSON.stringify(freed));
  assert.throws(() => one.copy(), { name: "Error", message: freed.message });
  assert.equal(other.evaluate(REQUEST).kind, "penalty");
});

test("instances are independent, also across the module systems", async () => {
  const other = loadSync();
  assert.notEqual(other.Rules, Rules);
  assert.equal(require("cailiang").loadSync().version, other.version);
  assert.equal(other.contract, 1);
});
