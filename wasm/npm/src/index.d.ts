// The types of cailiang, contract 1. Written by hand and held against schema/*.json by test/types.test.mjs.

/** A compiled `WebAssembly.Module`. Opaque here: a project needs no library of types for browsers. */
export interface CompiledModule { readonly [Symbol.toStringTag]?: "WebAssembly.Module" }

/** What every entry takes in place of the package's own file: a compiled module, which can be sent to a worker, or bytes. */
export type LocalModule = CompiledModule | ArrayBuffer | ArrayBufferView;

/** What the browser entry takes beside it: an address or a response. The others reject both with a `TypeError`. */
export type RemoteModule =
  | string
  | { readonly href: string }
  | { readonly ok: boolean; readonly url: string; arrayBuffer(): Promise<ArrayBuffer> };

/** A module of another origin than the package's own file. */
export type ModuleSource = LocalModule | RemoteModule;

/** An instance of the engine. */
export interface Cailiang {
  readonly Rules: new () => Rules;
  /**
   * Loads the second module: whole cases, procedure, reviews, licences, receipts, tiers and nearest facts. A request for
   * one of them is an error `not-loaded` before. Node, and `loadSync` of `cailiang/inline`, read it by themselves.
   */
  more(source?: ModuleSource | Promise<ModuleSource>): Promise<void>;
  /** The version of the engine. */
  readonly version: string;
  /** The version of the contract. */
  readonly contract: 1;
}

/** Loads an instance of the engine; the package's own module is compiled once. */
export declare function load(source?: ModuleSource | Promise<ModuleSource>): Promise<Cailiang>;
/** The same at once; of bytes and modules alone. Node and `cailiang/inline` have it; the browser entry does not. */
export declare function loadSync(source?: LocalModule): Cailiang;

/** A handle: rulesets, compiled once. Several live side by side. No method throws for what the contract calls an error. */
export interface Rules {
  /**
   * A handle of its own with the same rulesets, of which nothing is compiled again: to try texts beside texts that stay.
   * Throws after `free()`, the only method that does: what it gives is a handle.
   */
  copy(): Rules;
  /** Compiles a text and keeps it if `valid`. A failure: the handle was freed, or the engine stopped. */
  add(name: string, text: string): Diagnostics | Failure;
  /** The diagnostics of a text, which is not kept. */
  check(name: string, text: string): Diagnostics | Failure;
  /** JSON in, JSON out: for hosts that hold JSON. */
  handle(request: string): string;
  /** The answer as an object, its explanation as JSON text until someone wants to see it. */
  evaluate(request: Request & { explanation: false }, options?: Explain): Answer<null, null>;
  evaluate(request: Request & { explanation?: true }, options?: Explain<"text">): Answer<string, string>;
  evaluate(request: Request & { explanation?: true }, options: Required<Explain<"object">>): Answer<Explanation, ExplanationLine[]>;
  // Whether the request wants an explanation is not in its type.
  evaluate(request: Request, options?: Explain<"text">): Answer<string | null, string | null>;
  evaluate(request: Request, options: Required<Explain<"object">>): Answer;
  evaluate(request: Request, options?: Explain): Answer<string | Explanation | null, string | ExplanationLine[] | null>;
  /** The questions that still matter, best next one first. */
  questions(request: Request): Questions | Failure;
  /** What an answer says, in words: of an offence or a licence, or of the request's `do`: `decide`, `procedure`, `review`. */
  render(request: Request, options?: { form?: "brief" | "full"; markup?: "text" | "markdown"; lang?: "zh" | "en" }): string | Failure;
  /**
   * Frees the memory of the rulesets; a second call does nothing. What is asked of the handle after it is answered with the
   * error `freed`. Where there is `Symbol.dispose`, the handle has it too.
   */
  free(): void;
}

/** How `evaluate` gives an explanation: as JSON text, or as an object. */
export interface Explain<As extends "text" | "object" = "text" | "object"> { explanation?: As }

