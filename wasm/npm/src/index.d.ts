// The types of cailiang, contract 1. Written by hand and held against schema/*.json by test/types.test.mjs.

/** A module of another origin than the package's own file; a compiled one can be sent to a worker. */
export type ModuleSource = WebAssembly.Module | ArrayBuffer | ArrayBufferView | URL | string | Response;

/** An instance of the engine. */
export interface Cailiang {
  readonly Rules: new () => Rules;
  /** The version of the engine. */
  readonly version: string;
  /** The version of the contract. */
  readonly contract: 1;
}

/** Loads an instance of the engine; the module is compiled once. In Node only a compiled module may be given. */
export declare function load(source?: ModuleSource | Promise<ModuleSource>): Promise<Cailiang>;
/** The same at once. Node and `cailiang/inline` have it; the browser entry does not. */
export declare function loadSync(source?: WebAssembly.Module): Cailiang;

/** A handle: rulesets, compiled once. Several live side by side. No method throws for what the contract calls an error. */
export interface Rules {
  /** Compiles a text and keeps it if `valid`. */
  add(name: string, text: string): Diagnostics;
  /** The diagnostics of a text, which is not kept. */
  check(name: string, text: string): Diagnostics | Failure;
  /** JSON in, JSON out: for hosts that hold JSON. */
  handle(request: string): string;
  /** The answer as an object, its explanation as JSON text until someone wants to see it. */
  evaluate(request: Request & { explanation: false }, options?: { explanation?: "text" | "object" }): Answer<null>;
  evaluate(request: Request, options?: { explanation?: "text" }): Answer<string>;
  evaluate(request: Request, options: { explanation: "object" }): Answer<Explanation>;
  /** The questions that still matter, best next one first. */
  questions(request: Request): Questions | Failure;
  /** The outcome in words. */
  render(request: Request, options?: { form?: "brief" | "full"; markup?: "text" | "markdown"; lang?: "zh" | "en" }): string | Failure;
  /** Frees the memory of the rulesets; the handle is not used after it. */
  free(): void;
}

/** A fact: left out or null = missing, `"无法查明"` = asked and cannot be proved; a day is text, `"2024-03-01"`. */
export type Fact = string | number | bigint | boolean | null | undefined | readonly Fact[] | { readonly [field: string]: Fact };

export interface Request {
  contract?: 1;
  do?: "evaluate" | "ask" | "check" | "review" | "replay" | "describe" | "explain" | "tiers" | "nearest";
  ruleset?: string;
  offence?: string;
  /** The day the versions are chosen by, while the day of the act is not among the facts. */
  on?: string;
  facts?: { readonly [name: string]: Fact };
  rulesets?: readonly { name: string; text: string }[];
  /** Of `do: "review"`. */
  decision?: Decision;
  /** Whether a receipt is asked for; of `do: "replay"` the stored one, or an answer that has it. */
  receipt?: boolean | Readonly<Receipt> | { readonly receipt?: Readonly<Receipt> };
  /** false: null in the place of the explanation; ask again when someone opens it. */
  explanation?: boolean;
  text?: "brief" | "full";
  markup?: "text" | "markdown";
  lang?: "zh" | "en";
  name?: string;
  hand?: string;
  note?: string;
}

/** Per target what is imposed; or the verdict alone. */
export interface Decision {
  unit?: Imposed | null;
  individual?: Imposed | null;
  responsible?: Imposed | null;
  verdict?: "no_penalty" | "sanctioned";
}

/** Sanction id → amount, as a number or as text with its unit (`"6万元"`); true = imposed without a number, false or null = not imposed. */
export interface Imposed {
  readonly [sanction: string]: number | string | boolean | null;
}

export type Answer<E = Explanation | null> = Penalty<E> | Questions | Diagnostics | Review | Replay | Description | Explained | Tiers | Nearest | Failure;

