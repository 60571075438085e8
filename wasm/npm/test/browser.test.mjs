// Bundles of Vite and webpack, and plain files, in real Chromium under a strict CSP: in a page and in a worker.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { createServer } from "node:http";
import { existsSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { chromium } from "playwright-core";
import { PATH, REQUEST, project, tool } from "./packed.mjs";

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const ARGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".wasm": "application/wasm", ".yaml": "text/yaml; charset=utf-8" };
/** No `unsafe-eval`, no cross-origin isolation, nothing from another origin. */
const CSP = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'";

/** What every page does: load, add a built-in ruleset, answer; what it shows is the answer. */
const answer = (from) => `
import { load } from "${from}";
import { rulesets } from "${from === "cailiang" || from === "cailiang/inline" ? "cailiang/rulesets" : from.replace(/[^/]*$/, "rulesets/index.js")}";
async function answer() {
  const { Rules, more } = await load();
  const rules = new Rules();
  const one = rulesets.find((one) => one.name === "${PATH}.yaml");
  rules.add(one.name, await one.load());
  const request = ${JSON.stringify(REQUEST)};
  const before = rules.evaluate({ ...request, do: "decide" }).code;
  await more();
  const { kind } = rules.evaluate({ ...request, do: "decide" });
  if (before !== "not-loaded" || kind !== "decision") throw new Error(before + " " + kind);
  return rules.evaluate(request, { explanation: "object" });
}`;
const page = (from, worker) => `${answer(from)}
answer().then(async (answer) => {
  const inWorker = await new Promise((resolve) => {
    const worker = ${worker};
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = (event) => resolve({ error: event.message });
  });
  document.title = JSON.stringify({ answer, inWorker });
}, (error) => (document.title = JSON.stringify({ error: String(error) })));
`;
const worker = (from) => `${answer(from)}
answer().then((answer) => postMessage(answer), (error) => postMessage({ error: String(error) }));
`;
const HTML = (script, type = "type=module") => `<!doctype html><meta charset="utf-8"><title></title><script ${type} defer src="${script}"></script>`;
const NEW = 'new Worker(new URL("./worker.js", import.meta.url), { type: "module" })';

const PLAIN = "/node_modules/cailiang/dist/browser.js";
const there = project({
  "index.html": HTML("/page.js"),
  "page.js": page("cailiang", NEW),
  "worker.js": worker("cailiang"),
  "plain/index.html": HTML("page.js"),
  "plain/page.js": page(PLAIN, NEW),
  "plain/worker.js": worker(PLAIN),
  "inline/index.html": HTML("./page.js"),
  "inline/page.js": page("cailiang/inline", NEW),
  "inline/worker.js": worker("cailiang/inline"),
  "vite.config.js": 'export default { base: "./", logLevel: "error", worker: { format: "es" } };',
  "webpack.config.js": `import { resolve } from "node:path";
const build = (folder, entry) => ({ mode: "production", entry, output: { path: resolve(folder) }, performance: false });
export default [build("webpack", "./page.js"), build("webpack-inline", "./inline/page.js")];`,
  "webpack/index.html": HTML("main.js", ""),
  "webpack-inline/index.html": HTML("main.js", ""),
});

let server, browser, origin;
before(async () => {
  server = createServer((request, response) => {
    let file = join(there.folder, decodeURIComponent(new URL(request.url, "http://a").pathname));
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, "index.html");
    if (!existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "text/plain", "content-security-policy": CSP });
    response.end(readFileSync(file));
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  origin = `http://127.0.0.1:${server.address().port}`;
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGS });
});
after(async () => {
  await browser?.close();
  server?.close();
  there.remove();
});

/** Opens a page; the requests it made for modules. */
async function opened(path) {
  const tab = await browser.newPage();
  const [loaded, complaints] = [[], []];
  tab.on("response", (response) => response.url().endsWith(".wasm") && loaded.push(response.status()));
  tab.on("console", (message) => message.type() === "error" && !message.location().url.endsWith("favicon.ico") && complaints.push(`${message.text()} ${message.location().url}`));
  tab.on("pageerror", (error) => complaints.push(String(error)));
  await tab.goto(origin + path);
  await tab.waitForFunction(() => document.title !== "", null, { timeout: 20_000 }).catch(() => {});
  const title = await tab.title();
  await tab.close();
  assert.deepEqual(complaints, []);
  const { answer, inWorker, error } = JSON.parse(title || '{"error":"nothing happened"}');
  assert.equal(error, undefined);
  assert.equal(answer.kind, "penalty");
  assert.deepEqual(answer.targets[0].sanctions.find((one) => one.id === "罚款").amount.max, { value: "100000", inclusive: true });
  assert.deepEqual(inWorker, answer);
  return loaded;
}

test("plain files, page and worker", async () => {
  assert.ok((await opened("/plain/")).length >= 1);
});

test("a Vite build", async () => {
  tool(there, "vite", "build", "--outDir", "vite");
  assert.ok((await opened("/vite/")).length >= 1);
});

test("a Vite build of the inline entry loads no module", async () => {
  tool(there, "vite", "build", "inline", "--outDir", "../vite-inline", "--config", "vite.config.js");
  assert.deepEqual(await opened("/vite-inline/"), []);
});

test("webpack builds", async () => {
  tool(there, "webpack");
  assert.ok((await opened("/webpack/")).length >= 1);
  assert.deepEqual(await opened("/webpack-inline/"), []);
});
