// What the page and the paper say of how a result came about, and that the page says why where there is none.
import assert from "node:assert/strict";
import { test } from "node:test";
import { answer, choose, decided, painted, row, workbench } from "./workbench.mjs";

const { open } = workbench();
const [FOUND, FOOD, FRONT] = [1, 5, 9];
const FOOD_LAW = "cn/npc/food-safety-law/2021-04-29.yaml";

async function paper(page) {
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const text = await page.locator("#sheet").innerText();
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  return text;
}

async function pick(page, name) {
  await page.selectOption("#ruleset", name);
  await page.waitForFunction((name) => document.querySelector("#ruleset").value === name, name);
  await painted(page);
}

test("a built-in text that was edited is not taken for what its title says, on the page and on paper", async () => {
  const page = await open();
  await choose(page, FOOD);
  assert.equal(await page.locator(".stale").count(), 0);
  assert.doesNotMatch(await paper(page), /所用文本|未填|无法读取/);
  await page.locator("#left-tab-text").click();
  const area = page.locator(".editor textarea");
  await area.fill((await area.inputValue()).replace("5万元以上10万元以下", "1元以上2元以下"));
  await painted(page);
  assert.match(await page.locator("#result").innerText(), /所用文本经过修改/);
  assert.match(await paper(page), /所用文本经过修改[^]*1 元以上 2 元以下/);
  // While it has errors, the paper says of which text it is, as the page does.
  await area.fill("cailiang: [");
  await painted(page);
  assert.match(await paper(page), /最后一份无误的文本/);
  await page.context().close();
});

test("the paper says which day stands in and which answers were not used, also of a whole case", async () => {
  const page = await open();
  await pick(page, FOOD_LAW);
  assert.match(await paper(page), /暂按所选版本的施行首日 2021-04-29/);
  await answer(page, "违法行为日", "2024-05-01");
  await answer(page, "货值金额", "12 吨");
  const one = await paper(page);
  assert.doesNotMatch(one, /施行首日/);
  assert.match(one, /未采用：货值金额/);
  await page.locator("#result-tab-whole").click();
  await decided(page);
  await page.locator(".standing").first().waitFor();
  assert.match(await paper(page), /未采用：货值金额/);
  await page.context().close();
});

test("a text without offences says so; a whole case that cannot be loaded says why", async () => {
  const page = await open();
  await pick(page, "cn/samr/penalty-procedure/2021-07-15.yaml");
  assert.match(await page.locator("#result").innerText(), /没有违法行为或者许可事项/);
  assert.equal(await page.locator(".form").isVisible(), false);
  await choose(page, FOOD);
  await page.route("**/customs/**", (route) => route.fulfill({ status: 200, contentType: "text/javascript", body: "throw 1" }));
  await page.locator("#result-tab-whole").click();
  await page.locator("#result .stale", { hasText: "没有载入" }).waitFor();
  await page.context().close();
});

test("an entry taken away leaves the keyboard in the list; who is fined is named as the engine names them", async () => {
  const page = await open();
  await choose(page, FRONT);
  const records = row(page, "处罚记录");
  await records.getByRole("button", { name: "删除第 3 条" }).click();
  const active = () => page.evaluate(() => document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent);
  assert.equal(await active(), "添加一条");
  await records.getByRole("button", { name: "删除第 1 条" }).click();
  assert.equal(await active(), "删除第 1 条");
  await choose(page, 4);
  assert.deepEqual(await page.locator(".target > h3").allTextContents(), ["当事人", "责任人员"]);
  await page.context().close();
});

test("a key in 2,000 lines with an error draws what changed", async () => {
  const page = await open();
  await choose(page, FOUND);
  await page.locator("#left-tab-text").click();
  const area = page.locator(".editor textarea");
  await area.fill(`${await area.inputValue()}${"# c\n".repeat(2000)}没有这个键: 1\n# `);
  await painted(page);
  await page.evaluate(() => document.querySelectorAll(".marks > div, .numbers > div").forEach((line) => (line.dataset.old = "")));
  await area.press("Control+End");
  await area.press("x");
  await painted(page);
  assert.equal(await page.locator(".marks > div:not([data-old]), .numbers > div:not([data-old])").count(), 0);
  // A line before it: the mark moves, and the number of its line.
  await area.fill((await area.inputValue()).replace("# c\n", "# c\n# d\n"));
  await painted(page);
  assert.deepEqual([...new Set(await page.locator(".marks mark.error").allTextContents())], ["没有这个键"]);
  const lines = await area.evaluate((one) => one.value.split("\n").indexOf("没有这个键: 1") + 1);
  assert.equal(await page.locator(".numbers .at-error").textContent(), String(lines));
  assert.equal(await page.locator(".numbers > div").count(), await area.evaluate((one) => one.value.split("\n").length));
  assert.ok((await page.locator(".marks > div:not([data-old]), .numbers > div:not([data-old])").count()) < 10);
  await page.context().close();
});

test("without a clipboard the letter is selected to be copied", async () => {
  const page = await open();
  await choose(page, 11);
  await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await decided(page);
  await page.locator("[data-fold=letter] > summary").click();
  await page.getByRole("button", { name: "复制" }).click();
  await page.getByRole("button", { name: "Ctrl+C" }).waitFor();
  assert.match(await page.evaluate(() => String(getSelection())), /经查明/);
  await page.context().close();
});

test("on a small screen the head says that a result is open, and that a text with errors is not its text", async () => {
  const page = await open({ width: 360, height: 740 });
  await choose(page, 0);
  const lead = page.locator(".lead");
  assert.match(await lead.textContent(), /^尚不能确定：/);
  await choose(page, FOUND);
  assert.match(await lead.textContent(), /^没收违法所得 9,600 元（应当）/);
  await page.locator("button[data-tab=ruleset]").click();
  await page.locator("#left-tab-text").click();
  await page.locator(".editor textarea").fill("cailiang: [");
  await painted(page);
  assert.match(await lead.textContent(), /^文本有错，/);
  await page.context().close();
});

test("the result is heard after an answer, also where it is seen beside the questions", async () => {
  const page = await open();
  await choose(page, FOUND);
  const heard = () => page.locator(".lead[aria-live=polite]").ariaSnapshot();
  assert.match(await heard(), /罚款 50,000 元以上 55,000 元以下/);
  await answer(page, "货值金额", "20000");
  assert.match(await heard(), /罚款 200,000 元以上 220,000 元以下/);
  await page.context().close();
});

test("a number that never ends is told as the engine tells it", async () => {
  const page = await open();
  const told = await page.evaluate(async (numbers) => {
    const { grouped } = await import("./src/numbers.js");
    return numbers.map(grouped);
  }, ["10000/11", "-1/3", "-20000000/7", "1234567.5", "0"]);
  await page.context().close();
  assert.deepEqual(told, ["909.090…", "-0.333…", "-2,857,142.857…", "1,234,567.5", "0"]);
});