export interface Penalty<E = Explanation | null> {
  contract: 1;
  kind: "penalty";
  offence: string;
  verdict: Verdict;
  determined: boolean;
  targets: Target[];
  orders: Order[];
  /** What circumstances let the penalty become, lightest first; none is applied. */
  options: Option[];
  review_points: ReviewPoint[];
  facts_needed: Question[];
  facts_used: FactUsed[];
  facts_irrelevant: string[];
  explanation: E;
  governing: Governing[];
  notes?: Note[];
  text?: string;
  receipt?: Receipt;
}

export interface Verdict {
  kind: "sanctioned" | "no_penalty" | "not_established";
  force?: "must" | "may";
  /** The circumstance that makes it mandatory, where it is one. */
  ground?: string;
  certain?: false;
}

/** What a circumstance lets the penalty become. */
export interface Option {
  /** The direction, or the effect's own name in its document. */
  effect: string;
  direction: Direction;
  force: "must" | "may";
  /** The other effects of which one must be taken. */
  or: string[];
  certain: boolean;
  because: { id: string; basis: string }[];
  /** What it makes of the penalty; empty: nothing is left. */
  targets: Target[];
  /** No document says how far it goes. */
  open: boolean;
  /** Steps of procedure it needs. */
  needs: string[];
  basis: string[];
}

export type Direction = "lighter" | "mitigated" | "heavier" | "no_penalty";

export interface Target {
  target: "unit" | "individual" | "responsible";
  tiers: string[];
  maybe_no_tier?: true;
  /** Positions inside the range that are still possible. */
  positions?: string[];
  sanctions: Sanction[];
  choices: Choice[];
}

export interface Choice {
  pick: "one" | "one_or_more";
  of: string[][];
}

export interface Sanction {
  id: string;
  kind: SanctionKind;
  mode: "must" | "may";
  certain: boolean;
  amount?: Amount;
  statutory?: Amount;
  basis: string[];
  possible: Possibility[];
  authority?: string[];
}

export type SanctionKind =
  | "warning" | "criticism" | "fine" | "confiscate" | "suspend_licence" | "downgrade" | "revoke_licence"
  | "restrict_business" | "suspend_business" | "close" | "restrict_employment" | "suspend_practice" | "detention"
  | "points" | "other";

export interface Possibility {
  branch: string | null;
  tier: string | null;
  /** The position inside the range (从轻, 从重). */
  position?: string;
  amount?: Amount;
  statutory?: Amount;
}

/** 无法计罚 is `incomputable`, never 0. */
export type Amount =
  | { kind: "range"; min: End; max: End; unit: string; default?: string; bounded_by: ("cap" | "floor" | "table" | "statute.min" | "statute.max" | "round")[] }
  | { kind: "incomputable"; why: "zero_base" | "no_row" };

/** `value` is a decimal as text; one that does not terminate is a fraction `n/d`. */
export type End = "unbounded" | { value: string; inclusive: boolean };

export interface Order {
  id: string;
  certain: boolean;
  basis: string;
}

export interface ReviewPoint {
  code: ReviewCode;
  rule: string;
  with?: string;
  certain: boolean;
  before?: Amount;
  after?: Amount;
  basis: string | null;
  message: string;
}

export type ReviewCode =
  | "below-statute" | "above-statute" | "no-tier" | "no-level" | "tiers-overlap" | "levels-overlap" | "branches-overlap"
  | "no-branch" | "branch-open" | "unascertainable" | "score-overflow" | "kind-not-in-branch" | "no-room" | "open-range"
  | "rows-overlap" | "positions-overlap" | "default-outside" | "no-value" | "may-exempt" | "effect-empty" | "effect-against" | "effect-open"
  | "no-next-tier" | "choose-effect" | "circumstances-mixed" | "unverified";

export interface Question {
  name: string;
  type: "yes-no" | "money" | "integer" | "number" | "date" | "level" | "choice" | "text" | "list" | "record";
  unit?: string;
  of?: string[];
  unascertainable: boolean;
  question: string;
  /** What the answer decides: the tier, the statutory range … */
  decides: string;
  basis: string | null;
}

export interface FactUsed {
  name: string;
  value: unknown;
  unit?: string;
}

export interface Explanation {
  steps: Step[];
  conditions: Condition[];
  not_applied: NotApplied[];
}

