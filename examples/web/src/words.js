// The page's own words in two languages. Words about the law come from the engine; these are labels only.
import { en } from "./words-en.js";
import { zh } from "./words-zh.js";

const languages = { zh, en };
let now = "zh";

/** The language of the page. */
export const lang = () => now;

export function speak(language) {
  now = languages[language] ? language : "zh";
  document.documentElement.lang = now === "zh" ? "zh-CN" : "en";
  document.title = t("pageTitle");
}

/** A label; `{0}`, `{1}` are replaced. */
export function t(key, ...values) {
  const text = languages[now][key];
  if (text === undefined) throw new Error(`no label ${key} in ${now}`);
  return text.replace(/\{(\d)\}/g, (_, n) => values[Number(n)] ?? "");
}

/** A label that may not exist: what the contract grows before this page knows it. */
export const known = (key, otherwise) => languages[now][key] ?? otherwise;
