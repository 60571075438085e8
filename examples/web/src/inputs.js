// One control for each type of fact. A control shows a value of the contract and gives one back; undefined = not known.
import { h, unique } from "./dom.js";
import { t } from "./words.js";

export const UNASCERTAINABLE = "无法查明";
/** Up to so many values are buttons side by side; more are a list to choose from. */
const BUTTONS = 6;

/**
 * The control of a fact: `node`, and `show(value)` for when the case changes elsewhere. Text that is being typed is
 * never replaced under the hand that types it.
 */
export function control(fact, labelId, give) {
  const make = { "yes-no": yesNo, finding: yesNo, level: choice, choice, list, record }[fact.type] ?? typed;
  return make(fact, labelId, give);
}

function yesNo(fact, labelId, give) {
  return choice({ ...fact, of: [true, false] }, labelId, give);
}

const wordOf = (value) => (value === true ? t("yes") : value === false ? t("no") : value);

/** Radios drawn as buttons; the last two are what every fact has: not known, cannot be ascertained. */
function choice(fact, labelId, give) {
  if (fact.of.length > BUTTONS) return select(fact, labelId, give);
  const name = unique("choice");
  const button = (value, word, extra = "") => {
    const input = h("input", { type: "radio", name, onchange: () => input.checked && give(value) });
    return { value, input, node: h("label", { class: `pick ${extra}` }, input, h("span", null, word)) };
  };
  const buttons = fact.of.map((value) => button(value, wordOf(value)));
  buttons.push(...meta(fact).map(([value, word]) => button(value, word, "meta")));
  return {
    node: h(
      "div",
      { class: "picks", role: "radiogroup", "aria-labelledby": labelId },
      buttons.map((one) => one.node),
    ),
    show(value) {
      for (const one of buttons) one.input.checked = same(one.value, value);
    },
  };
}

/** Answers that are no value. */
function meta(fact) {
  return [[undefined, t("unknown")], ...(fact.unascertainable ? [[UNASCERTAINABLE, t("unascertainable")]] : [])];
}

/** `true` of the contract may be text in a file. */
const same = (a, b) => a === b || (typeof a === "boolean" && String(a) === b);

function select(fact, labelId, give) {
  const values = [...meta(fact), ...fact.of.map((value) => [value, wordOf(value)])];
  const box = h(
    "select",
    { "aria-labelledby": labelId, onchange: () => give(values[box.selectedIndex][0]) },
    values.map(([, word]) => h("option", null, word)),
  );
  return {
    node: box,
    show: (value) =>
      (box.selectedIndex = Math.max(
        0,
        values.findIndex(([one]) => same(one, value)),
      )),
  };
}

/** Numbers, money, days and texts. */
function typed(fact, labelId, give) {
  const isDay = fact.type === "date";
  const input = h("input", {
    type: isDay ? "date" : "text",
    inputmode: fact.type === "integer" ? "numeric" : ["money", "number"].includes(fact.type) ? "decimal" : null,
    autocomplete: "off",
    "aria-labelledby": labelId,
    oninput: () => {
      cannot.input.checked = false;
      give(input.value.trim() === "" ? undefined : input.value.trim());
    },
  });
  const cannot = tick(fact, labelId, (on) => {
    if (on) input.value = "";
    give(on ? UNASCERTAINABLE : undefined);
  });
  const unit = fact.unit ?? (fact.type === "money" ? "元" : "");
  return {
    input,
    node: h(
      "div",
      { class: "typed" },
      h("span", { class: `field${isDay ? " day" : ""}` }, input, unit && h("span", { class: "unit" }, unit)),
      cannot.node,
    ),
    show(value) {
      cannot.input.checked = value === UNASCERTAINABLE;
      const text = value === undefined || value === null || value === UNASCERTAINABLE ? "" : String(value);
      if (document.activeElement !== input && input.value !== text) input.value = text;
    },
  };
}

function tick(fact, labelId, give) {
  const input = h("input", { type: "checkbox", onchange: () => give(input.checked) });
  return { input, node: fact.unascertainable ? h("label", { class: "tick" }, input, h("span", null, t("unascertainable"))) : null };
}

/** Entries, each with the control of its type; an empty list is an answer, and not the same as none. */
function list(fact, labelId, give) {
  const body = h("ol", { class: "entries" });
  let entries;
  const put = () => give(entries === undefined ? undefined : entries.map((one) => one ?? null));
  const redraw = () => {
    body.replaceChildren(
      ...(entries ?? []).map((value, n) => {
        const id = unique("entry");
        const inner = control({ ...fact.item, name: fact.name }, id, (next) => ((entries[n] = next), put()));
        inner.show(value);
        const remove = () => {
          entries.splice(n, 1);
          redraw();
          // The keyboard goes on at the entry that moved up, else where one is added.
          (body.children[n]?.querySelector(".entry-head button") ?? add).focus();
          put();
        };
        const label = h("span", { id, class: "entry-name" }, t("entry", n + 1));
        const button = h("button", { type: "button", class: "quiet", "aria-label": t("removeEntry", n + 1), onclick: remove }, "×");
        return h("li", null, h("div", { class: "entry-head" }, label, button), inner.node);
      }),
    );
    none.input.checked = entries !== undefined && entries.length === 0;
    cannot.input.checked = false;
  };
  const add = h(
    "button",
    {
      type: "button",
      class: "quiet",
      onclick: () => (
        (entries = [...(entries ?? []), fact.item.type === "record" ? {} : undefined]),
        redraw(),
        put(),
        body.lastChild.querySelector("input, select")?.focus()
      ),
    },
    t("addEntry"),
  );
  const none = tick({ unascertainable: true }, labelId, (on) => ((entries = on ? [] : undefined), redraw(), put()));
  none.node.lastChild.textContent = t("noEntries");
  const cannot = tick(
    fact,
    labelId,
    (on) => ((entries = undefined), redraw(), (cannot.input.checked = on), give(on ? UNASCERTAINABLE : undefined)),
  );
  return {
    node: h(
      "div",
      { class: "list", role: "group", "aria-labelledby": labelId },
      body,
      h("div", { class: "list-foot" }, add, none.node, cannot.node),
    ),
    show(value) {
      if (body.contains(document.activeElement)) return;
      entries = Array.isArray(value) ? [...value] : undefined;
      redraw();
      cannot.input.checked = value === UNASCERTAINABLE;
    },
  };
}

function record(fact, labelId, give) {
  let fields = {};
  const parts = fact.fields.map((field) => {
    const id = unique("field");
    const inner = control({ unascertainable: false, ...field }, id, (value) => {
      fields = { ...fields, [field.name]: value };
      if (value === undefined) delete fields[field.name];
      give(fields);
    });
    return { field, inner, node: h("div", { class: "record-field" }, h("span", { id, class: "field-name" }, field.name), inner.node) };
  });
  return {
    node: h(
      "div",
      { class: "record", role: "group", "aria-labelledby": labelId },
      parts.map((one) => one.node),
    ),
    show(value) {
      fields = value && typeof value === "object" ? { ...value } : {};
      for (const one of parts) one.inner.show(fields[one.field.name]);
    },
  };
}
