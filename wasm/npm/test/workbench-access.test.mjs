// The workbench for everybody: axe-core finds nothing serious, the keyboard is enough, it fits 360 and 1440 pixels, in
// light and dark, Chinese and English; and answers of other kinds are shown.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { npm } from "./packed.mjs";
import { choose, decided, painted, workbench } from "./workbench.mjs";
import { samples } from "../../../examples/web/src/samples.js";

const axe = readFileSync(join(npm, "node_modules/axe-core/axe.min.js"), "utf8");
const { open } = workbench();

async function problems(page) {
  // Not a script element: the page's policy would refuse it.
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  return violations
    .filter((one) => one.impact === "serious" || one.impact === "critical")
    .map(
      (one) =>
        `${one.id}: ${one.nodes
          .slice(0, 3)
          .map((node) => `${node.html.slice(0, 160)} ${node.failureSummary ?? ""}`)
          .join(" | ")}`,
    );
}

for (const width of [360, 1440]) {
  for (const dark of [false, true]) {
    for (const lang of ["zh", "en"]) {
      test(`${width} pixels, ${dark ? "dark" : "light"}, ${lang}: nothing serious, nothing cut`, async () => {
        const page = await open({ width, dark, lang, height: 800 });
        for (const sample of [0, 4, 8, 9, 11, 12]) {
          await choose(page, sample, lang);
          if (samples[sample].case.do === "decide") {
            await decided(page);
            for (const group of ["general", "procedure"])
              await page.evaluate((name) => (document.querySelector(`[data-group=${name}]`).open = true), group);
          }
          for (const tab of width < 900 ? ["case", "result", "ruleset"] : ["case"]) {
            if (width < 900) await page.locator(`button[data-tab=${tab}]`).click();
            if (tab !== "ruleset")
              await page.evaluate(() => document.querySelectorAll(".result details:not([open]) > summary").forEach((one) => one.click()));
            await painted(page);
            assert.deepEqual(await problems(page), [], `sample ${sample}, ${tab}`);
            const [wide, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
            assert.ok(wide <= window, `sample ${sample}, ${tab}: ${wide} pixels wide`);
          }
          if (width < 900) await page.locator("button[data-tab=case]").click();
        }
        await page.locator(width < 900 ? "button[data-tab=ruleset]" : "#left-tab-text").click();
        await page.locator("#left-tab-text").click();
        await page.locator(".editor textarea").fill("cailiang: 1\nruleset: x y\n");
        await painted(page);
        assert.deepEqual(await problems(page), [], "a broken text");
        await page.context().close();
      });
    }
  }
}

test("the keyboard is enough", async () => {
  const page = await open();
  const active = () =>
    page.evaluate(() => ({
      fact: document.activeElement.closest(".question")?.dataset.fact,
      tag: document.activeElement.tagName,
      text: document.activeElement.textContent.trim().slice(0, 20),
    }));
  await page.keyboard.press("Tab");
  assert.equal((await active()).text, "跳到案情");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.id === "title-case");
  // To the first open question, and answer it: 20 days.
  for (let n = 0; n < 40 && (await active()).fact !== "持续天数"; n++) await page.keyboard.press("Tab");
  assert.equal((await active()).fact, "持续天数");
  await page.keyboard.type("20");
  await painted(page);
  assert.deepEqual((await active()).fact, "持续天数", "the focus stays");
  assert.match(await page.locator(".question[data-fact=持续天数]").getAttribute("class"), /given/);
  // The level: arrows move in the group.
  for (let n = 0; n < 40 && (await active()).fact !== "危害后果"; n++) await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowRight");
  await painted(page);
  assert.equal((await active()).fact, "危害后果", "the focus stays while the row moves");
  // A reason opens with Enter.
  await page.locator(".reasons summary").first().focus();
  await page.keyboard.press("Enter");
  await painted(page);
  assert.ok(await page.locator(".reasons details[open]").count());
  await page.context().close();
});

test("the whole case by keyboard: the tab, a group, an answer; nothing loses the focus", async () => {
  const page = await open();
  await choose(page, 5);
  await page.locator("#result-tab-range").focus();
  await page.keyboard.press("ArrowRight");
  await decided(page);
  assert.equal(await page.evaluate(() => document.activeElement.id), "result-tab-whole");
  await page.locator("[data-group=general] > summary").focus();
  await page.keyboard.press("Enter");
  const fact = () => page.evaluate(() => document.activeElement.closest(".question")?.dataset.fact);
  for (let n = 0; n < 12 && (await fact()) !== "当事人身份"; n++) await page.keyboard.press("Tab");
  assert.equal(await fact(), "当事人身份");
  // The group has its answer on “not known”: two to the left of it is 法人.
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await decided(page);
  assert.equal(await fact(), "当事人身份", "the focus stays");
  assert.equal(await page.locator(".question[data-fact=当事人身份] input:checked + span").textContent(), "法人");
  assert.equal(await page.locator(".question[data-fact=行为时周岁]").count(), 0, "a legal person has no age");
  await page.context().close();
});

test("what is open stays open while answers come", async () => {
  const page = await open();
  await page.locator("[data-fold=changes] > summary").click();
  await page.locator(".question[data-fact=持续天数] input").first().fill("20");
  await painted(page);
  assert.ok(await page.locator("[data-fold=changes][open]").count());
  await page.context().close();
});

