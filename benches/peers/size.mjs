// What a page must load to use an engine, gzipped: its script as a bundler leaves it, minified, and its modules. Rules are not counted.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const gzipped = (bytes) => gzipSync(bytes, { level: 9 }).length;

export async function size({ entry, also }) {
  const folder = mkdtempSync(join(tmpdir(), "peer-"));
  const outfile = join(folder, "page.js");
  // Modules are found by address at run time; a bundler leaves that alone.
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    logLevel: "error",
  });
  const script = gzipped(readFileSync(outfile));
  rmSync(folder, { recursive: true });
  return also.reduce((sum, file) => sum + gzipped(readFileSync(file)), script);
}
