// The whole case as an officer goes through it: days, circumstances one by one, limitation, the law of the day, options that
// nobody chose, procedure, the reasoning of the letter; and a licence with its deadlines.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { npm } from "./packed.mjs";
import { answer, choose, decided, painted, row, workbench } from "./workbench.mjs";
import { samples } from "../../../examples/web/src/samples.js";

const { folder, open } = workbench();
const FOOD = 5;
const WHOLE = 11;
const LICENCE = 12;
const standing = (page, name) => page.locator(".standing > div", { hasText: name }).first();
const group = (page, name) => page.locator(`.question-group[data-group=${name}]`);

async function openGroup(page, name) {
  if (!(await group(page, name).evaluate((one) => one.open))) await group(page, name).locator("summary").first().click();
}

/** The case as it would be saved. */
async function saved(page) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#save").click()]);
  const file = join(folder, "whole.case.json");
  await download.saveAs(file);
  return { file, data: JSON.parse(readFileSync(file, "utf8")) };
}

test("the range first, then the whole case: days decide limitation and law, nothing is presumed", async () => {
  const page = await open();
  await choose(page, FOOD);
  assert.equal(await page.locator(".headline .chip").textContent(), "已能确定");
  assert.equal(await page.locator(".question-group").first().isVisible(), false, "the general part does not drown the form");
  await page.getByRole("button", { name: /^继续：整个案件/ }).click();
  await decided(page);
  assert.equal(await page.evaluate(() => document.activeElement.id), "whole-title");
  // The law was amended on 2025-12-01: while the day of the decision is not known, either may govern.
  assert.match(await standing(page, "适用法律").textContent(), /尚不能确定/);
  assert.match(await standing(page, "追责时效").textContent(), /是否已过追责时效尚不能确定/);
  assert.equal(await group(page, "general").evaluate((one) => one.open), false);
  // Nothing was said about the circumstances, so nothing is in the case.
  const before = (await saved(page)).data;
  assert.deepEqual(Object.keys(before.facts).sort(), Object.keys(samples[FOOD].case.facts).sort());
  await answer(page, "发现日", "2024-06-01");
  await answer(page, "决定日", "2026-01-15");
  await decided(page);
  // What circumstances there are may make a difference between the two.
  assert.match(await standing(page, "适用法律").textContent(), /尚不能确定.*2021年4月29日.*2025年12月1日/);
  assert.equal(await page.locator("[data-fold^=version]").count(), 2);
  // Discovered in time by either period, 2 or 5 years: which of them it is need not be asked.
  await openGroup(page, "general");
  assert.match(await standing(page, "追责时效").textContent(), /未过/);
  assert.equal(await row(page, "涉及生命健康或金融安全").count(), 0);
  await answer(page, "发现日", "2026-06-01");
  await decided(page);
  assert.match(await standing(page, "追责时效").textContent(), /是否已过追责时效尚不能确定/);
  await answer(page, "涉及生命健康或金融安全", false);
  await decided(page);
  // Two years from 2024-05-01 (行政处罚法 36(1)); discovered a month later.
  assert.match(await standing(page, "追责时效").textContent(), /已过/);
  assert.match(await page.locator(".headline").textContent(), /超过追责时效|不再给予行政处罚/);
  await page.context().close();
});