export type Truth = "true" | "false" | "unknown";

/** A step; what else it has depends on `step`. */
export interface Step {
  step: "element" | "branch" | "define" | "level" | "row" | "no_row" | "statute" | "score" | "percentage" | "narrow" | "position" | "bound" | "join";
  basis?: string | null;
  amount?: Amount;
  before?: Amount;
  after?: Amount;
  holds?: Truth;
  [more: string]: unknown;
}

export interface Condition {
  condition: string;
  holds: Truth;
  reads: { name: string; value: unknown }[];
  /** Bytes of UTF-8 in the ruleset's text. */
  start: number;
  end: number;
}

export interface NotApplied {
  row: string;
  tier: string | null;
  failed: { condition: string; expected: string; actual: string }[];
}

export interface Governing {
  id: string;
  title: string;
  document: string | null;
  from: string;
  through: string | null;
  revision: number;
  chosen_by: string;
  why: "has_offence" | "used";
  sha256: string;
}

export interface Note {
  kind: "unverified" | "reading";
  rule: string;
  text: string;
}

export interface Digest {
  sha256: string;
  sm3: string;
}

export interface Receipt {
  engine: string;
  contract: 1;
  ruleset: string;
  offence: string;
  rulesets: { id: string; from: string; revision: number; sha256: string; sm3: string }[];
  facts: Digest;
  outcome: Digest;
}

export interface Questions {
  contract: 1;
  kind: "questions";
  determined: boolean;
  facts_needed: Question[];
}

export interface Diagnostics {
  contract: 1;
  kind: "diagnostics";
  valid: boolean;
  diagnostics: Diagnostic[];
}

export interface Diagnostic {
  code: string;
  severity: "error" | "warning";
  message: string;
  source: string;
  labels: { primary: boolean; message: string; at: Place }[];
  help: string | null;
}

/** Lines and columns count from 1; JavaScript wants the columns in UTF-16. */
export interface Place {
  line: number;
  column: number;
  utf16_column: number;
  end_line: number;
  end_column: number;
  utf16_end_column: number;
  start: number;
  end: number;
}

/** A proposed decision held against the outcome. */
export interface Review {
  contract: 1;
  kind: "review";
  offence: string;
  /** Every finding is `inside`. */
  conforms: boolean;
  /** False while nothing deviates for certain and something is undetermined. */
  determined: boolean;
  findings: Finding[];
  /** The possibilities of the outcome that the whole decision fits or may fit. */
  fits: Way[];
  outcome: Penalty;
  text?: string;
}

export interface Way {
  branch: string | null;
  tier: string | null;
  position?: string;
}

export interface Finding {
  /** Null = the whole decision. */
  target: "unit" | "individual" | "responsible" | null;
  about: "sanction" | "order" | "choice" | "verdict" | "whole";
  /** The id of the sanction or order. */
  sanction: string | null;
  /** The groups of a choice. */
  of?: string[][];
  code: FindingCode;
  /** A decimal as text; true = imposed without a number, null = not imposed. */
  proposed: string | true | null;
  /** Of several possibilities the one that is left least. */
  allowed?: Amount;
  statutory?: Amount;
  /** How far beyond the end of the benchmark or of the statute, as the code says; 0 at an end that is itself out. */
  by?: string;
  /** The same in percent of that end. */
  by_percent?: string;
  fits?: Way[];
  needs: Need[];
  /** Circumstances that would justify a deviation; absent where the general part was not looked at. */
  justified_by?: Justification[];
  basis: { for: "sanction" | Need; citation: string; unverified?: string; reading?: string }[];
  message: string;
}

export interface Justification {
  circumstance: string;
  direction: "lighter" | "mitigated" | "heavier" | "no_penalty";
  stands: "found" | "open" | "no";
  /** Whether the amount lies in what the effect allows. */
  reaches: boolean | null;
  basis: string;
}

export type FindingCode =
  | "inside" | "below-benchmark" | "above-benchmark" | "below-statute" | "above-statute" | "not-allowed" | "missing" | "choice"
  | "undetermined";

