// The text of a ruleset: a plain textarea over a copy of its text that carries the marks. The places come from the
// engine as lines and UTF-16 columns, which is what a textarea counts in.
import { h } from "./dom.js";
import { t } from "./words.js";

export function makeEditor(onEdit, labelledBy) {
  const numbers = h("div", { class: "numbers", "aria-hidden": "true" });
  const marks = h("div", { class: "marks", "aria-hidden": "true" });
  const area = h("textarea", {
    spellcheck: "false",
    wrap: "off",
    autocapitalize: "off",
    autocomplete: "off",
    "aria-label": t("textLabel"),
    "aria-describedby": labelledBy,
    oninput: () => onEdit(area.value),
  });
  const node = h("div", { class: "editor" }, numbers, h("div", { class: "layers" }, marks, area));
  let ranges = [];
  let pointed = null;
  let drawn = "";

  area.addEventListener("scroll", follow);
  /** The copy moves with the text. */
  function follow() {
    marks.style.setProperty("transform", `translate(${-area.scrollLeft}px, ${-area.scrollTop}px)`);
    numbers.scrollTop = area.scrollTop;
  }

  /** Only lines with marks are drawn, and only those that changed; all others are empty lines of the same height. */
  function draw() {
    const lines = area.value.split("\n");
    const key = `${lines.length}|${JSON.stringify(ranges)}|${JSON.stringify(pointed)}|${ranges.length || pointed ? area.value : ""}`;
    if (key === drawn) return;
    drawn = key;
    const worst = new Map(ranges.map((one) => [one.line, one.severity]).reverse());
    put(
      numbers,
      lines.map((_, n) => worst.get(n + 1) ?? ""),
      (severity, n) => h("div", { class: severity ? `at-${severity}` : null }, String(n + 1)),
    );
    const byLine = new Map();
    for (const one of [...(pointed ? [pointed] : []), ...ranges]) {
      for (let line = one.line; line <= Math.min(one.end_line, one.line + 400); line++) {
        if (!byLine.has(line)) byLine.set(line, []);
        byLine.get(line).push(one);
      }
    }
    const on = (n) => byLine.get(n + 1);
    put(
      marks,
      lines.map((text, n) => (on(n) ? text + JSON.stringify(on(n)) : "")),
      (_, n) => h("div", null, on(n) ? marked(lines[n], n + 1, on(n)) : "\u200b"),
    );
    follow();
  }

  return {
    node,
    area,
    show(text, diagnostics) {
      if (area.value !== text) area.value = text;
      ranges = diagnostics.flatMap((one) =>
        one.labels.filter((label) => label.primary).map((label) => ({ severity: one.severity, ...label.at })),
      );
      draw();
    },
    /** Shows a place: marked, and scrolled into view; the focus goes there unless `quietly`. */
    point(at, { quietly = false } = {}) {
      pointed = at && { severity: "pointed", ...at };
      draw();
      if (!at) return;
      const height = parseFloat(getComputedStyle(area).lineHeight);
      area.scrollTop = Math.max(0, (at.line - 1) * height - area.clientHeight / 3);
      area.scrollLeft = 0;
      if (!quietly) {
        area.focus({ preventScroll: true });
        const [start, end] = offsets(area.value, at);
        area.setSelectionRange(start, end);
      }
      follow();
    },
  };
}

/** A box has one child for each key, in their order; only those whose key is another one are made anew. */
function put(box, keys, make) {
  const old = [...box.children];
  const fresh = keys.slice(old.length).map((key, n) => keyed(make(key, old.length + n), key));
  old.forEach((node, n) => {
    if (n >= keys.length) node.remove();
    else if (keyOf.get(node) !== keys[n]) node.replaceWith(keyed(make(keys[n], n), keys[n]));
  });
  box.append(...fresh);
}
const keyOf = new WeakMap();
const keyed = (node, key) => (keyOf.set(node, key), node);

/** Lines and UTF-16 columns, both from 1, as positions in the text. */
export function offsets(text, at) {
  const lines = text.split("\n");
  const start = (line) => lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  return [start(at.line) + at.utf16_column - 1, start(at.end_line) + at.utf16_end_column - 1];
}

/** A line cut where marks begin and end. */
function marked(text, line, ranges) {
  const part = (one) => {
    const isPointed = one.severity === "pointed"; // the whole line: a rule is more than the word it begins with
    const from = isPointed ? text.length - text.trimStart().length : one.line === line ? one.utf16_column - 1 : 0;
    const to = !isPointed && one.end_line === line ? one.utf16_end_column - 1 : text.length;
    return { from, to: Math.max(to, from + 1), kind: one.severity };
  };
  const parts = ranges.map(part);
  // A place at the end of a line is shown on one more space.
  const whole = text.padEnd(Math.max(...parts.map((one) => one.to), text.length), " ");
  const cuts = [...new Set([0, whole.length, ...parts.flatMap((one) => [one.from, one.to])])]
    .filter((n) => n <= whole.length)
    .sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, n) => {
    const to = cuts[n + 1];
    const kinds = parts.filter((one) => one.from <= from && one.to >= to).map((one) => one.kind);
    return h(kinds.length ? "mark" : "span", { class: kinds.join(" ") || null }, whole.slice(from, to));
  });
}
