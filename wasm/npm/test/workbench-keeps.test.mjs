// What a person has done is not lost and not mixed up: reload, back and forward, links, texts that come late or not at all,
// files that are broken or of another kind.
import assert from "node:assert/strict";
import { test } from "node:test";
import { answer, choose, decided, painted, row, workbench } from "./workbench.mjs";

const { open } = workbench();
const amounts = (page) => page.locator(".sanction .amount").allTextContents();
const money = (page) => row(page, "货值金额").locator("input").first();
const told = (page, words) => page.waitForFunction((words) => document.querySelector(".told").textContent.includes(words), words);
const chosen = (page) => page.locator("#ruleset").evaluate((list) => list.selectedOptions[0].text);
const GUANGDONG = "cn/guangdong/eco/2022-01-01.yaml";
/** The third sample of the list is a case of Fenghuang, the fourth one of Guangdong. */
const [CATERING, FOUND, FENGHUANG, WATER] = [0, 1, 2, 3];

async function reload(page) {
  await page.reload();
  await page.waitForSelector("#app[data-took]");
  await painted(page);
}

async function openFile(page, name, text) {
  await page.locator("#open-case").setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
}

test("a reload finds the case as it was left; a step back the one before, a step forward the one after", async () => {
  const page = await open();
  await choose(page, FOUND);
  // 10 times 20,000 is 200,000 to 400,000; of it 0–10%.
  await answer(page, "货值金额", "20000");
  await reload(page);
  assert.deepEqual(await amounts(page), ["9,600 元", "200,000–220,000 元"]);
  await choose(page, WATER);
  assert.deepEqual(await amounts(page), ["120,000 元"]);
  await page.goBack();
  await page.waitForFunction(() => document.querySelector("#ruleset").value === "demo.yaml");
  await painted(page);
  assert.deepEqual(await amounts(page), ["9,600 元", "200,000–220,000 元"]);
  await page.goForward();
  await page.waitForFunction((name) => document.querySelector("#ruleset").value === name, GUANGDONG);
  // Another offence leaves the answers behind, and so does the button: the step back has them again.
  await page.selectOption("#offence", "eco-1.1");
  await painted(page);
  await page.goBack();
  await page.waitForFunction(() => document.querySelector("#offence").value === "eco-2.7.1");
  await painted(page);
  assert.deepEqual(await amounts(page), ["120,000 元"]);
  await page.getByText("清空案情").click();
  await painted(page);
  await page.goBack();
  await page.waitForFunction(() => document.querySelector(".sanction .amount")?.textContent === "120,000 元");
  await page.context().close();
});

test("a text with errors is kept with its case", async () => {
  const page = await open();
  await choose(page, FOUND);
  await page.locator("#left-tab-text").click();
  const area = page.locator(".editor textarea");
  await area.fill((await area.inputValue()).replace("0%..10%", "0%..20%").replace("cailiang: 1", "cailiang: x"));
  await painted(page);
  await reload(page);
  assert.match(await page.locator(".headline.failed").textContent(), /文本有错/);
  await page.locator("#left-tab-text").click();
  await area.fill((await area.inputValue()).replace("cailiang: x", "cailiang: 1"));
  await painted(page);
  assert.deepEqual(await amounts(page), ["9,600 元", "50,000–60,000 元"]);
  await page.context().close();
});

test("the address is a link as long as it says what is on the page", async () => {
  const page = await open();
  await choose(page, FOUND);
  await page.locator("#share").click();
  await page.waitForFunction(() => location.hash.length > 10);
  await reload(page);
  assert.ok(await page.evaluate(() => location.hash.length > 10));
  await answer(page, "货值金额", "20000");
  await page.waitForFunction(() => location.hash === "");
  await reload(page);
  assert.deepEqual(await amounts(page), ["9,600 元", "200,000–220,000 元"]);
  await page.context().close();
});

test("a link opened while a field has the focus fills that field as well", async () => {
  const page = await open();
  await choose(page, WATER);
  await choose(page, FOUND);
  await page.locator("#share").click();
  await page.waitForFunction(() => location.hash.length > 10);
  const hash = await page.evaluate(() => location.hash);
  await answer(page, "货值金额", "20000");
  await money(page).focus();
  await page.waitForFunction(() => location.hash === "");
  await page.evaluate((hash) => (location.hash = hash), hash);
  await page.waitForFunction(() => document.querySelectorAll(".sanction .amount")[1]?.textContent === "50,000–55,000 元");
  assert.equal(await money(page).inputValue(), "9600");
  await page.context().close();
});