/** A fact: left out or null = missing, `"无法查明"` = asked and cannot be proved; a day is text, `"2024-03-01"`. */
export type Fact = string | number | bigint | boolean | null | undefined | readonly Fact[] | { readonly [field: string]: Fact };

export interface Request {
  contract?: 1;
  do?: "evaluate" | "ask" | "check" | "review" | "replay" | "decide" | "procedure" | "describe" | "explain" | "tiers" | "nearest" | "version";
  ruleset?: string;
  offence?: string;
  /** In place of an offence. */
  licence?: string;
  /** The day as of which the question is asked: what time has run out, which calendars of working days are known. */
  as_of?: string;
  /** Of a licence whose number is limited: several applicants; what is the same for all stands under `facts`. */
  applicants?: readonly ApplicantOfCase[];
  /** The day the versions are chosen by, while the day of the act is not among the facts; of a licence, else `as_of`. */
  on?: string;
  facts?: { readonly [name: string]: Fact };
  /** Of `do: "decide"`: the acts of the case; without it the request is one act. */
  acts?: readonly ActOfCase[];
  /** Of `do: "decide"`: groups of ids of acts that are one act. */
  same_act?: readonly (readonly string[])[];
  /** Of `do: "decide"`: ids of general laws that hold beside those the rulesets use. */
  general?: readonly string[];
  /** Of `do: "decide"` with one act: it continues (连续或者继续状态). */
  continuing?: boolean;
  /** Of `do: "decide"` with one act. */
  party?: string;
  /** Of `do: "decide"`: also the reasoning of the decision letter (说理), in Chinese. */
  letter?: boolean;
  /** Of `do: "procedure"`: what is intended for each target; left out = what the outcome of the offence leaves possible. */
  planned?: { readonly [target in Target["target"]]?: Planned };
  rulesets?: readonly { name: string; text: string }[];
  /** Of `do: "review"`: what is decided; of a case with `acts` by the id of each act. */
  decision?: Proposed | { readonly [act: string]: Proposed };
  /** Whether a receipt is asked for; of `do: "replay"` the stored one, or an answer that has it. */
  receipt?: boolean | Readonly<Receipt | CaseReceipt> | { readonly receipt?: Readonly<Receipt | CaseReceipt> };
  /** false: null in the place of the explanation; ask again when someone opens it. */
  explanation?: boolean;
  text?: "brief" | "full";
  markup?: "text" | "markdown";
  lang?: "zh" | "en";
  /** What the host calls the request: a text or a safe integer; it comes back in the answer. */
  id?: string | number | null;
  /** The name of the case; it comes back in the answer. */
  name?: string;
  hand?: string;
  note?: string;
}

/** An act of a case: its own facts come before the common ones, and what it leaves out is that of the request. */
export interface ActOfCase {
  id: string;
  /** Where there are several parties. */
  party?: string;
  ruleset?: string;
  offence?: string;
  /** The act continues, its end known or not. */
  continuing?: boolean;
  facts?: { readonly [name: string]: Fact } | null;
  note?: string;
}

/** One of several applicants: the own facts come before the common ones. */
export interface ApplicantOfCase {
  id: string;
  facts?: { readonly [name: string]: Fact } | null;
  note?: string;
}

/** What is planned for one target. */
export interface Planned {
  /** A fine or confiscation without its amount has any. */
  kinds?: readonly SanctionKind[];
  fine?: PlannedSum;
  confiscated?: PlannedSum;
  /** 减轻: below the statutory minimum. */
  mitigated?: boolean;
  /** It leaves the benchmark. */
  departs?: boolean;
  decision?: "sanctioned" | "no_penalty";
}

/** An amount in 元, or its ends. */
export type PlannedSum = number | string | { readonly min?: number | string; readonly max?: number | string };

/** Per target what is imposed; or the verdict alone. */
export interface Proposed {
  unit?: Imposed | null;
  individual?: Imposed | null;
  responsible?: Imposed | null;
  verdict?: "no_penalty" | "sanctioned";
}