test("a licence is a checklist with deadlines, a decision its acts; an answer of a kind that is not known yet is shown whole", async () => {
  const page = await open();
  const text = await page.evaluate(async () => {
    const { result } = await import("./src/result.js");
    const view = {
      opened: new Map(),
      explain: () => [],
      tiers: () => [],
      nearest: () => ({}),
      scheme: () => [],
      source: () => "",
      said: () => "",
      letter: () => "",
      point() {},
    };
    const box = document.querySelector(".result");
    const answer = {
      contract: 1,
      kind: "licence",
      determined: false,
      decision: { kind: "supplement", by: "decision", missing: ["场所证明"] },
      conditions: [
        { id: "年满十八周岁", status: "satisfied", basis: "某法 第五条" },
        { id: "无犯罪记录", status: "failed", basis: "某法 第七条" },
        { id: "场所面积", status: "unknown", basis: "某法 第八条" },
      ],
      documents: [{ id: "申请书", status: "satisfied", basis: "某法 第九条" }],
      deadlines: [{ what: "作出决定", due: "2024-06-20", counted_from: "2024-05-22", basis: "某法 第四十二条" }],
      facts_needed: [{ name: "场所面积" }],
      review_points: [],
      governing: [],
    };
    const shown = (answer) => (box.replaceChildren(...result(answer, view).flat(Infinity).filter(Boolean)), box.innerText);
    const licence = shown(answer);
    const open = shown({
      ...answer,
      decision: { kind: "open", possible: [{ kind: "grant" }, { kind: "refuse" }] },
      conditions: [
        {
          id: "人员",
          status: "failed",
          group: "any",
          of: [
            { id: "甲", status: "waived" },
            { id: "乙", status: "failed" },
          ],
        },
      ],
      terms: [
        {
          id: "有效期",
          amount: { kind: "range", min: { value: "5", inclusive: true }, max: { value: "5", inclusive: true }, unit: "年", bounded_by: [] },
        },
      ],
    });
    const fine = {
      kind: "range",
      min: { value: "50000", inclusive: true },
      max: { value: "60000", inclusive: true },
      unit: "元",
      bounded_by: [],
    };
    const penalty = {
      kind: "penalty",
      offence: "a",
      verdict: { kind: "sanctioned" },
      determined: true,
      targets: [
        {
          target: "unit",
          tiers: [],
          sanctions: [{ id: "罚款", kind: "fine", mode: "must", certain: true, amount: fine, basis: [], possible: [] }],
          choices: [],
        },
      ],
      orders: [],
      options: [
        {
          effect: "lighter",
          direction: "lighter",
          force: "must",
          or: ["mitigated"],
          certain: true,
          because: [{ id: "主动消除", basis: "某法 第三十二条" }],
          targets: [],
          open: true,
          needs: [],
          basis: [],
        },
      ],
      procedure: [
        { id: "hearing/unit", duty: "hearing", target: "unit", mode: "must", certain: true, basis: ["某法 第六十三条"], grounds: [] },
      ],
      review_points: [],
      facts_needed: [],
      facts_used: [],
      governing: [],
    };
    const whole = shown({
      kind: "decision",
      determined: true,
      acts: [
        {
          id: "一",
          law: { result: "older", message: "行为时的文本较轻" },
          limitation: { status: "within", message: "未超过两年" },
          versions: [{ name: "无证经营" }],
          outcome: penalty,
        },
        {
          id: "二",
          law: { result: "same", message: "" },
          limitation: { status: "time_barred", message: "已过" },
          versions: [{ name: "虚假标签" }],
          outcome: null,
        },
      ],
      totals: [{ target: "unit", kind: "fine", parts: [{ act: "一", sanction: "罚款", amount: fine }], sum: fine }],
      concurrence: [],
      orders: [],
      options: penalty.options,
      procedure: penalty.procedure,
      rights: [{ id: "陈述申辩" }],
      review_points: [],
      facts_needed: [],
      explanation: [{ part: "result", heading: "结论", text: "罚款五万至六万" }],
      governing: [],
    });
    box.replaceChildren(...result({ kind: "something-new", value: 7 }, view));
    return { licence, open, whole, other: box.innerText };
  });
  for (const wanted of [
    "一次告知补正",
    "场所证明",
    "无犯罪记录",
    "不符合",
    "尚不知",
    "至 2024-06-20",
    "自 2024-05-22 起算",
    "某法 第四十二条",
  ])
    assert.ok(text.licence.includes(wanted), `${wanted}: ${text.licence}`);
  for (const wanted of ["准予许可／不予许可", "人员 不符合（符合其一）", "甲 免于审查", "5 年"])
    assert.ok(text.open.includes(wanted), `${wanted}: ${text.open}`);
  for (const wanted of ["罚款五万至六万", "50,000–60,000 元", "从轻", "或者：减轻", "听证", "某法 第六十三条", "未超过两年", "陈述申辩"])
    assert.ok(text.whole.includes(wanted), `${wanted}: ${text.whole}`);
  assert.match(text.other, /something-new[^]*7/);
  await page.context().close();
});

test("both languages have the same labels", async () => {
  const { zh } = await import("../../../examples/web/src/words-zh.js");
  const { en } = await import("../../../examples/web/src/words-en.js");
  assert.deepEqual(Object.keys(en).sort(), Object.keys(zh).sort());
  for (const key of Object.keys(zh))
    assert.deepEqual([...zh[key].matchAll(/\{\d\}/g)].map(String).sort(), [...en[key].matchAll(/\{\d\}/g)].map(String).sort(), key);
});