test("circumstances are found one by one; what they call for is offered, never applied", async () => {
  const page = await open();
  await choose(page, WHOLE);
  await decided(page);
  const amounts = ["3,000 元", "50,000–100,000 元"];
  // Either text may govern still, and each is shown.
  assert.deepEqual(await page.locator(".act .sanction .amount").allTextContents(), [...amounts, ...amounts]);
  // A legal person has no age and no state of mind to ask for.
  await openGroup(page, "general");
  assert.equal(await row(page, "行为时周岁").count(), 0);
  assert.equal(await row(page, "当事人身份").getByRole("radio", { name: "法人" }).isChecked(), true, "a fact of the file has its control");
  await answer(page, "受他人胁迫", "尚不知");
  const none = page.locator(".none-of-these");
  const asked = Number((await none.textContent()).match(/\d+/)[0]);
  const open_ = await group(page, "general")
    .locator(".question:not(.given)", { has: page.getByRole("radio", { name: "否" }) })
    .count();
  assert.equal(asked, open_);
  await none.click();
  await decided(page);
  // Every one of them now says “no” by itself, in the form and in the case.
  for (const name of ["受他人胁迫", "初次违法", "违反突发事件措施"])
    assert.equal(await row(page, name).getByRole("radio", { name: "否" }).isChecked(), true, name);
  assert.equal(await row(page, "主动消除或减轻后果").getByRole("radio", { name: "是" }).isChecked(), true, "what was found stays");
  const { data } = await saved(page);
  assert.equal(data.do, "decide");
  assert.deepEqual(data.general, ["cn.npc.administrative-penalty-law"]);
  assert.equal(Object.values(data.facts).filter((value) => value === false).length, asked + 1, "and 已取得相应许可");
  for (const [name, value] of [
    ["涉及生命健康或金融安全", false],
    ["危害后果程度", "超过轻微"],
    ["精神智力状况", "无障碍"],
  ])
    if (await row(page, name).count()) await answer(page, name, value);
  await decided(page);
  // 122(1) of both editions says the same for 9,999.99 元: equal, so that of the day of the act.
  assert.match(await standing(page, "适用法律").textContent(), /轻重相同，从旧.*2021年4月29日/);
  // 行政处罚法 32(1): lighter or mitigated, one of them must; no document of the case says how far.
  const options = page.locator(".options");
  assert.match(await options.textContent(), /一项也没有适用/);
  for (const effect of ["减轻", "从轻"]) {
    const one = options
      .locator("ul")
      .first()
      .locator("> li", { has: page.locator("strong", { hasText: effect }) });
    assert.match(await one.textContent(), /应当[^]*主动消除后果（处罚法 第三十二条第一项）/);
  }
  assert.deepEqual(await page.locator(".act .sanction .amount").allTextContents(), amounts, "the range is that of the law still");
  assert.match(await page.locator(".review").first().textContent(), /择一/);
  await page.context().close();
});

test("procedure follows the range: the body's own figure, what it asks for, time limits, what is due for certain", async () => {
  const page = await open();
  await choose(page, WHOLE);
  await decided(page);
  assert.equal(await group(page, "procedure").evaluate((one) => one.open), false);
  await openGroup(page, "procedure");
  await answer(page, "执法系统", "市场监管");
  await answer(page, "行政区划", "420506");
  await answer(page, "涉嫌犯罪", false);
  await decided(page);
  const due = (name) => page.locator(".procedure > ul > li", { has: page.locator(".duty", { hasText: name }) });
  const maybe = (name) => page.locator("[data-fold=maybeDue] li", { has: page.locator(".duty", { hasText: name }) });
  // 市场监督管理行政处罚程序规定 64: 90 days after 2024-06-03 are over on 2024-09-01; 30 more, and time not counted, are open:
  // so is whether a decision of January 2026 is in time.
  assert.match(
    await due("办案期限").textContent(),
    /程序规定 第六十四条[^]*90 日[^]*可能延长 30 日[^]*不计入 尚不知[^]*自 立案日 起算[^]*最早至 2024-09-01 · 决定日 2026-01-15: 是否按期尚不知$/,
  );
  // There may be no penalty at all yet: nothing that goes before one is certain.
  await page.locator("[data-fold=maybeDue] > summary").click();
  // The steps are written when the fold opens, which is told after the click.
  for (const name of ["处罚前告知", "听证"]) await maybe(name).first().waitFor();
  await openGroup(page, "general");
  await answer(page, "主动消除或减轻后果", false);
  await answer(page, "危害后果程度", "超过轻微");
  await page.locator(".none-of-these").click();
  await decided(page);
  assert.match(await due("处罚前告知").textContent(), /应当.*处罚法 第四十四条/);
  // 市场监督管理行政处罚听证办法 5: from 100,000 元 for a legal person; 50,000 to 100,000 may reach it.
  assert.match(await maybe("听证").first().textContent(), /处罚法 第六十三条第一款第一项[^]*较大数额罚款/);
  await answer(page, "货值金额", "12345.67");
  await decided(page);
  // 10 times 12,345.67 is above it.
  assert.match(await due("听证").first().textContent(), /应当.*处罚法 第六十三条第一款第一项[^]*听证办法/);
  await page.context().close();
});

