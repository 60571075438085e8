// The examples of `examples/embed` against the packed package: a plain page, Node, React built with Vite.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { npm, project, root, tool } from "./packed.mjs";
import { site } from "./site.mjs";

const embed = join(root, "examples/embed");
const there = project();
for (const name of ["react", "react-dom", "scheduler"])
  symlinkSync(join(npm, "node_modules", name), join(there.folder, "node_modules", name));
cpSync(embed, there.folder, { recursive: true });
cpSync(join(there.folder, "node_modules/cailiang/dist"), join(there.folder, "dist"), { recursive: true });
after(there.remove);

/** 122: below 10,000 元, so 50,000 to 100,000; from there 10 to 20 times the value. */
const BELOW = /罚款 50,000 元以上 100,000 元以下/;
const ABOVE = /罚款 200,000 元以上 400,000 元以下/;

test("a page of less than forty lines", async (t) => {
  assert.ok(readFileSync(join(embed, "index.html"), "utf8").split("\n").length <= 40);
  const web = await site(there.folder);
  t.after(() => web.close());
  const page = await web.tab();
  const said = (wanted) =>
    page.waitForFunction(([source]) => new RegExp(source).test(document.getElementById("result").textContent), [wanted.source]);
  await said(/尚不能确定/);
  await page.fill("#value", "9600");
  await said(BELOW);
  await page.fill("#value", "20000");
  await said(ABOVE);
  await page.fill("#value", "12吨");
  await said(/货值金额/);
  assert.deepEqual(
    web.complaints.filter((one) => !one.includes("favicon")),
    [],
  );
});

test("Node", () => {
  const run = (...facts) => spawnSync(process.execPath, ["node.mjs", ...facts], { cwd: there.folder, encoding: "utf8" });
  assert.match(run("货值金额=9600").stdout, BELOW);
  assert.equal(run("货值金额=9600").status, 4);
  const all = run("货值金额=20000", "违法所得=0");
  assert.match(all.stdout, ABOVE);
  assert.equal(all.status, 0);
  assert.match(run("货值=1").stderr, /did you mean `货值金额`/);
});

test("React, built with Vite, asks the next question", async (t) => {
  tool(there, "vite", "build", "react", "--logLevel", "error");
  const web = await site(join(there.folder, "react/dist"));
  t.after(() => web.close());
  const page = await web.tab();
  await page.getByText("货值金额").first().waitFor();
  for (let asked = 0; asked < 6 && (await page.locator("form").count()); asked++) {
    const question = await page.locator("form label").textContent();
    if (/货值/.test(question)) await page.fill("form input", "20000");
    else await page.fill("form input", "0");
    await page.getByText("填入").click();
  }
  assert.match(await page.locator("pre").textContent(), ABOVE);
  assert.deepEqual(
    web.complaints.filter((one) => !one.includes("favicon")),
    [],
  );
});