/** Sanction id → amount, as a number or as text with its unit (`"6万元"`); true = imposed without a number, false or null = not imposed. */
export interface Imposed {
  readonly [sanction: string]: number | string | boolean | null;
}

export type Answer<E = Explanation | null, L = ExplanationLine[] | null> =
  | Penalty<E> | Licence<E> | Applicants | Questions | Diagnostics | Review | CaseReview | Replay | Decision<L> | ProcedureAnswer | Description | Explained
  | Tiers | Nearest | Version | Failure;

/** The `id` of the request, as it was given. */
export type RequestId = string | number;
/** The `name` of the case, as the request gave it. */
export type RequestName = string;

export interface Penalty<E = Explanation | null> {
  contract: 1;
  kind: "penalty";
  id?: RequestId;
  name?: RequestName;
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
  /** `time_barred` only in the decision of a case. */
  kind: "sanctioned" | "no_penalty" | "not_established" | "time_barred";
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
  /** `certain: false` = whether the circumstance holds is not known. */
  because: { id: string; basis: string; certain?: false }[];
  /** What it makes of the penalty; empty: nothing is left. */
  targets: Target[];
  /** No document says how far it goes. */
  open: boolean;
  /** Steps of procedure it needs. */
  needs: string[];
  basis: string[];
}

export type Direction = "lighter" | "mitigated" | "ordinary" | "heavier" | "no_penalty";

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
  /** The row of the benchmark, where it names no tier: a cell of a matrix, an override. */
  row?: string;
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
  /** Only of several applicants: whom it is asked of; null: it is the same for all. */
  applicant?: string | null;
  name: string;
  /** `finding`: yes or no, for the authority to find; it is not asked of the party. */
  type: "yes-no" | "finding" | "money" | "integer" | "number" | "date" | "level" | "choice" | "text" | "list" | "record";
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
  why: "has_offence" | "has_licence" | "used" | "general" | "procedure";
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

/** What an answer rests on, in digests. */
interface Digests {
  engine: string;
  contract: 1;
  rulesets: { id: string; from: string; revision: number; sha256: string; sm3: string }[];
  facts: Digest;
  outcome: Digest;
}

/** Of an offence, or of a licence with the day as of which it was asked. */
export type Receipt = (Digests & { ruleset: string; offence: string }) | (Digests & { ruleset: string; licence: string; as_of: string | null });

/** Of the decision of a case. */
export interface CaseReceipt extends Digests {
  kind: "decision";
  acts: { id: string; ruleset: string; offence: string }[];
}

export interface Questions {
  contract: 1;
  kind: "questions";
  id?: RequestId;
  name?: RequestName;
  determined: boolean;
  facts_needed: Question[];
}