test("a key in the whole case repaints within a frame, the decision follows", async () => {
  const page = await open();
  await choose(page, WHOLE);
  await decided(page);
  const input = row(page, "货值金额").locator("input").first();
  const took = [];
  await input.fill("");
  for (const key of "12345.67") {
    await input.press(key);
    await painted(page);
    took.push(Number(await page.locator("#app").getAttribute("data-took")));
    assert.ok(await input.evaluate((one) => one === document.activeElement), "the field keeps the focus");
  }
  await decided(page);
  console.log(
    `a keystroke in a whole case: ${took.join(" ")} ms, decided in ${await page.locator("#app").getAttribute("data-decided")} ms`,
  );
  assert.ok(Math.min(...took) < 16.7, `a keystroke takes ${took} ms`);
  // 10 to 20 times 12,345.67.
  assert.equal(
    await page.locator(".act .sanction", { hasText: "罚款" }).locator(".amount").first().textContent(),
    "123,456.7–246,913.4 元",
  );
  await input.fill("12 吨");
  await decided(page);
  assert.match(await row(page, "货值金额").locator(".problem").textContent(), /无法读取/);
  assert.equal(await page.locator(".headline .chip").textContent(), "尚不能确定");
  await page.context().close();
});

test("the letter is read, copied and printed; a link and a file bring the whole case back; the module in Node says the same", async () => {
  const page = await open({ permissions: ["clipboard-read", "clipboard-write"] });
  await choose(page, WHOLE);
  await decided(page);
  await page.locator("[data-fold=letter] > summary").click();
  const letter = page.locator(".letter");
  assert.match(await letter.textContent(), /经查明[^]*违法行为发生于2024年5月1日[^]*罚款 50,000 元以上 100,000 元以下/);
  await page.getByRole("button", { name: "复制" }).click();
  await page.getByRole("button", { name: "已复制" }).waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^经查明/);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const sheet = await page.evaluate(() => document.querySelector("#sheet").textContent);
  for (const wanted of [
    "行政处罚裁量说理",
    "经查明",
    "未查明，本页不是最后的结论",
    "追责时效",
    "主动消除后果",
    "申请行政复议",
    "中华人民共和国行政处罚法（2021年修订）",
    "sha256",
  ])
    assert.ok(sheet.includes(wanted), `${wanted} is not printed:\n${sheet}`);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await page.locator("#share").click();
  await page.waitForFunction(() => location.hash.length > 10);
  const other = await open({ path: `/${new URL(page.url()).hash}` });
  await other.waitForSelector("#result .standing");
  await openGroup(other, "general");
  assert.equal(await row(other, "主动消除或减轻后果").getByRole("radio", { name: "是" }).isChecked(), true);
  const { file, data } = await saved(other);
  const { load } = await import(join(npm, "dist/node.js"));
  const { rulesets } = await import(join(npm, "dist/rulesets/index.js"));
  const rules = new (await load()).Rules();
  for (const one of rulesets) rules.add(one.name, await one.load());
  const said = JSON.parse(rules.handle(JSON.stringify({ ...data, letter: true })));
  assert.equal(said.kind, "decision", said.message);
  assert.equal(said.letter.replaceAll("\n", ""), await letter.textContent());
  // A file of several acts is not one of them.
  writeFileSync(file, JSON.stringify({ ...data, acts: [{ id: "a" }, { id: "b" }] }));
  await other.locator("#open-case").setInputFiles(file);
  await other.waitForFunction(() => document.querySelector(".told").textContent.includes("2 个行为"));
  for (const one of [page, other]) await one.context().close();
});

