// The workbench under test: built into a folder of its own, opened in Chromium, and the gestures that the tests share.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { root } from "./packed.mjs";
import { site } from "./site.mjs";
import { samples } from "../../../examples/web/src/samples.js";

/** Builds the page before the tests of a file and closes it after them; a complaint of the page fails them. */
export function workbench() {
  const folder = mkdtempSync(join(tmpdir(), "workbench-"));
  let web;
  before(async () => {
    execFileSync(process.execPath, [join(root, "examples/web/build.mjs"), folder]);
    web = await site(folder);
  });
  after(async () => {
    await web?.close();
    rmSync(folder, { recursive: true });
    assert.deepEqual(web?.complaints, []);
  });
  return {
    folder,
    /** A page that has painted its first result. */
    async open(options) {
      const page = await web.tab(options);
      await page.waitForSelector("#app[data-took]");
      return page;
    },
  };
}

/** Waits until what was changed is painted, also where a text waits until the keys rest. */
export async function painted(page) {
  const frames = () =>
    page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))));
  await frames();
  await page.waitForSelector("#app:not([data-waiting])", { state: "attached" });
  await frames();
}

/** Waits until the whole case as it is now is answered. */
export async function decided(page) {
  await painted(page);
  await page.waitForSelector("#result:not([aria-busy])", { state: "attached" });
}

export const row = (page, fact) => page.locator(`.question[data-fact="${fact}"]`);

/** Opens a sample by its number. */
export async function choose(page, number, lang = "zh") {
  await page.selectOption("#sample", { index: number + 1 });
  // What the page says when it has opened one; the offence alone may be that of the sample before.
  const title = samples[number].title[lang];
  await page.waitForFunction((title) => document.querySelector(".told").textContent.includes(title), title);
  await painted(page);
}

/** Answers one question with the control that it has. */
export async function answer(page, fact, value) {
  const question = row(page, fact);
  const word = value === true ? "是" : value === false ? "否" : String(value);
  if (await question.locator(".picks").count()) await question.getByRole("radio", { name: word, exact: true }).check();
  else if (value === "无法查明") await question.getByRole("checkbox", { name: word }).check();
  else if (await question.locator(".list").count()) await entries(page, question, value);
  else if (await question.locator("select").count()) await question.locator("select").selectOption(word);
  else await question.locator("input").first().fill(word);
  await painted(page);
}

async function entries(page, question, list) {
  if (!list.length) return question.getByRole("checkbox", { name: "没有（空表）" }).check();
  for (const [n, one] of list.entries()) {
    await question.getByText("添加一条").click();
    for (const [field, value] of Object.entries(one))
      await question.locator(".entries > li").nth(n).locator(".record-field", { hasText: field }).locator("input").fill(value);
  }
}