test("of two texts the one chosen last counts, whichever arrives first; one that cannot be had leaves all as it is", async () => {
  const page = await open();
  await choose(page, FENGHUANG);
  let let_go;
  const held = new Promise((done) => (let_go = done));
  await page.route("**/guangdong/eco/2022-01-01.js", (route) => held.then(() => route.continue()));
  await page.selectOption("#ruleset", GUANGDONG);
  await choose(page, FOUND);
  const arrived = page.waitForResponse("**/guangdong/eco/2022-01-01.js");
  let_go();
  await arrived;
  await page.waitForTimeout(300);
  assert.deepEqual(await amounts(page), ["9,600 元", "50,000–55,000 元"]);
  assert.match(await chosen(page), /^示例：食品经营许可裁量/);
  // The page itself must not find it among what the browser has.
  await page.route("**/hunan/eco/2021-12-31.js", (route) => route.fulfill({ status: 200, contentType: "text/javascript", body: "throw 1" }));
  await page.selectOption("#ruleset", "cn/hunan/eco/2021-12-31.yaml");
  await page.waitForTimeout(300);
  assert.match(await chosen(page), /^示例：食品经营许可裁量/);
  assert.deepEqual(await amounts(page), ["9,600 元", "50,000–55,000 元"]);
  await page.context().close();
});

test("what was said of the whole case is saved from the page of the provision too", async () => {
  const page = await open();
  await choose(page, 5);
  await page.locator("#result-tab-whole").click();
  await decided(page);
  await page.locator("[data-group=general] > summary").click();
  await answer(page, "主动消除或减轻后果", true);
  await page.locator("#result-tab-range").click();
  await painted(page);
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#save").click()]);
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  const saved = JSON.parse(Buffer.concat(chunks).toString());
  assert.equal(saved.do, "decide");
  assert.equal(saved.facts.主动消除或减轻后果, true);
  await page.context().close();
});

test("a file that is none of ours is told and leaves the case as it is", async () => {
  const page = await open();
  await choose(page, FOUND);
  const law = { ruleset: "cn.npc.food-safety-law", facts: { 违法行为日: "2024-05-01", 货值金额: "5000" } };
  const files = [
    // Another offence is not computed in its place.
    ["gone.json", JSON.stringify({ ...law, offence: "no-such" }), "没有 no-such 这一违法行为"],
    ["later.json", JSON.stringify({ ...law, contract: 2, offence: "unlicensed" }), "第 2 版"],
    ["list.json", JSON.stringify({ ...law, offence: "unlicensed", facts: [1] }), "facts 须是"],
    ["texts.json", JSON.stringify({ ...law, offence: "unlicensed", rulesets: [null] }), "rulesets 的每一项"],
    ["case.yaml", "ruleset: cn.demo.food\noffence: unlicensed-catering\nfacts: {货值金额: 1}\n", "YAML"],
    // 示例 in GB 18030.
    ["gbk.yaml", Buffer.from([...Buffer.from("cailiang: 1\ntitle: "), 0xca, 0xbe, 0xc0, 0xfd, 10]), "UTF-8"],
  ];
  for (const [name, text, words] of files) {
    await openFile(page, name, text);
    await told(page, words);
    await painted(page);
    assert.deepEqual(await amounts(page), ["9,600 元", "50,000–55,000 元"], name);
  }
  // Names that every object has, and marks of another language, are names like any other.
  const odd = '{"__proto__":{"a":1},"toString":"x","<script>alert(1)</script>":"<img src=x>"}';
  await openFile(page, "odd.json", `{"ruleset":"cn.demo.food","offence":"unlicensed-catering","facts":${odd}}`);
  await told(page, "odd.json");
  await painted(page);
  assert.equal(await page.locator(".strangers li").count(), 3);
  await page.context().close();
});

test("an offence whose id is typed anew stays the one on the page", async () => {
  const page = await open();
  await page.selectOption("#ruleset", GUANGDONG);
  await page.waitForFunction((name) => document.querySelector("#ruleset").value === name, GUANGDONG);
  await page.selectOption("#offence", "eco-2.7.1");
  await painted(page);
  await page.locator("#left-tab-text").click();
  const area = page.locator(".editor textarea");
  await area.fill((await area.inputValue()).replace("id: eco-2.7.1", "id: eco-2.7.1x"));
  await painted(page);
  assert.equal(await page.locator("#offence").inputValue(), "eco-2.7.1x");
  await page.context().close();
});
