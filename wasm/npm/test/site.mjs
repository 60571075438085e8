// A folder of static files under real Chromium, as a person has it: with the policy of the page, no other origin.
import { createServer } from "node:http";
import { existsSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { chromium } from "playwright-core";

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".json": "application/json",
  ".yaml": "text/yaml; charset=utf-8",
};

/** Serves a folder and starts the browser; `tab()` opens a page whose complaints are collected. */
export async function site(folder) {
  const server = createServer((request, response) => {
    let file = join(folder, decodeURIComponent(new URL(request.url, "http://a").pathname));
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, "index.html");
    if (!existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "text/plain" });
    response.end(readFileSync(file));
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGS });
  const complaints = [];
  return {
    origin,
    browser,
    complaints,
    async tab({ width = 1440, height = 1000, dark = false, lang = "zh", path = "/", ...more } = {}) {
      const context = await browser.newContext({
        viewport: { width, height },
        colorScheme: dark ? "dark" : "light",
        locale: lang === "zh" ? "zh-CN" : "en-GB",
        serviceWorkers: "block",
        ...more,
      });
      const page = await context.newPage();
      page.setDefaultTimeout(30_000); // machines are shared
      page.on("console", (message) => message.type() === "error" && complaints.push(`${message.text()} ${message.location().url}`));
      page.on("pageerror", (error) => complaints.push(String(error.stack)));
      page.on(
        "request",
        (request) =>
          request.url().startsWith(origin) ||
          /^(data|blob):/.test(request.url()) ||
          complaints.push(`asked another origin: ${request.url()}`),
      );
      await page.goto(origin + path);
      return page;
    },
    async close() {
      await browser.close();
      // The worker that keeps the files may still hold a connection.
      server.closeAllConnections();
      server.close();
    },
  };
}
