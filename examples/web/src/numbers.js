// Numbers of the contract as people write them. Exact text stays text; a JavaScript number is made for pixels only.
import { lang } from "./words.js";

/** `1234567.5` → `1,234,567.5`; a fraction never ends: it is cut after three places and says so, `10000/11` → `909.090…`. */
export function grouped(value) {
  const [n, d] = value.split("/");
  if (d) {
    const thousandths = ((n.startsWith("-") ? -BigInt(n) : BigInt(n)) * 1000n) / BigInt(d);
    const places = String(thousandths % 1000n).padStart(3, "0");
    return `${n.startsWith("-") ? "-" : ""}${grouped(String(thousandths / 1000n))}.${places}…`;
  }
  const [, sign, whole, rest] = /^(-?)(\d*)(.*)$/.exec(value);
  return sign + whole.replace(/\B(?=(\d{3})+$)/g, ",") + rest;
}

/** For drawing only. */
export function pixels(value) {
  const [n, d] = value.split("/");
  return d ? Number(n) / Number(d) : Number(n);
}

const isZero = (end) => end !== "unbounded" && /^0(\.0*)?$/.test(end.value);

/** Units in English, one and many, as the engine's own words have them; others stay as they are written. */
const UNITS = {
  日: ["day", "days"],
  天: ["day", "days"],
  工作日: ["working day", "working days"],
  月: ["month", "months"],
  个月: ["month", "months"],
  年: ["year", "years"],
  小时: ["hour", "hours"],
  分: ["point", "points"],
  次: ["time", "times"],
  倍: ["time", "times"],
  人: ["person", "persons"],
  名: ["person", "persons"],
  千克: ["kg", "kg"],
  公斤: ["kg", "kg"],
  吨: ["t", "t"],
  米: ["m", "m"],
  平方米: ["m²", "m²"],
  立方米: ["m³", "m³"],
};
for (const name of "个处项件份家户起") UNITS[name] = ["item", "items"];

/** A number with its unit: after it, but a currency in English before it. */
export function counted(text, unit) {
  if (!unit || unit === "无单位") return text;
  if (lang() === "zh") return `${text} ${unit}`;
  return unit === "元" ? `CNY ${text}` : `${text} ${(UNITS[unit] ?? [unit, unit])[text === "1" ? 0 : 1]}`;
}

/** An amount in words: `50,000–55,000 元`, `不超过 20,000 元`, `无法计罚`. */
export function amountText(amount) {
  const zh = lang() === "zh";
  if (!amount) return "";
  if (amount.kind === "incomputable") {
    const why = { zero_base: zh ? "计罚基数为零或者为负" : "the base is zero or less", no_row: zh ? "没有可适用的一项" : "no row applies" }[amount.why];
    return zh ? `无法计罚（${why}）` : `cannot be computed (${why})`;
  }
  const { min, max } = amount;
  const lo = min === "unbounded" ? null : grouped(min.value);
  const hi = max === "unbounded" ? null : grouped(max.value);
  const u = (text) => counted(text, amount.unit);
  const nothingBelow = lo === null || (isZero(min) && !min.inclusive);
  if (hi === null) {
    if (nothingBelow || isZero(min)) return zh ? "数额待定" : "open";
    return zh ? `${min.inclusive ? "" : "超过 "}${u(lo)}${min.inclusive ? "以上" : ""}` : `${min.inclusive ? "from" : "over"} ${u(lo)}`;
  }
  if (nothingBelow) return zh ? `${max.inclusive ? "不超过" : "不满"} ${u(hi)}` : `${max.inclusive ? "up to" : "under"} ${u(hi)}`;
  if (lo === hi) return u(lo);
  if (min.inclusive && max.inclusive) return u(`${lo}–${hi}`);
  if (zh) return u(`${min.inclusive ? "" : "超过 "}${lo} 至 ${max.inclusive ? "" : "不满 "}${hi}`);
  return `${min.inclusive ? "from" : "over"} ${u(lo)} ${max.inclusive ? "up to" : "to under"} ${hi}`;
}

/** A value of a fact in words. */
export function valueText(value, unitName, t) {
  if (value === true) return t("yes");
  if (value === false) return t("no");
  if (value === null || value === undefined) return t("unknown");
  if (value === "无法查明") return t("unascertainable");
  if (Array.isArray(value))
    return value.length ? value.map((one) => valueText(one, unitName, t)).join(lang() === "zh" ? "、" : ", ") : t("noEntries");
  if (typeof value === "object" && ("min" in value || "max" in value)) return amountText({ kind: "range", unit: unitName ?? "", ...value });
  if (typeof value === "object")
    return Object.entries(value)
      .map(([key, one]) => `${key} ${valueText(one, "", t)}`)
      .join(" ");
  const text = String(value);
  return /^-?\d+(\.\d+)?$/.test(text) ? counted(grouped(text), unitName) : text;
}