export interface Diagnostics {
  contract: 1;
  kind: "diagnostics";
  id?: RequestId;
  name?: RequestName;
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
  id?: RequestId;
  name?: RequestName;
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

/** The answer to `do: "review"` of a case with `acts`. */
export interface CaseReview {
  contract: 1;
  kind: "case_review";
  id?: RequestId;
  name?: RequestName;
  /** Every part is inside what the case allows, under every law that may govern. */
  conforms: boolean;
  determined: boolean;
  /** Each act under each law that may govern it. */
  acts: ActReview[];
  together: Together[];
  /** The procedure for what is decided. */
  procedure: Duty[];
  procedure_points: ProcedurePoint[];
  procedure_law: ProcedureLaw | null;
  not_due: NotDue[];
  decision: Decision;
  text?: string;
}

/** What is decided on an act against it, under the law of one day. */
export interface ActReview {
  act: string;
  at: "act" | "decision";
  conforms: boolean;
  findings: Finding[];
  fits: Way[];
}

/** What is found when acts are taken together; `above-cap` is no deviation: the cap bounds what is executed. */
export interface Together {
  /** Where the case names several. */
  party?: string;
  code: "second-fine" | "lower-fine" | "confiscated-twice" | "second-detention" | "above-cap";
  acts: string[];
  target: Target["target"];
  kind: SanctionKind;
  /** The sum; null where a part has no number. */
  proposed: string | null;
  /** The cap. */
  most: string | null;
  certain: boolean;
  basis: string | null;
  message: string;
}

export interface Way {
  branch: string | null;
  tier: string | null;
  row?: string;
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
  | "duty-missed" | "not-shown" | "referral" | "undetermined";

export type Need = "reasons" | "mitigation" | "exemption" | "collective_deliberation";

/** A stored receipt held against today's. */
export interface Replay {
  contract: 1;
  kind: "replay";
  id?: RequestId;
  name?: RequestName;
  /** Nothing differs. */
  identical: boolean;
  /** The digests of the outcome are the same. */
  same_outcome: boolean;
  differences: Difference[];
  /** That of today. */
  receipt: Receipt | CaseReceipt;
}

export interface Difference {
  what: "engine" | "contract" | "kind" | "ruleset" | "offence" | "licence" | "as_of" | "acts" | "rulesets" | "facts" | "outcome";
  /** Of rulesets: which. */
  id?: string;
  key?: "from" | "revision" | "sha256" | "sm3";
  /** As stored; null = not there. */
  receipt: string | number | null;
  now: string | number | null;
}

/** The answer to `do: "decide"`: each act under the law that governs it, then all of them together. */
export interface Decision<L = ExplanationLine[] | null> {
  contract: 1;
  kind: "decision";
  id?: RequestId;
  name?: RequestName;
  /** False while a fact or a day that matters is missing. */
  determined: boolean;
  /** In the order of the case. */
  acts: Act[];
  /** One act under several provisions: one for each target with several fines. */
  concurrence: Concurrence[];
  /** By party, target and kind: everything each act may bring. */
  totals: Total[];
  /** Not penalties: they stand where an act is time-barred. */
  orders: ActOrder[];
  /** Of each act, what the general part lets the penalty become; none is applied. */
  options: ActOption[];
  /** The steps that are or may be due, party by party, in the order of a case. */
  procedure: Duty[];
  procedure_points: ProcedurePoint[];
  /** What chose the documents; null where no ruleset lays down a procedure. */
  procedure_law: ProcedureLaw | null;
  /** Rows that are surely no ground, with the conditions that failed. */
  not_due: NotDue[];
  rights: Right[];
  /** Of the case; those of one act are in its outcome. */
  review_points: CasePoint[];
  /** Days first. */
  facts_needed: CaseQuestion[];
  /** In the order of a decision letter. */
  explanation: L;
  governing: Governing[];
  text?: string;
  /** The reasoning of the decision letter (说理), in Chinese. */
  letter?: string;
  receipt?: CaseReceipt;
}

export interface Act {
  id: string;
  party?: string;
  dates: { act: CaseDay; end: CaseDay; discovered: CaseDay; filed: CaseDay; decided: CaseDay; continuing: boolean };
  law: {
    result: "same" | "equal" | "older" | "newer" | "incomparable" | "open";
    /** Which is the lighter for these facts, as whole sets of options. */
    comparison?: "equal" | "older" | "newer" | "incomparable" | "open";
    transition?: { apply: "earlier" | "later" | "lighter"; ruleset: string | null; row: string | null; basis: string | null };
    message: string;
  };
  /** That of the day of the act first. */
  versions: ActVersion[];
  limitation: {
    status: "within" | "time_barred" | "possible" | "no_rule";
    /** When the act was over. */
    over: Between;
    discovered: Between;
    periods: Period[];
    /** The days that are missing. */
    needed?: string[];
    message: string;
  };
  /** Null while several versions may govern. */
  outcome: Penalty | null;
}

/** A day, `"无法查明"`, or null while it is missing. */
export type CaseDay = string | null;

/** The first and the last day it can be; null = no end is known. */
export interface Between {
  first: string | null;
  last: string | null;
}

interface ActVersion {
  at: "act" | "decision";
  ruleset: string;
  from: string;
  offence: string;
  name: string;
  basis: string;
  /** Whether it governs or may govern. */
  applies: boolean;
  /** Absent where it is the outcome of the act. */
  outcome?: Penalty;
}

/** A period of limitation. */
interface Period {
  at: "act" | "decision";
  ruleset: string | null;
  row: string | null;
  holds: "true" | "unknown";
  length: string | null;
  unit: "个月" | "日";
  /** The last day on which discovery is in time, from the first day the act may have been over. */
  through: string | null;
  barred: Truth;
  basis: string | null;
  unverified?: string;
  reading?: string;
}

export interface Concurrence {
  acts: string[];
  target: Target["target"];
  fines: {
    act: string;
    sanction: string;
    statutory?: Amount;
    amount?: Amount;
    /** False where it yields to a higher one. */
    left: boolean;
  }[];
  by_maximum: Winner;
  by_computed: Winner;
  /** Both comparisons come to one provision. */
  agrees: boolean;
  fine_of: string[];
  /** Null = no law of the case has a rule. */
  rule: "higher" | "once" | null;
  basis: string | null;
  message: string;
}

export interface Winner {
  kind: "act" | "equal" | "open";
  act?: string | null;
}

export interface Total {
  party?: string;
  target: Target["target"];
  kind: SanctionKind;
  parts: {
    act: string;
    sanction: string;
    /** It must be imposed under every law and option. */
    certain: boolean;
    /** `false` for a fine that yields to a higher one. */
    counts: Truth;
    amount?: Amount;
    basis: string | null;
  }[];
  /** Null for kinds that are not added up, or while a part is no number. */
  sum: Amount | null;
  cap?: { before: Amount; at: Amount; certain: boolean; basis: string | null };
}

export interface ActOrder extends Order {
  act: string;
}

export interface ActOption extends Option {
  act: string;
  /** The law of which day. */
  at: "act" | "decision";
}

export interface Right {
  id: string;
  certain: boolean;
  basis: string | null;
}

export interface CasePoint {
  code: CasePointCode;
  acts: string[];
  certain: boolean;
  names: string[];
  basis: string | null;
  message: string;
}

export type CasePointCode =
  | "law-incomparable" | "law-may-change" | "law-gone" | "no-longer-unlawful" | "several-successors" | "succeeded-in-force"
  | "law-changed-during-act" | "law-between" | "transition-silent" | "transition-heavier" | "lighter-before-2021" | "limitation-already-over"
  | "limitation-laws-differ" | "no-limitation-rule" | "limitation-open" | "fines-disagree" | "no-higher-fine-rule" | "kind-twice"
  | "cap-open" | "procedure-facts-differ" | "unverified-row";

/** A question, and the acts it is of. */
export interface CaseQuestion extends Omit<Question, "applicant"> {
  acts: string[];
}

/** A line of the reasons of a decision. */
export interface ExplanationLine {
  part: string;
  heading: string;
  text: string;
  basis: string | null;
}

/** What chose the documents that lay down a procedure. */
export interface ProcedureLaw {
  determined: boolean;
  chosen_by: "决定日" | "立案日" | "on" | "违法行为日";
  day: string;
  later_versions?: { id: string; from: string }[];
}

/** The answer to `do: "procedure"`: the steps that are or may be due, in the order of a case. */
export interface ProcedureAnswer {
  contract: 1;
  kind: "procedure";
  id?: RequestId;
  name?: RequestName;
  /** False while a fact matters to a step before the decision. */
  determined: boolean;
  /** What the day comes from. */
  chosen_by: "决定日" | "立案日" | "on" | "违法行为日";
  /** The day the procedures were chosen by. */
  day: string;
  procedure: Duty[];
  review_points: ProcedurePoint[];
  facts_needed: Question[];
  /** Rows that are surely no ground, with the conditions that failed. */
  not_due: NotDue[];
  governing: Governing[];
  /** Versions that begin later and may govern the decision, while its day is not known. */
  later_versions?: { id: string; from: string }[];
  text?: string;
}

export interface Duty {
  /** The step, and after a slash the target where it has one, and the party where there are several. */
  id: string;
  /** Where the case names several. */
  party?: string;
  duty: DutyWord;
  /** Null = the whole case. */
  target: Target["target"] | null;
  mode: "must" | "may";
  certain: boolean;
  basis: string[];
  grounds: DutyGround[];
}

export type DutyWord =
  | "transfer" | "opening" | "summary" | "case_period" | "notice" | "hearing" | "hearing_request" | "hearing_notice"
  | "legal_review" | "collective_deliberation" | "approval" | "offset" | "no_new_fine" | "service" | "filing"
  | "on_the_spot_collection" | "payment" | "late_payment" | "daily_fine" | "publication";

export interface DutyGround {
  /** The row of the ruleset. */
  id: string;
  ruleset: string;
  certain: boolean;
  mode: "must" | "may";
  basis: string;
  conditions: Condition[];
  standard?: Standard;
  deadline?: Deadline;
  sum?: Sum;
}

/** A standard that the law leaves open: 较大数额罚款. */
export interface Standard {
  name: string;
  met: Truth;
  /** `renvoi`: they yield to each other, the lower figure counts; `open`: it depends on body or place. */
  prevails: "one" | "renvoi" | "may_follow" | "conflict" | "nobody" | "open";
  /** What each document says; `id` is the ruleset. */
  figures: { id: string; title: string; basis: string[]; met: Truth; counts: Truth; conditions: Condition[] }[];
}

export interface Deadline {
  length: string | null;
  unit: "日" | "工作日" | "月";
  /** The day of the event is out. */
  counted: "from" | "back_from";
  event: string | null;
  day: string | null;
  /** The last day; null while something is not known. */
  due: string | null;
  /** The day of what the time is for, where the document names it. */
  done?: { event: string; day: string | null; status: "met" | "late" | "open" };
  /** How much longer, where it was or may have been granted. */
  extension?: AddedTime;
  /** Time that is not counted, where there is or may be any. */
  excluded?: AddedTime;
  /** While a length is open: it ends on no earlier day. */
  due_earliest?: string;
  /** While a length is open: it ends on no later day. */
  due_latest?: string;
  calendar?: { id: string; from: string };
  /** A year whose working days are not known. */
  missing_year?: number;
  /** The day of rest that the document moves the last day off. */
  moved_from?: string;
  /** The last day is a day of rest and nothing cited says whether it moves: to this day, if it does. */
  due_if_moved?: string;
}

export interface AddedTime {
  length: string | null;
  unit: "日" | "工作日" | "月";
  /** Only there when it is not known whether it was granted. */
  certain?: false;
}

export interface Sum {
  one: Amount;
  count?: string | null;
  /** Before the declared cap, where that changed it. */
  before?: Amount;
  amount: Amount;
}

export interface NotDue {
  /** Where the case names several. */
  party?: string;
  id: string;
  duty: DutyWord;
  target: Target["target"] | null;
  ruleset: string;
  basis: string;
  conditions: Condition[];
}

export interface ProcedurePoint {
  /** Where the case names several. */
  party?: string;
  code: "renvoi" | "may-follow" | "standard-conflict" | "no-figure" | "unknown-body" | "rest-day" | "deadline-missed" | "marked";
  duty: DutyWord | null;
  for: Target["target"] | null;
  /** The standard, or the body. */
  about: string | null;
  certain: boolean;
  documents: string[];
  message: string;
}

/** The answer about a licence. */
export interface Licence<E = Explanation | null> {
  contract: 1;
  kind: "licence";
  id?: RequestId;
  name?: RequestName;
  licence: string;
  procedure: "新办" | "变更" | "延续" | "撤销" | "撤回" | "注销";
  /** False while a fact that matters to the decision is missing. */
  determined: boolean;
  decision: LicenceDecision;
  /** Those still possible. */
  authority: string[];
  exempt: LicenceRow[];
  conditions: LicenceCondition[];
  bars: LicenceRow[];
  documents: LicenceDocument[];
  steps: LicenceStep[];
  routes: LicenceRoute[];
  deadlines: LicenceDeadline[];
  terms: LicenceTerm[];
  grounds: LicenceRow[];
  bans: LicenceBan[];
  renewal?: LicenceRenewal;
  /** `exhausted`: no licence is left when the applicant's turn comes. */
  quota?: { exhausted: Truth; order: OrderKind; order_basis: string | null; basis: string | null };
  /** The day by which it is judged what time has run out. */
  as_of: Day;
  review_points: LicenceReview[];
  facts_needed: Question[];
  facts_used: FactUsed[];
  facts_irrelevant: string[];
  explanation: E;
  governing: Governing[];
  notes?: Note[];
  text?: string;
  receipt?: Receipt;
}

export type Day = string | null;

export interface Decided {
  kind: "not_required" | "not_accepted" | "supplement" | "pending" | "refuse" | "grant" | "revoke" | "withdraw" | "cancel" | "keep";
  /** `silence`: the time ran out, and the law deems it decided. */
  by: "decision" | "silence";
  force: "must" | "may";
}

/** 行政许可法 第五十七条: `first_accepted`, unless a law or an administrative regulation says otherwise. */
export type OrderKind = "first_accepted" | "tender" | "auction" | "examination" | "lot" | "other";

/** Several applicants for a licence whose number is limited: who comes before whom, and the outcome of each. */
export interface Applicants {
  contract: 1;
  kind: "applicants";
  id?: RequestId;
  name?: RequestName;
  licence: string;
  procedure: "新办" | "变更" | "延续";
  /** False while one of them is open: a fact is missing, or the order does not tell two apart. */
  determined: boolean;
  quota: { left: Amount; order: OrderKind; first: "least" | "greatest"; order_basis: string | null; basis: string | null };
  /** In the order of the request. */
  applicants: Applicant[];
  as_of: Day;
  /** About the order; those of each applicant are in its outcome. */
  review_points: OrderReview[];
  /** What most decisions wait for first. */
  facts_needed: Question[];
  governing: Governing[];
  text?: string;
  receipt?: Receipt;
}

export interface Applicant {
  id: string;
  /** Among those who are granted the licence if one is left; null: takes no place (refused, to supplement, not limited). */
  place: { min: number; max: number } | null;
  /** Who comes before, or may. */
  after: string[];
  /** Whom the order does not tell apart from this one. */
  tied_with: string[];
  outcome: Licence;
}

export interface OrderReview {
  code: "tie" | "earlier-open";
  applicants: string[];
  /** Because of whom. */
  others: string[];
  certain: boolean;
  basis: string | null;
  message: string;
}

export type LicenceDecision = { kind: "open"; possible: Decided[] } | DecidedLicence;

interface DecidedLicence extends Decided {
  grounds?: { of: "exempt" | "condition" | "bar" | "quota" | "ground"; id: string; basis: string | null; note?: string }[];
  /** Of `not_accepted`: whom to apply to. */
  authority?: string[];
  /** Of `supplement`: every document still missing, told once. */
  missing?: string[];
  /** Of `pending`: what must be done first. */
  steps?: string[];
}

export interface LicenceRow {
  id: string;
  holds: Truth;
  basis: string | null;
  note?: string;
}

export interface LicenceCondition {
  id: string;
  status: "satisfied" | "failed" | "unknown" | "waived" | "not_applicable";
  basis: string | null;
  check: "formal" | "substantive" | "third_party" | null;
  evidence: string | null;
  curable: boolean;
  group?: "all" | "any" | "none_of";
  of?: LicenceCondition[];
}

export interface LicenceDocument {
  id: string;
  /** `shared`: obtained by sharing data, not to be asked for. */
  status: "given" | "missing" | "unknown" | "shared" | "waived" | "not_needed";
  for: string[];
  form: "original" | "copy" | null;
  basis: string | null;
}

export interface LicenceStep {
  id: string;
  kind: "hearing" | "inspection" | "publicity" | "consultation" | "examination" | "other";
  status: "done" | "missing" | "unknown" | "waived" | "not_needed";
  before: "decision" | "grant";
  basis: string | null;
}

export interface LicenceRoute {
  id: string;
  taken: Truth;
  waives: string[];
  note: string | null;
  basis: string | null;
}

export interface LicenceDeadline {
  what: string;
  /** The last day, that day included. */
  due: Day;
  /** That day is not counted. */
  counted_from: Day;
  counted: { count: number; unit: "日" | "工作日" | "个月" }[];
  /** The day of rest that the document moves the last day off. */
  moved_from?: string;
  /** The last day is a day of rest and nothing cited says whether it moves: to this day, if it does. */
  due_if_moved?: string;
  /** The working days of this year are not known: whether the last day is one of rest is not either. */
  missing_year?: number;
  promised_due?: Day;
  status: "met" | "late" | "running" | "elapsed" | "open";
  else?: "deemed_accepted" | "deemed_granted";
  /** Only there when it is not known whether the limit exists. */
  certain?: false;
  basis: string | null;
}

export interface LicenceTerm {
  id: string;
  kind: "validity" | "quantity" | "fee";
  amount?: Amount;
  basis: string | null;
}

export interface LicenceBan {
  id: string;
  holds: Truth;
  from: Day;
  /** The last day of it, or `"for_good"`. */
  until: Day;
  basis: string | null;
}

export interface LicenceRenewal {
  status: "timely" | "early" | "late" | "open" | "unknown";
  opens: Day;
  closes: Day;
  undecided_at_expiry: Truth;
  basis: string | null;
  /** While open: `closes` is a day of rest, and moves to this day if it moves at all. */
  due_if_moved?: string;
  /** While open: the working days of this year are not known, nor whether `closes` is a day of rest. */
  missing_year?: number;
  /** The last day by the general rule that yields. */
  general_closes?: Day;
  general_basis?: string | null;
}

export interface LicenceReview {
  code: LicenceReviewCode;
  rule: string;
  certain: boolean;
  basis: string | null;
  message: string;
}

export type LicenceReviewCode =
  | "finding" | "discretion" | "may" | "curable" | "step-missing" | "accepted-incomplete" | "late-renewal" | "early-renewal"
  | "promise-too-long" | "deadline-missed" | "rest-day" | "calendar-unknown" | "as-of-missing" | "route-excluded" | "routes-overlap" | "no-authority"
  | "no-value" | "default-outside" | "unascertainable" | "unverified";

/** What there is to ask for; with `offence` in the request, the facts it reads. */
export interface Description {
  contract: 1;
  kind: "description";
  id?: RequestId;
  name?: RequestName;
  rulesets: DescribedRuleset[];
  offence?: DescribedUnit;
  licence?: DescribedUnit;
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
  licences: DescribedLicence[];
  unverified?: string;
  reading?: string;
}

export interface DescribedLicence {
  id: string;
  name: string;
  code: string | null;
  procedure: Licence["procedure"];
  at: SourcePlace;
  unverified?: string;
  reading?: string;
}

/** An offence or a licence, and what it reads. */
export interface DescribedUnit {
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
  type: Exclude<Question["type"], "integer" | "finding">;
  unit?: string;
  of?: string[];
  item?: ValueType;
  fields?: Field[];
}

/** A field of a record. */
export interface Field {
  name: string;
  type: Exclude<Question["type"], "integer" | "finding">;
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
  id?: RequestId;
  name?: RequestName;
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

/** What answers. */
export interface Version {
  contract: 1;
  kind: "version";
  id?: RequestId;
  name?: RequestName;
  /** The version of the engine. */
  engine: string;
  /** How many texts of rulesets there are, and one digest over all of them. */
  rulesets: { count: number; sha256: string };
}

/** What each tier would give while everything that only chooses the tier is open. */
export interface Tiers {
  contract: 1;
  kind: "tiers";
  id?: RequestId;
  name?: RequestName;
  /** `possible` has what each tier would give. */
  targets: Target[];
}

/** For each given fact the nearest values that change the result, with that result. */
export interface Nearest {
  contract: 1;
  kind: "nearest";
  id?: RequestId;
  name?: RequestName;
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
  id?: RequestId;
  name?: RequestName;
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