export type Need = "reasons" | "mitigation" | "exemption" | "collective_deliberation";

/** A stored receipt held against today's. */
export interface Replay {
  contract: 1;
  kind: "replay";
  /** Nothing differs. */
  identical: boolean;
  /** The digests of the outcome are the same. */
  same_outcome: boolean;
  differences: Difference[];
  /** That of today. */
  receipt: Receipt;
}

export interface Difference {
  what: "engine" | "contract" | "ruleset" | "offence" | "rulesets" | "facts" | "outcome";
  /** Of rulesets: which. */
  id?: string;
  key?: "from" | "revision" | "sha256" | "sm3";
  /** As stored; null = not there. */
  receipt: string | number | null;
  now: string | number | null;
}

/** What there is to ask for; with `offence` in the request, the facts it reads. */
export interface Description {
  contract: 1;
  kind: "description";
  rulesets: DescribedRuleset[];
  offence?: DescribedOffence;
}

export interface DescribedRuleset {
  id: string;
  title: string;
  issuer: string;
  document: string | null;
  jurisdiction: string | null;
  from: string;
  through: string | null;
  status: "draft" | "in_force" | "suspended" | "repealed";
  revision: number;
  /** The name of its text. */
  source: string;
  uses: string[];
  tiers: string[];
  laws: { short: string; title: string; edition: string | null; rank: string | null }[];
  offences: { id: string; name: string; code: string | null; violates: string[]; at: SourcePlace; unverified?: string; reading?: string }[];
  unverified?: string;
  reading?: string;
}

export interface DescribedOffence {
  id: string;
  name: string;
  basis: string;
  facts: DescribedFact[];
}

export interface DescribedFact {
  name: string;
  type: Question["type"];
  unit?: string;
  min?: End;
  max?: End;
  of?: string[];
  item?: ValueType;
  fields?: Field[];
  unascertainable: boolean;
  question: string;
  decides: string;
  basis: string | null;
  at: SourcePlace;
}

/** The type of an entry of a list. */
export interface ValueType {
  type: Exclude<Question["type"], "integer">;
  unit?: string;
  of?: string[];
  item?: ValueType;
  fields?: Field[];
}

/** A field of a record. */
export interface Field {
  name: string;
  type: Exclude<Question["type"], "integer">;
  unit?: string;
  of?: string[];
  item?: ValueType;
  fields?: Field[];
}

/** A place of a ruleset's text, with the name of the text. */
export interface SourcePlace extends Place {
  source: string;
}

/** The lines of the full text, each with the conditions and places behind it. */
export interface Explained {
  contract: 1;
  kind: "explanation";
  lines: Line[];
}

export interface Line {
  section: string;
  title: string | null;
  number: number | null;
  heading: string;
  text: string;
  basis: string | null;
  places: SourcePlace[];
  conditions: LineCondition[];
}

export interface LineCondition {
  condition: string;
  holds: Truth;
  reads: { name: string; value: unknown }[];
  at: SourcePlace | null;
}

/** What each tier would give while everything that only chooses the tier is open. */
export interface Tiers {
  contract: 1;
  kind: "tiers";
  /** `possible` has what each tier would give. */
  targets: Target[];
}

/** For each given fact the nearest values that change the result, with that result. */
export interface Nearest {
  contract: 1;
  kind: "nearest";
  changes: Change[];
  not_tried: string[];
}

export interface Change {
  fact: string;
  side: "less" | "more" | "other";
  value: unknown;
  /** Where it turns; not inclusive: beyond it. */
  from?: End;
  unit?: string;
  verdict: Verdict;
  targets: Target[];
}

/** Why there is no outcome. What is wrong with a ruleset, a fact, an evaluation is never mixed: see `stage`. */
export interface Failure {
  contract: 1;
  kind: "error";
  stage: "request" | "ruleset" | "link" | "facts" | "evaluation";
  code: string;
  message: string;
  details: (Diagnostic | FactError)[];
}

export interface FactError {
  code: string;
  /** A JSON pointer. */
  path: string;
  message: string;
  expected: string;
  found: string;
  help: string | null;
  line: number;
  column: number;
}
