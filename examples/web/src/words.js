// The page's own labels in two languages. Words about the law come with an answer, names of public words with the package.
import { nameOf } from "../cailiang/names.js";
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

/** The name of a public word, as the engine has it; one that is no word of the family stays as it is written. */
export const word = (family, slug) => nameOf(family, slug, now) ?? slug;
