// The tarball that would be published, installed into a folder of its own: what the tests use, never the source tree.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const npm = join(dirname(fileURLToPath(import.meta.url)), "..");
export const root = join(npm, "../..");

/** A new project with the package installed from its tarball, and the files given. */
export function project(files = {}) {
  const folder = mkdtempSync(join(tmpdir(), "cailiang-"));
  const tarball = execFileSync("npm", ["pack", npm, "--silent", "--pack-destination", folder], { encoding: "utf8" }).trim();
  // What `npm install` does with a tarball without dependencies, without asking a registry.
  execFileSync("tar", ["-xzf", tarball], { cwd: folder });
  mkdirSync(join(folder, "node_modules"));
  renameSync(join(folder, "package"), join(folder, "node_modules/cailiang"));
  // The tools of the tests are those of the source tree.
  for (const tool of ["typescript", "vite", "webpack", "webpack-cli", "playwright-core"]) {
    symlinkSync(join(npm, "node_modules", tool), join(folder, "node_modules", tool));
  }
  for (const [name, text] of Object.entries({ "package.json": '{"type":"module","private":true}', ...files })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return { folder, read: (name) => readFileSync(join(folder, name), "utf8"), remove: () => rmSync(folder, { recursive: true }) };
}

/** Runs a file with Node in a project; its output. */
export function node(project, ...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: project.folder, encoding: "utf8", maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${status}\n${stderr}\n${stdout}`);
  return stdout;
}

/** A tool of npm in a project. */
export function tool(project, name, ...args) {
  return node(project, join(npm, "node_modules/.bin", name), ...args);
}

/** A request that every environment answers, and what of the answer shows that it did. */
export const REQUEST = { ruleset: "cn.npc.food-safety-law", offence: "unlicensed", on: "2024-05-01", facts: { 货值金额: "9999.99元" } };
export const PATH = "cn/npc/food-safety-law/2021-04-29";