test("a fact that nothing reads is kept and said so, with the way to take it out", async () => {
  const page = await open();
  const file = join(folder, "odd.json");
  writeFileSync(file, JSON.stringify({ ...samples[FOOD].case, facts: { ...samples[FOOD].case.facts, 没有这一项: "1" } }));
  await page.locator("#open-case").setInputFiles(file);
  await page.locator(".strangers", { hasText: "没有这一项" }).first().waitFor();
  assert.equal(await page.locator(".headline .chip").textContent(), "已能确定");
  await page.locator("#result-tab-whole").click();
  await decided(page);
  await page.locator(".whole .strangers", { hasText: "没有这一项" }).waitFor();
  await page.getByRole("button", { name: "删去没有这一项" }).click();
  await decided(page);
  assert.equal(await page.locator(".whole .strangers li").count(), 0);
  await page.context().close();
});

test("the text edited in the whole case changes the decision", async () => {
  const page = await open();
  await choose(page, WHOLE);
  await decided(page);
  await page.locator("#left-tab-text").click();
  const area = page.locator(".editor textarea");
  const text = await area.inputValue();
  assert.ok(text.includes("5万元以上10万元以下"));
  await area.fill(text.replaceAll("5万元以上10万元以下", "6万元以上10万元以下"));
  await page.locator(".sanction .amount", { hasText: "60,000–100,000 元" }).first().waitFor();
  await page.context().close();
});

test("a licence: what is asked, the checklist, the deadline in working days as of a day, and what a failed condition does", async () => {
  const page = await open();
  await choose(page, LICENCE);
  assert.equal(await page.locator("#result-tab-whole").isVisible(), false, "a licence has no whole case");
  assert.equal(await page.locator("#as-of").inputValue(), "2025-09-10");
  assert.equal(await row(page, "违法行为日").isVisible(), false);
  // One question is left open by the sample.
  assert.equal(await page.locator(".headline .chip").textContent(), "尚不能确定");
  await answer(page, "布局和流程合理", true);
  assert.match(await page.locator(".headline .verdict").textContent(), /准予许可/);
  // Ten working days from Wednesday 3 September 2025 end on Wednesday the 17th.
  assert.match(await page.locator(".deadlines").textContent(), /作出决定[^]*至 2025-09-17/);
  assert.match(await page.locator(".checklist li", { hasText: "由机关共享取得" }).first().textContent(), /营业执照/);
  await page.locator("#as-of").fill("2025-09-18");
  await painted(page);
  assert.match(await page.locator(".deadlines").textContent(), /作出决定[^]*(逾期|已届满)/);
  await answer(page, "布局和流程合理", false);
  assert.match(await page.locator(".headline .verdict").textContent(), /不予许可/);
  assert.match(await page.locator(".checklist .failed").first().textContent(), /布局和流程/);
  // What it rests on leads to the words of the text.
  await page.locator("[data-fold=rows] > summary").click();
  const why = page.locator("[data-fold=rows] details", { hasText: "布局和流程" }).first();
  await why.locator("> summary").click();
  const failed = why.locator(".cond.false", { hasText: "布局和流程合理" });
  await failed.locator(".source").click();
  await painted(page);
  const selected = await page.locator(".editor textarea").evaluate((area) => area.value.slice(area.selectionStart, area.selectionEnd));
  assert.equal(selected, await failed.locator("code").textContent());
  const { data } = await saved(page);
  assert.deepEqual([data.licence, data.as_of], ["food-business", "2025-09-18"]);
  await page.context().close();
});
