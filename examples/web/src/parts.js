// Parts that several kinds of answer have.
import { fold, h } from "./dom.js";
import { amountText } from "./numbers.js";
import { lang, t, word } from "./words.js";

/** A titled section of the result; nothing if it has no content. */
export function section(title, className, ...children) {
  const content = children.flat(Infinity).filter(Boolean);
  return content.length ? h("section", { class: className }, h("h3", null, title), content) : null;
}

/** A provision, set small. */
export const basis = (text) => text && h("span", { class: "basis" }, Array.isArray(text) ? text.join("；") : text);

export const chip = (text, kind = "") => h("span", { class: `chip ${kind}` }, text);

/** A line of the result; the first heading says “result”, unless it says that it is open, or of which text or act it is. */
export function saying(line, n = 0) {
  const named = line.heading && (n > 0 || !["结论", "Result"].includes(line.heading));
  return `${named ? line.heading.trimEnd() + (lang() === "zh" ? "：" : ": ") : ""}${line.text}`;
}

/** The result in the engine's own words, and whether it is final. */
export function headline(answer, said) {
  const { kind, ground } = answer.verdict ?? {};
  const open = answer.facts_needed?.length ?? 0;
  return h(
    "div",
    { class: `headline ${answer.determined ? "determined" : "open"} ${kind ?? ""}` },
    h(
      "p",
      { class: "state" },
      chip(answer.determined ? t("determined") : t("open"), answer.determined ? "good" : "wait"),
      !answer.determined && open > 0 && h("span", null, t("openBecause", open)),
    ),
    !said.length && h("p", { class: "verdict" }, kind ? word("VerdictKind", kind) : t("wholeTitle"), ground && `（${ground}）`),
    said.map((line, n) => h("p", { class: n === 0 ? "verdict" : "verdict more" }, saying(line, n))),
  );
}

const FEW = 3;

/**
 * Points where a person must look: what, why, and before and after where a result was bounded. Many that only may arise
 * stand folded behind those that do.
 */
export function reviewPoints(points, view, title = t("reviewPoints")) {
  const item = (one) =>
    h(
      "li",
      { class: one.certain === false ? "maybe" : null },
      h("span", { class: "point" }, one.message),
      one.before && one.after && h("span", { class: "moved" }, `${amountText(one.before)} → ${amountText(one.after)}`),
      basis(one.basis),
    );
  const list = points ?? [];
  const maybe = list.filter((one) => one.certain === false);
  const folded = maybe.length > FEW ? maybe : [];
  const shown = list.filter((one) => !folded.includes(one));
  return section(
    title,
    "review",
    shown.length > 0 && h("ul", null, shown.map(item)),
    folded.length > 0 &&
      fold(view.opened, `maybeReview ${folded[0].message}`, t("maybeReview", folded.length), () => h("ul", null, folded.map(item))),
  );
}

export function orders(list) {
  const item = (one) => h("li", null, one.id, one.certain === false && chip(t("certainNot")), basis(one.basis));
  return section(t("orders"), "orders", list?.length > 0 && h("ul", null, list.map(item)));
}

/** Steps of the procedure, options and other lists whose members the contract describes by name, text and basis. */
export function named(title, className, list) {
  const text = (one) => one.message ?? one.text ?? one.what ?? one.name ?? one.id ?? one.code ?? one.kind ?? JSON.stringify(one);
  const item = (one) =>
    typeof one === "string"
      ? h("li", null, one)
      : h(
          "li",
          { class: one.certain === false ? "maybe" : null },
          h("span", null, text(one)),
          one.due && chip(t("due", one.due)),
          one.force && chip(word("Force", one.force)),
          basis(one.basis),
        );
  return section(title, className, list?.length > 0 && h("ul", null, list.map(item)));
}

export function governing(list) {
  const item = (one) => {
    const days = one.through ? t("fromThrough", one.from, one.through) : t("from", one.from);
    const parts = [
      one.document,
      days,
      one.revision > 1 && t("revision", one.revision),
      t("chosenBy", one.chosen_by),
      `${t("digest")} ${one.sha256.slice(0, 12)}`,
    ];
    return h("li", null, h("strong", null, one.title), h("span", { class: "basis" }, parts.filter(Boolean).join(" · ")));
  };
  return section(t("governing"), "governing", list?.length > 0 && h("ul", null, list.map(item)));
}

export function notes(list) {
  const item = (one) =>
    h("li", null, chip(word("NoteKind", one.kind), one.kind === "unverified" ? "warn" : ""), " ", h("span", null, `${one.rule}: ${one.text}`));
  return list?.length > 0 && h("ul", { class: "notes" }, list.map(item));
}
