// Generated from bindings/contract/schema by types.mjs: `node types.mjs` in wasm/npm writes it again.

export type Contract = Request | Answer;
/**
 * What is asked for (请求的动作).
 *
 * - `evaluate`: evaluate (计算)
 * - `ask`: ask (追问)
 * - `check`: check (检查文本)
 * - `review`: review (核查决定)
 * - `replay`: replay (复算)
 * - `decide`: decide (办理全案)
 * - `procedure`: procedure (程序)
 * - `describe`: describe (说明规则)
 * - `explain`: explain (说明理由)
 * - `tiers`: tiers (各阶次的结果)
 * - `nearest`: nearest (最近的变化)
 * - `version`: version (版本)
 */
export type Action =
  | "evaluate"
  | "ask"
  | "check"
  | "review"
  | "replay"
  | "decide"
  | "procedure"
  | "describe"
  | "explain"
  | "tiers"
  | "nearest"
  | "version";
/**
 * A fact: null or left out: missing; `"无法查明"`: asked and cannot be proved; a day is text, `"2024-03-01"`.
 */
export type Fact =
  string | number | bigint | boolean | null | undefined | readonly Fact[] | {readonly [field: string]: Fact};
/**
 * Kind of sanction (处罚种类).
 *
 * - `warning`: warning (警告)
 * - `criticism`: public criticism (通报批评)
 * - `fine`: fine (罚款)
 * - `confiscate`: confiscation (没收)
 * - `suspend_licence`: suspension of licence (暂扣许可证件)
 * - `downgrade`: downgrading of qualification (降低资质等级)
 * - `revoke_licence`: revocation of licence (吊销许可证件)
 * - `restrict_business`: restriction of business (限制开展生产经营活动)
 * - `suspend_business`: suspension of business (责令停产停业)
 * - `close`: closure (责令关闭)
 * - `restrict_employment`: restriction of employment (限制从业)
 * - `suspend_practice`: suspension of practice (停止执业)
 * - `detention`: administrative detention (行政拘留)
 * - `points`: penalty points (记分)
 * - `other`: other penalty (其他行政处罚)
 */
export type SanctionKind =
  | "warning"
  | "criticism"
  | "fine"
  | "confiscate"
  | "suspend_licence"
  | "downgrade"
  | "revoke_licence"
  | "restrict_business"
  | "suspend_business"
  | "close"
  | "restrict_employment"
  | "suspend_practice"
  | "detention"
  | "points"
  | "other";
/**
 * An amount in 元, or its ends.
 */
export type PlannedSum = number | string | PlannedRange;
/**
 * A number, as one or as text.
 */
export type NumberOrText = number | string;
/**
 * What is decided in all.
 */
export type PlannedVerdict = "sanctioned" | "no_penalty";
/**
 * What is decided: on one act, or on each act of a case by its id.
 */
export type ProposedOf =
  | Proposed
  | {
      [k: string]: Proposed;
    };
/**
 * An amount as a number, or as text with its unit (`"6万元"`, `"15日"`); true: imposed without a number; false or null: not imposed.
 */
export type ImposedAmount = boolean | number | string | Imposed;
/**
 * Level of an organ (机关层级).
 *
 * - `national`: national (国家级)
 * - `province`: provincial (省级)
 * - `city`: of a city divided into districts (设区的市级)
 * - `county`: county (县级)
 * - `township`: township (乡镇、街道)
 * - `station`: station (派出机构)
 */
export type OrganLevel = "national" | "province" | "city" | "county" | "township" | "station";
/**
 * A departure from the benchmark: on one act, or on each by its id.
 */
export type DepartureOf =
  | Departure
  | {
      [k: string]: Departure;
    };
/**
 * Who approved a departure (批准偏离的人或者机关).
 *
 * - `head`: head of the authority (主要负责人)
 * - `collective`: collective deliberation (集体讨论)
 * - `maker`: maker of the benchmark (制定机关)
 */
export type Approver = "head" | "collective" | "maker";
/**
 * Whether a receipt is asked for, or the one to hold the case against.
 */
export type ReceiptAsked =
  | boolean
  | {
      [k: string]: unknown;
    };
/**
 * How much is told (文字的详略).
 *
 * - `brief`: brief (简要)
 * - `full`: full (详细)
 */
export type Form = "brief" | "full";
/**
 * Layout of the words (文字的排版).
 *
 * - `text`: plain text (纯文本)
 * - `markdown`: Markdown (标记文本)
 */
export type Markup = "text" | "markdown";
/**
 * Language (语言).
 *
 * - `zh`: Chinese (中文)
 * - `en`: English (英文)
 */
export type Lang = "zh" | "en";
/**
 * What a host calls a request: a text, or an integer that every reader of JSON keeps exactly.
 */
export type RequestId = string | number;
/**
 * What the engine answers, by its `kind`.
 */
export type Answer =
  | Penalty
  | Licence
  | Applicants
  | Questions
  | Diagnostics
  | Review
  | CaseReview
  | Replay
  | Decision
  | ProcedureAnswer
  | Description
  | Explained
  | Tiers
  | Nearest
  | Version
  | Failure;
/**
 * Verdict (处罚结论).
 *
 * - `sanctioned`: penalty (应受处罚)
 * - `no_penalty`: no penalty (不予处罚)
 * - `not_established`: not established (违法行为不成立)
 * - `time_barred`: time-barred (超过追责时效)
 */
export type VerdictKind = "sanctioned" | "no_penalty" | "not_established" | "time_barred";
/**
 * Must or may (应当与可以).
 *
 * - `must`: mandatory (应当)
 * - `may`: optional (可以)
 */
export type Force = "must" | "may";
/**
 * Target (处罚对象).
 *
 * - `unit`: party (当事人)
 * - `individual`: individual (个人)
 * - `responsible`: persons responsible (责任人员)
 */
export type Target = "unit" | "individual" | "responsible";
/**
 * How a sanction stands (处罚适用方式).
 *
 * - `must`: must (应当)
 * - `may`: may (可以)
 * - `choice`: one of a choice (择一)
 */
export type SanctionMode = "must" | "may" | "choice";
/**
 * An amount: a range, or that it cannot be computed, which is never 0 (无法计罚).
 */
export type Amount =
  | {
      kind: "range";
      /**
       * What it measures.
       */
      measure: AmountMeasure;
      /**
       * The lower end.
       */
      min: End;
      /**
       * The upper end.
       */
      max: End;
      /**
       * 元, 日, 月, 分.
       */
      unit: string;
      /**
       * A guiding point inside the range.
       */
      default?: Decimal;
      /**
       * What bounded it, in the order in which it was found.
       */
      bounded_by: AmountLimit[];
    }
  | {
      kind: "incomputable";
      /**
       * Why.
       */
      why: Incomputable;
    };
/**
 * What an amount measures (数额的性质).
 *
 * - `money`: money (金额)
 * - `days`: days (日数)
 * - `months`: months (月数)
 * - `points`: points (分值)
 * - `other`: other (其他)
 */
export type AmountMeasure = "money" | "days" | "months" | "points" | "other";
/**
 * An end of a range: where it is, and whether it is in; or `"unbounded"`.
 */
export type End =
  | "unbounded"
  | {
      /**
       * Where it is.
       */
      value: Decimal;
      /**
       * Whether the range has it.
       */
      inclusive: boolean;
      /**
       * Of money whose exact end is no decimal: that end as a fraction `n/d`. `value` is then the next 分 inside the range (of a single amount the nearest); nothing is computed with it.
       */
      exact?: string;
    };
/**
 * An exact number as text: a decimal, or a fraction n/d where the decimal would not end.
 */
export type Decimal = string;
/**
 * Limit of an amount (数额的限制).
 *
 * - `cap`: declared cap (按规定的上限)
 * - `floor`: declared floor (按规定的下限)
 * - `table`: bounded by the result without it (以不计该情节的结果为限)
 * - `statute.min`: statutory minimum (不得低于法定下限)
 * - `statute.max`: statutory maximum (不得高于法定上限)
 * - `round`: declared rounding (按规定取整)
 */
export type AmountLimit = "cap" | "floor" | "table" | "statute.min" | "statute.max" | "round";
/**
 * Why there is no number (无法计罚的原因).
 *
 * - `zero_base`: base of zero (计算基数为零)
 * - `no_row`: no row fits (没有对应的幅度)
 */
export type Incomputable = "zero_base" | "no_row";
/**
 * How many may be taken (选择的方式).
 *
 * - `one`: one of them (择一)
 * - `one_or_more`: one or more of them (可以单处或者并处)
 */
export type Pick = "one" | "one_or_more";
/**
 * Direction of a circumstance (情节的方向).
 *
 * - `lighter`: lighter (从轻)
 * - `mitigated`: mitigated (减轻)
 * - `ordinary`: ordinary (一般)
 * - `heavier`: heavier (从重)
 * - `no_penalty`: no penalty (不予处罚)
 */
export type Direction = "lighter" | "mitigated" | "ordinary" | "heavier" | "no_penalty";
/**
 * Truth of a condition (条件是否符合).
 *
 * - `true`: it holds (符合)
 * - `false`: it fails (不符合)
 * - `unknown`: not known (尚不能确定)
 */
export type TruthWord = "true" | "false" | "unknown";
/**
 * Way that is allowed (处理方式).
 *
 * - `table`: as the table has it (按基准或者法定幅度)
 * - `option`: as a circumstance has it (按情节)
 * - `waived`: waived by the benchmark (依基准不予处罚)
 */
export type WayCourse = "table" | "option" | "waived";
/**
 * What a decision needs (须具备的条件和手续).
 *
 * - `reasons`: reasons (说明理由)
 * - `reasons_in_decision`: reasons in the decision (在决定书中说明理由)
 * - `mitigation`: a ground for mitigation (具备减轻处罚的情形)
 * - `exemption`: a ground not to punish (具备不予处罚的情形)
 * - `collective_deliberation`: collective deliberation (集体讨论)
 * - `head_approval_or_collective_deliberation`: approval of the head or collective deliberation (负责人批准或者集体讨论)
 * - `superior_approval`: approval of the superior authority (报上级批准)
 * - `filing`: filing (备案)
 * - `guardian_discipline`: discipline by the guardian (责令监护人管教)
 * - `guardian_care`: care by the guardian (责令监护人看管和治疗)
 * - `correctional_education`: correctional education (矫治教育等措施)
 * - `education`: education of the party (对当事人进行教育)
 */
export type Need =
  | "reasons"
  | "reasons_in_decision"
  | "mitigation"
  | "exemption"
  | "collective_deliberation"
  | "head_approval_or_collective_deliberation"
  | "superior_approval"
  | "filing"
  | "guardian_discipline"
  | "guardian_care"
  | "correctional_education"
  | "education";
/**
 * Review point (复核要点).
 *
 * - `below-statute`: below the statute (低于法定下限)
 * - `above-statute`: above the statute (高于法定上限)
 * - `no-tier`: no tier (无对应阶次)
 * - `no-level`: no level (无对应档)
 * - `tiers-overlap`: tiers overlap (阶次重叠)
 * - `levels-overlap`: levels overlap (因素重叠)
 * - `branches-overlap`: branches overlap (罚则竞合)
 * - `no-branch`: no branch (无对应罚则)
 * - `branch-open`: branch left open (罚则待定)
 * - `unascertainable`: unascertainable (无法查明)
 * - `score-overflow`: more than 100% (比例超过 100%)
 * - `kind-not-in-branch`: not in the clause (罚则无此处罚)
 * - `no-room`: no room (无裁量余地)
 * - `open-range`: no upper end (无法定上限)
 * - `rows-overlap`: ranges overlap (幅度重叠)
 * - `positions-overlap`: findings overlap (裁量认定重叠)
 * - `default-outside`: guiding point outside (指导基准越界)
 * - `no-value`: no value (无从计算)
 * - `may-exempt`: exemption allowed (可以不予处罚)
 * - `effect-empty`: no room for it (无此余地)
 * - `effect-against`: goes the wrong way (从轻从重反向)
 * - `effect-open`: extent not laid down (幅度未定)
 * - `no-next-tier`: no next tier (无下一阶次)
 * - `choose-effect`: one must be chosen (应当择一)
 * - `circumstances-mixed`: circumstances both ways (情节并存)
 * - `unverified`: text not verified (文本未核实)
 */
export type ReviewCode =
  | "below-statute"
  | "above-statute"
  | "no-tier"
  | "no-level"
  | "tiers-overlap"
  | "levels-overlap"
  | "branches-overlap"
  | "no-branch"
  | "branch-open"
  | "unascertainable"
  | "score-overflow"
  | "kind-not-in-branch"
  | "no-room"
  | "open-range"
  | "rows-overlap"
  | "positions-overlap"
  | "default-outside"
  | "no-value"
  | "may-exempt"
  | "effect-empty"
  | "effect-against"
  | "effect-open"
  | "no-next-tier"
  | "choose-effect"
  | "circumstances-mixed"
  | "unverified";
/**
 * Type of a fact (事实的类型).
 *
 * - `yes-no`: yes or no (是否)
 * - `finding`: finding (认定)
 * - `money`: money (金额)
 * - `integer`: whole number (整数)
 * - `number`: number (数)
 * - `date`: date (日期)
 * - `level`: level (档次)
 * - `choice`: choice (选项)
 * - `text`: text (文字)
 * - `list`: list (列表)
 * - `record`: record (记录)
 */
export type FactType =
  "yes-no" | "finding" | "money" | "integer" | "number" | "date" | "level" | "choice" | "text" | "list" | "record";
/**
 * One step of a computation, by its word under `step`.
 */
export type Step =
  | {
      step: "element";
      /**
       * The condition as written.
       */
      condition: string | null;
      /**
       * Its truth.
       */
      holds: TruthWord;
    }
  | {
      step: "branch";
      /**
       * The branch.
       */
      branch: string | null;
      /**
       * Whether it applies.
       */
      holds: TruthWord;
      /**
       * The provision.
       */
      basis: string | null;
    }
  | {
      step: "define";
      /**
       * Its name.
       */
      name: string;
      /**
       * Its value; null while it is not known.
       */
      value: {
        [k: string]: unknown;
      };
      /**
       * The provision.
       */
      basis: string | null;
    }
  | {
      step: "level";
      /**
       * The factor.
       */
      factor: string;
      /**
       * The level; null while nothing is known.
       */
      level: Levels | null;
      /**
       * It is possible that no level holds.
       */
      maybe_none: boolean;
      /**
       * How it was found.
       */
      how: LevelHow;
      /**
       * The provision.
       */
      basis: string | null;
    }
  | {
      step: "row";
      /**
       * The row.
       */
      row: string | null;
      /**
       * Its tier.
       */
      tier: string | null;
      /**
       * Whether it applies.
       */
      holds: TruthWord;
      /**
       * It yields to another row that applies.
       */
      yields: boolean;
      /**
       * The provision.
       */
      basis: string | null;
    }
  | {
      step: "no_row";
      /**
       * Whether that is so.
       */
      holds: TruthWord;
    }
  | {
      step: "statute";
      /**
       * The sanction.
       */
      sanction: string | null;
      /**
       * The row of the range, where it has rows.
       */
      row: string | null;
      /**
       * What a multiple is of.
       */
      base: Figure | null;
      /**
       * That before it was bounded.
       */
      base_before: Figure | null;
      /**
       * How many times it is counted.
       */
      count: Figure | null;
      /**
       * The range.
       */
      amount: Amount;
      /**
       * The provision.
       */
      basis: string | null;
    }
  | {
      step: "score";
      /**
       * The weights.
       */
      parts: Weight[];
      /**
       * Their sum, in percent.
       */
      sum: Figure | null;
    }
  | {
      step: "percentage";
      /**
       * The sanction.
       */
      sanction: string | null;
      /**
       * Where the percentages begin.
       */
      start: Figure | null;
      /**
       * Their sum.
       */
      sum: Figure | null;
      /**
       * The sum after its cap, where that changed it.
       */
      capped: Figure | null;
      /**
       * What it is multiplied by.
       */
      times: Figure | null;
    }
  | {
      step: "narrow";
      /**
       * The sanction.
       */
      sanction: string | null;
      /**
       * The row.
       */
      row: string | null;
      /**
       * The part of the range, from and to, in percent.
       *
       * @minItems 2
       * @maxItems 2
       */
      part: unknown[] | null;
      /**
       * The multiple, from and to.
       *
       * @minItems 2
       * @maxItems 2
       */
      multiple: unknown[] | null;
      /**
       * The range after it.
       */
      amount: Amount;
    }
  | {
      step: "position";
      /**
       * The sanction.
       */
      sanction: string | null;
      /**
       * The position.
       */
      position: string | null;
      /**
       * The part of the range, from and to, in percent.
       *
       * @minItems 2
       * @maxItems 2
       */
      part: unknown[] | null;
      /**
       * The range after it.
       */
      amount: Amount;
      /**
       * The provision.
       */
      basis: string | null;
    }
  | {
      step: "effect";
      /**
       * The sanction.
       */
      sanction: string | null;
      /**
       * The effect.
       */
      effect: string | null;
      /**
       * The part of the range, from and to, in percent.
       *
       * @minItems 2
       * @maxItems 2
       */
      part: unknown[] | null;
      /**
       * The range after it.
       */
      amount: Amount;
      /**
       * The provision.
       */
      basis: string | null;
    }
  | {
      step: "bound";
      /**
       * The sanction.
       */
      sanction: string | null;
      /**
       * By what.
       */
      by: AmountLimit;
      /**
       * The range before.
       */
      before: Amount;
      /**
       * The range after.
       */
      after: Amount;
    }
  | {
      step: "join";
      /**
       * Whom the sanction is for.
       */
      target: Target;
      /**
       * The sanction.
       */
      sanction: string | null;
      /**
       * How many.
       */
      of: number;
    };
/**
 * A level, or those that are still possible.
 */
export type Levels = string | string[];
/**
 * How a level was found (分档的依据).
 *
 * - `found`: by the facts (按事实认定)
 * - `lowest_when_unascertainable`: the lowest, where it cannot be found out (无法查明取最低档)
 * - `no_level`: no level (没有对应的档)
 * - `overlap`: overlap (几档同时符合)
 * - `heaviest`: the heaviest (取最重一档)
 */
export type LevelHow = "found" | "lowest_when_unascertainable" | "no_level" | "overlap" | "heaviest";
/**
 * A number, or the numbers it may be between.
 */
export type Figure =
  | Decimal
  | {
      /**
       * No less than this.
       */
      min: Edge;
      /**
       * No more than this.
       */
      max: Edge;
    };
/**
 * An end of what a number may be between: a decimal, or `"unbounded"`.
 */
export type Edge = "unbounded" | Decimal;
/**
 * Why a text governs (适用该文本的原因).
 *
 * - `has_offence`: has the offence (规定本违法行为)
 * - `has_licence`: has the licence (规定本许可事项)
 * - `used`: referred to by it (为前者所引用)
 * - `general`: the general law of the case (本案适用的一般法)
 * - `procedure`: it lays down the procedure (规定处罚程序)
 */
export type Why = "has_offence" | "has_licence" | "used" | "general" | "procedure";
/**
 * Kind of note (文本说明的种类).
 *
 * - `unverified`: not verified (未核实)
 * - `reading`: reading (读法)
 */
export type NoteKind = "unverified" | "reading";
/**
 * Procedure of a licence (许可办理类型).
 *
 * - `新办`: first licence (新办)
 * - `变更`: change (变更)
 * - `延续`: renewal (延续)
 * - `撤销`: revocation (撤销)
 * - `撤回`: withdrawal (撤回)
 * - `注销`: cancellation (注销)
 */
export type LicenceProcedure = "新办" | "变更" | "延续" | "撤销" | "撤回" | "注销";
/**
 * The decision about a licence, or those still possible.
 */
export type LicenceDecision = OpenDecision | DecidedLicence;
/**
 * Decision left open (处理结果未定).
 *
 * - `open`: not certain yet (尚不能确定)
 */
export type DecisionOpen = "open";
/**
 * Decision about a licence (许可处理结果).
 *
 * - `not_required`: no licence is needed (不需要取得许可)
 * - `not_accepted`: not accepted (不予受理)
 * - `supplement`: to be supplemented, told once (一次告知补正)
 * - `pending`: a step of the procedure first (须先完成法定程序)
 * - `refuse`: refusal (不予许可)
 * - `grant`: grant (准予许可)
 * - `revoke`: revocation (撤销许可)
 * - `withdraw`: withdrawal (撤回许可)
 * - `cancel`: cancellation (注销许可)
 * - `keep`: the licence stands (许可不变)
 */
export type DecisionKind =
  | "not_required"
  | "not_accepted"
  | "supplement"
  | "pending"
  | "refuse"
  | "grant"
  | "revoke"
  | "withdraw"
  | "cancel"
  | "keep";
/**
 * How it is decided (决定方式).
 *
 * - `decision`: by decision (作出决定)
 * - `silence`: by silence (逾期视为)
 */
export type By = "decision" | "silence";
/**
 * How far it binds (约束程度).
 *
 * - `must`: must (应当)
 * - `may`: may (可以)
 * - `must_not`: must not (不予)
 */
export type Binding = "must" | "may" | "must_not";
/**
 * What a decision rests on (决定的理由).
 *
 * - `exempt`: exemption (不需要许可的情形)
 * - `condition`: condition (许可条件)
 * - `bar`: bar (不予许可的情形)
 * - `quota`: quota (数量限制)
 * - `ground`: ground (撤销、撤回、注销的理由)
 */
export type RestsOn = "exempt" | "condition" | "bar" | "quota" | "ground";
/**
 * How a condition stands (条件状况).
 *
 * - `satisfied`: met (符合)
 * - `failed`: not met (不符合)
 * - `unknown`: not known yet (尚不知)
 * - `waived`: waived (免于审查)
 * - `not_applicable`: not asked here (不适用)
 */
export type ConditionStatus = "satisfied" | "failed" | "unknown" | "waived" | "not_applicable";
/**
 * How it is checked (审查方式).
 *
 * - `formal`: on the papers (形式审查)
 * - `substantive`: on the substance (实质内容核查)
 * - `third_party`: by examination or review (考试、检验或者评审)
 */
export type Check = "formal" | "substantive" | "third_party";
/**
 * How a group counts (条件组合).
 *
 * - `all`: all of these (全部符合)
 * - `any`: one of these (符合其一)
 * - `none_of`: none of these (均不得有)
 */
export type Grouping = "all" | "any" | "none_of";
/**
 * How a document stands (材料状况).
 *
 * - `given`: submitted (已提交)
 * - `missing`: missing (未提交)
 * - `unknown`: not known yet (尚不知)
 * - `shared`: obtained by sharing data (由机关共享取得)
 * - `waived`: waived (免于提交)
 * - `not_needed`: not asked here (不适用)
 */
export type DocumentStatus = "given" | "missing" | "unknown" | "shared" | "waived" | "not_needed";
/**
 * Form of a document (材料形式).
 *
 * - `original`: original (原件)
 * - `copy`: copy (复印件)
 */
export type DocumentForm = "original" | "copy";
/**
 * Kind of step (程序种类).
 *
 * - `hearing`: hearing (听证)
 * - `inspection`: inspection (实地核查)
 * - `publicity`: publicity (公示)
 * - `consultation`: consultation (征求意见)
 * - `examination`: examination or review (考试、检验或者评审)
 * - `other`: other step (其他程序)
 */
export type StepKind = "hearing" | "inspection" | "publicity" | "consultation" | "examination" | "other";
/**
 * How a step stands (程序状况).
 *
 * - `done`: done (已完成)
 * - `missing`: not done (尚未进行)
 * - `unknown`: not known yet (尚不知)
 * - `waived`: waived (免于进行)
 * - `not_needed`: not needed here (不适用)
 */
export type StepStatus = "done" | "missing" | "unknown" | "waived" | "not_needed";
/**
 * Before which decision (须在何种决定之前).
 *
 * - `decision`: before any decision (作出决定之前)
 * - `grant`: before a grant (准予许可之前)
 */
export type Before = "decision" | "grant";
/**
 * The unit of a length in an outcome.
 */
export type OutcomeUnit = "日" | "工作日" | "个月";
/**
 * How a time limit stands (期限状况).
 *
 * - `met`: done in time (按期完成)
 * - `late`: done too late (逾期完成)
 * - `running`: the time is running (时限未满)
 * - `elapsed`: the time has run out (已逾期)
 * - `open`: not known whether in time (是否按期尚不知)
 */
export type DeadlineStatus = "met" | "late" | "running" | "elapsed" | "open";
/**
 * What silence means (逾期的后果).
 *
 * - `nothing`: nothing is deemed (不视为决定)
 * - `deemed_accepted`: deemed accepted (逾期即为受理)
 * - `deemed_granted`: deemed granted (逾期视为准予)
 */
export type Silence = "nothing" | "deemed_accepted" | "deemed_granted";
/**
 * What a term fixes (许可内容种类).
 *
 * - `validity`: period of validity (有效期)
 * - `quantity`: quantity granted (准予的数量)
 * - `fee`: fee (费用)
 */
export type TermKind = "validity" | "quantity" | "fee";
/**
 * When a ban ends.
 */
export type Until = string | BanEnd;
/**
 * End of a ban (禁止期限届满).
 *
 * - `for_good`: no new application, ever (终身不得申请)
 */
export type BanEnd = "for_good";
/**
 * Whether a renewal is in time (延续申请状况).
 *
 * - `timely`: asked for in time (按期申请)
 * - `early`: asked for too early (申请过早)
 * - `late`: asked for too late (申请逾期)
 * - `open`: not certain whether it was asked for in time (是否按期申请尚不能确定)
 * - `unknown`: the day of the application is not known (申请日尚不知)
 */
export type RenewalStatus = "timely" | "early" | "late" | "open" | "unknown";
/**
 * Order of applicants (多人申请的顺序).
 *
 * - `first_accepted`: in the order of acceptance (按受理的先后顺序)
 * - `tender`: by the result of the tender (按招标结果)
 * - `auction`: by the result of the auction (按拍卖结果)
 * - `examination`: by the result of the examination (按考试、考核结果)
 * - `lot`: by lot (按抽签结果)
 * - `other`: in another order laid down by law (按法定的其他顺序)
 */
export type OrderKind = "first_accepted" | "tender" | "auction" | "examination" | "lot" | "other";
/**
 * Review point of a licence (许可复核要点).
 *
 * - `finding`: a finding (须作认定)
 * - `discretion`: discretion (裁量)
 * - `may`: may (可以)
 * - `curable`: curable (可补救)
 * - `step-missing`: procedure (程序缺失)
 * - `accepted-incomplete`: incomplete (材料不齐)
 * - `late-renewal`: late renewal (逾期申请)
 * - `early-renewal`: early renewal (过早申请)
 * - `promise-too-long`: promise too long (承诺过长)
 * - `deadline-missed`: out of time (超过时限)
 * - `rest-day`: day of rest (末日遇休息日)
 * - `calendar-unknown`: calendar not known (工作日未知)
 * - `as-of-missing`: no day given (截止日未给)
 * - `route-excluded`: excluded (不得适用)
 * - `routes-overlap`: routes overlap (办理方式重叠)
 * - `no-authority`: no authority (无对应机关)
 * - `no-value`: no rule (没有规定)
 * - `default-outside`: guiding point outside (指导基准越界)
 * - `unascertainable`: unascertainable (无法查明)
 * - `unverified`: text not verified (文本未核实)
 */
export type LicenceReviewCode =
  | "finding"
  | "discretion"
  | "may"
  | "curable"
  | "step-missing"
  | "accepted-incomplete"
  | "late-renewal"
  | "early-renewal"
  | "promise-too-long"
  | "deadline-missed"
  | "rest-day"
  | "calendar-unknown"
  | "as-of-missing"
  | "route-excluded"
  | "routes-overlap"
  | "no-authority"
  | "no-value"
  | "default-outside"
  | "unascertainable"
  | "unverified";
/**
 * Which end comes first (排序方向).
 *
 * - `least`: least first (最先、最小者在前)
 * - `greatest`: greatest first (最高者在前)
 */
export type First = "least" | "greatest";
/**
 * Review point of several applicants (多人申请复核要点).
 *
 * - `tie`: tie (顺序相同)
 * - `earlier-open`: earlier one open (在先者未定)
 */
export type ApplicantsReviewCode = "tie" | "earlier-open";
/**
 * Severity (严重程度).
 *
 * - `error`: error (错误)
 * - `warning`: warning (警告)
 */
export type Severity = "error" | "warning";
/**
 * Point in time (所依的时点).
 *
 * - `act`: at the act (行为时)
 * - `decision`: at the decision (决定时)
 */
export type At = "act" | "decision";
/**
 * Result of a review (审查结果).
 *
 * - `conforms`: conforms (符合)
 * - `within_statute`: within the statute (在法定幅度内)
 * - `not_shown`: not shown to deviate (未见偏离)
 * - `undetermined`: undetermined (尚不能确定)
 * - `departs`: departs, documented (偏离基准，手续齐备)
 * - `deviates`: deviates (偏离)
 */
export type ReviewResult = "conforms" | "within_statute" | "not_shown" | "undetermined" | "departs" | "deviates";
/**
 * What a finding is about (核查的对象).
 *
 * - `sanction`: a sanction (某项处罚)
 * - `order`: an order (某项责令)
 * - `choice`: a choice of the law (法律的选择)
 * - `verdict`: the verdict (是否处罚)
 * - `whole`: the whole (决定整体)
 */
export type FindingAbout = "sanction" | "order" | "choice" | "verdict" | "whole";
/**
 * Finding about a decision (处罚决定核查结论).
 *
 * - `inside`: inside (符合)
 * - `below-benchmark`: below benchmark (低于基准)
 * - `above-benchmark`: above benchmark (高于基准)
 * - `below-statute`: below statute (低于法定)
 * - `above-statute`: above statute (高于法定)
 * - `not-allowed`: not allowed (不得科处)
 * - `missing`: missing (遗漏)
 * - `choice`: wrong choice (选择有误)
 * - `duty-missed`: duty missed (应当情节未体现)
 * - `not-shown`: not shown to deviate (未见偏离)
 * - `referral`: referral (移送有权机关)
 * - `undetermined`: undetermined (尚不能确定)
 */
export type FindingCode =
  | "inside"
  | "below-benchmark"
  | "above-benchmark"
  | "below-statute"
  | "above-statute"
  | "not-allowed"
  | "missing"
  | "choice"
  | "duty-missed"
  | "not-shown"
  | "referral"
  | "undetermined";
/**
 * What is decided: an amount, or `true` for a sanction without one.
 */
export type ProposedAmount = Decimal | true;
/**
 * Whether a circumstance holds (情节是否成立).
 *
 * - `found`: found (已认定)
 * - `open`: open (尚未查明)
 * - `no`: not found (未认定)
 */
export type Stands = "found" | "open" | "no";
/**
 * What a provision of a finding is for: the sanction itself, or something that the decision needs.
 */
export type BasisFor = "sanction" | Need;
/**
 * Finding about acts together (合并认定).
 *
 * - `second-fine`: fined twice (一事再罚)
 * - `lower-fine`: the lower fine (未择重)
 * - `confiscated-twice`: confiscated twice (重复没收)
 * - `second-detention`: detained twice (重复拘留)
 * - `above-cap`: executed together (合并执行)
 */
export type TogetherCode = "second-fine" | "lower-fine" | "confiscated-twice" | "second-detention" | "above-cap";
/**
 * Finding beside the ranges (决定以外的核查结论).
 *
 * - `heavier-than-notified`: heavier than notified (较告知加重)
 * - `notice-incomparable`: not comparable with the notice (与告知不能比较)
 * - `no-power`: no power (无权决定)
 * - `power-open`: power open (权限待核)
 * - `anothers-sanction`: another authority's sanction (他机关的处罚)
 * - `not-executed`: decided, not executed (决定而不执行)
 * - `executed-after-all`: executed after all (仍予执行)
 * - `execution-open`: execution open (是否执行待定)
 * - `departure-documented`: departure documented (偏离手续齐备)
 * - `departure-incomplete`: departure incomplete (偏离手续不全)
 * - `departure-open`: departure open (偏离手续待核)
 * - `departure-beyond`: departure does not reach this (偏离不能及于此)
 * - `departure-unneeded`: nothing departs (没有偏离)
 */
export type BesideCode =
  | "heavier-than-notified"
  | "notice-incomparable"
  | "no-power"
  | "power-open"
  | "anothers-sanction"
  | "not-executed"
  | "executed-after-all"
  | "execution-open"
  | "departure-documented"
  | "departure-incomplete"
  | "departure-open"
  | "departure-beyond"
  | "departure-unneeded";
/**
 * What a departure lacks (偏离所缺).
 *
 * - `reason`: the reason (理由)
 * - `approval`: the approval (批准)
 * - `right_approver`: the right one to approve (有权批准的人或者机关)
 * - `date`: the date (批准日期)
 * - `before`: approval before the decision (决定前的批准)
 */
export type DepartureLack = "reason" | "approval" | "right_approver" | "date" | "before";
/**
 * Step of the procedure (程序步骤).
 *
 * - `transfer`: transfer to the judicial organs (移送司法机关)
 * - `opening`: opening of the case (立案)
 * - `summary`: summary procedure (简易程序)
 * - `case_period`: period for the decision (办案期限)
 * - `notice`: notice before the decision (处罚前告知)
 * - `hearing`: hearing (听证)
 * - `hearing_request`: request for a hearing (要求听证)
 * - `hearing_notice`: notice of the hearing (听证通知)
 * - `legal_review`: legal review (法制审核)
 * - `collective_deliberation`: collective deliberation (集体讨论)
 * - `approval`: approval (报请批准)
 * - `offset`: offset (折抵)
 * - `no_new_fine`: no further fine (不再给予罚款)
 * - `service`: service (送达)
 * - `filing`: filing (备案)
 * - `on_the_spot_collection`: collection on the spot (当场收缴)
 * - `payment`: payment of the fine (缴纳罚款)
 * - `late_payment`: addition for late payment (加处罚款)
 * - `daily_fine`: daily fine (按日连续处罚)
 * - `publication`: publication and withdrawal (公开与撤回)
 */
export type Duty =
  | "transfer"
  | "opening"
  | "summary"
  | "case_period"
  | "notice"
  | "hearing"
  | "hearing_request"
  | "hearing_notice"
  | "legal_review"
  | "collective_deliberation"
  | "approval"
  | "offset"
  | "no_new_fine"
  | "service"
  | "filing"
  | "on_the_spot_collection"
  | "payment"
  | "late_payment"
  | "daily_fine"
  | "publication";
/**
 * Which figure prevails (标准以何者为准).
 *
 * - `one`: one figure (只有一个标准)
 * - `renvoi`: each yields to the other (互相让位)
 * - `may_follow`: may follow another (可以从其规定)
 * - `conflict`: figures in conflict (标准不一)
 * - `nobody`: no figure (没有数额标准)
 * - `open`: open (标准尚未确定)
 */
export type Prevails = "one" | "renvoi" | "may_follow" | "conflict" | "nobody" | "open";
/**
 * The unit of a length in a procedure.
 */
export type LengthUnit = "日" | "工作日" | "月";
/**
 * How a period is counted (期限的计算方向).
 *
 * - `from`: from that day (自该日起)
 * - `back_from`: back from that day (在该日之前)
 */
export type Counted = "from" | "back_from";
/**
 * Review point of a procedure (程序复核要点).
 *
 * - `renvoi`: each yields to the other (互相让位)
 * - `may-follow`: may follow another (可以从其规定)
 * - `standard-conflict`: figures in conflict (标准不一)
 * - `no-figure`: no figure (没有数额标准)
 * - `unknown-body`: body not known (执法系统未收录)
 * - `rest-day`: last day of rest (末日为休息日)
 * - `deadline-missed`: after the last day (超过期限)
 * - `marked`: not verified, or one reading of several (文本未核实或者有读法)
 */
export type ProcedureCode =
  | "renvoi"
  | "may-follow"
  | "standard-conflict"
  | "no-figure"
  | "unknown-body"
  | "rest-day"
  | "deadline-missed"
  | "marked";
/**
 * Day that chooses the documents (选定程序文本的日期).
 *
 * - `决定日`: day of the decision (决定日)
 * - `立案日`: day of filing (立案日)
 * - `on`: day that is asked about (所问之日)
 * - `违法行为日`: day of the act (违法行为日)
 */
export type ChosenBy = "决定日" | "立案日" | "on" | "违法行为日";
/**
 * A day of a case, or `"无法查明"`.
 */
export type CaseDay = "无法查明" | string;
/**
 * Law that governs (适用的法律).
 *
 * - `same`: the same text (同一文本)
 * - `equal`: equal, the earlier governs (轻重相同，从旧)
 * - `older`: the law of the act (从旧)
 * - `newer`: the law of the decision (从轻，适用新法)
 * - `incomparable`: not comparable (轻重不可比)
 * - `open`: open (尚不能确定)
 */
export type LawResult = "same" | "equal" | "older" | "newer" | "incomparable" | "open";
/**
 * Comparison of two laws (新旧法轻重).
 *
 * - `equal`: equal (轻重相同)
 * - `older`: the earlier is lighter (旧法较轻)
 * - `newer`: the later is lighter (新法较轻)
 * - `incomparable`: not comparable (不能比较)
 * - `open`: open (尚不能确定)
 */
export type LawComparison = "equal" | "older" | "newer" | "incomparable" | "open";
/**
 * Text that a transition clause applies (过渡条款适用的文本).
 *
 * - `earlier`: the text of the act (行为时的文本)
 * - `later`: the text of the decision (决定时的文本)
 * - `lighter`: the lighter text (较轻的文本)
 */
export type Apply = "earlier" | "later" | "lighter";
/**
 * Limitation (追责时效).
 *
 * - `within`: not time-barred (未过追责时效)
 * - `time_barred`: time-barred (已过追责时效)
 * - `possible`: open (尚不能确定)
 * - `no_rule`: not looked at (时效未审查)
 */
export type LimitationStatus = "within" | "time_barred" | "possible" | "no_rule";
/**
 * Provision with the higher fine (罚款较高的条文).
 *
 * - `act`: one of them (可以确定)
 * - `equal`: equal (相同)
 * - `open`: not comparable (不能比较)
 */
export type WinnerKind = "act" | "equal" | "open";
/**
 * Several fines for one act (同一行为的数个罚款).
 *
 * - `higher`: the higher fine (按数额高的处罚)
 * - `once`: one fine only (只罚款一次)
 */
export type Fines = "higher" | "once";
/**
 * Review point of a case (案件复核要点).
 *
 * - `law-incomparable`: laws not comparable (新旧法不能比较)
 * - `law-may-change`: day of decision open (决定日未定)
 * - `law-gone`: no text at the decision (决定时无现行文本)
 * - `no-longer-unlawful`: not punished any more (新法不处罚)
 * - `several-successors`: several successors (新条文不止一条)
 * - `succeeded-in-force`: old text still in force (新旧文本并存)
 * - `law-changed-during-act`: law changed during the act (行为持续中法律变更)
 * - `law-between`: a text in between (中间时的文本)
 * - `transition-silent`: no transition clause (基准无过渡条款)
 * - `transition-heavier`: transition to the heavier (过渡条款较重)
 * - `limitation-already-over`: old period had run out (旧时效已届满)
 * - `limitation-laws-differ`: periods differ (新旧时效不一)
 * - `no-limitation-rule`: limitation not looked at (时效未审查)
 * - `limitation-open`: limitation open (时效无法查明)
 * - `fines-disagree`: higher fine disputed (择重结果不一)
 * - `no-higher-fine-rule`: only one fine (一事不二罚)
 * - `kind-twice`: one kind twice (同种处罚重复)
 * - `cap-open`: cap open (合并上限待定)
 * - `procedure-facts-differ`: facts of the procedure differ (程序事实不一)
 * - `beyond-power`: beyond the power of the organ (超出本机关权限)
 * - `power-capped`: power of the organ is limited (本机关权限有限)
 * - `unverified-row`: text not verified (文本未核实)
 */
export type CaseCode =
  | "law-incomparable"
  | "law-may-change"
  | "law-gone"
  | "no-longer-unlawful"
  | "several-successors"
  | "succeeded-in-force"
  | "law-changed-during-act"
  | "law-between"
  | "transition-silent"
  | "transition-heavier"
  | "limitation-already-over"
  | "limitation-laws-differ"
  | "no-limitation-rule"
  | "limitation-open"
  | "fines-disagree"
  | "no-higher-fine-rule"
  | "kind-twice"
  | "cap-open"
  | "procedure-facts-differ"
  | "beyond-power"
  | "power-capped"
  | "unverified-row";
/**
 * What differs between two receipts.
 */
export type DifferenceOf =
  | "engine"
  | "contract"
  | "kind"
  | "ruleset"
  | "offence"
  | "licence"
  | "as_of"
  | "acts"
  | "rulesets"
  | "facts"
  | "outcome";
/**
 * In what a ruleset differs.
 */
export type DifferenceKey = "from" | "revision" | "sha256" | "sm3";
/**
 * Any receipt.
 */
export type Receipt = CaseReceipt | LicenceReceipt | OffenceReceipt;
/**
 * State of a document (文本的状态).
 *
 * - `draft`: draft (草案)
 * - `in_force`: in force (现行)
 * - `suspended`: suspended (挂起)
 * - `repealed`: repealed (废止)
 */
export type Status = "draft" | "in_force" | "suspended" | "repealed";
/**
 * Rank of a document (效力位阶).
 *
 * - `law`: law (法律)
 * - `regulation`: administrative regulation (行政法规)
 * - `decision`: decision of the State Council (国务院决定)
 * - `local_regulation`: local regulation (地方性法规)
 * - `department_rule`: departmental rule (部门规章)
 * - `local_rule`: rule of a local government (地方政府规章)
 * - `document`: normative document (规范性文件)
 */
export type Rank =
  "law" | "regulation" | "decision" | "local_regulation" | "department_rule" | "local_rule" | "document";
/**
 * Part of the words (说明的部分).
 *
 * - `head`: subject (案由)
 * - `result`: result (结果)
 * - `ways`: Possible outcomes (各种可能)
 * - `options`: Circumstances and their effects (情节与后果)
 * - `procedure`: Procedure (程序)
 * - `ask`: To be found out first (请先查明)
 * - `steps`: steps (计算过程)
 * - `not_applied`: Not applied (未适用)
 * - `applicants`: Applicants (申请人)
 * - `requirements`: Conditions of the licence (许可条件)
 * - `documents`: Documents (材料)
 * - `deadlines`: Time limits (期限)
 * - `terms`: Terms (许可内容)
 * - `review`: For review (提请注意)
 * - `findings`: findings (核查结论)
 * - `conditions`: Conditions (条件)
 * - `facts`: Facts (事实)
 * - `authority`: Authority (实施机关)
 * - `marks`: Notes on the text (文本说明)
 * - `governing`: Governing texts (所据文本)
 * - `found`: Facts found (认定的事实)
 * - `law`: Law applied (适用的法律)
 * - `grading`: Tier and range (阶次与幅度)
 * - `acts`: Penalty (处罚)
 * - `together`: Together (合并)
 * - `rights`: Rights of the party (当事人的权利)
 */
export type Section =
  | "head"
  | "result"
  | "ways"
  | "options"
  | "procedure"
  | "ask"
  | "steps"
  | "not_applied"
  | "applicants"
  | "requirements"
  | "documents"
  | "deadlines"
  | "terms"
  | "review"
  | "findings"
  | "conditions"
  | "facts"
  | "authority"
  | "marks"
  | "governing"
  | "found"
  | "law"
  | "grading"
  | "acts"
  | "together"
  | "rights";
/**
 * Side of a change (变化的方向).
 *
 * - `less`: less (较小)
 * - `more`: more (较大)
 * - `other`: another value (另一个值)
 */
export type Side = "less" | "more" | "other";
/**
 * Stage of an error (出错的环节).
 *
 * - `request`: the request is wrong (请求有误)
 * - `ruleset`: the ruleset text is wrong (规则集文本有误)
 * - `link`: no text governs (没有可适用的文本)
 * - `facts`: the facts are wrong (案情有误)
 * - `evaluation`: the evaluation cannot finish (计算不能完成)
 */
export type Stage = "request" | "ruleset" | "link" | "facts" | "evaluation";

/**
 * What the engine is asked. Every member may be left out; which ones are needed depends on what is asked for.
 */
export interface Request {
  /**
   * The version of the contract.
   */
  contract?: 1;
  /**
   * What is asked for; left out: `evaluate`.
   */
  do?: Action;
  /**
   * The id of the ruleset.
   */
  ruleset?: string;
  /**
   * The id of the offence.
   */
  offence?: string;
  /**
   * The id of a licence, in place of an offence.
   */
  licence?: string;
  /**
   * The day as of which the question is asked: what time has run out, which calendars of working days are known.
   */
  as_of?: string;
  /**
   * The day the versions are chosen by, while the day of the act is not among the facts; of a licence, else `as_of`.
   */
  on?: string;
  /**
   * The facts.
   */
  facts?: Facts;
  /**
   * Of a licence whose number is limited: several applicants, each with facts of its own; what is the same for all stands under `facts`.
   *
   * @minItems 1
   */
  applicants?: ApplicantOfCase[];
  /**
   * Of `decide`: the acts of the case; without it the request is one act.
   *
   * @minItems 1
   */
  acts?: ActOfCase[];
  /**
   * Of `decide`: groups of ids of acts that are one act.
   */
  same_act?: string[][];
  /**
   * Of `decide`: ids of general laws that hold beside those the rulesets use.
   */
  general?: string[];
  /**
   * Of `decide` with one act: it continues (连续或者继续状态).
   */
  continuing?: boolean;
  /**
   * Of `decide` and `review` with one act: persons responsible beside the party.
   *
   * @minItems 1
   */
  responsible?: PersonOfAct[];
  /**
   * Of `decide` with one act: the party.
   */
  party?: string;
  /**
   * Of `decide`: also the reasoning of the decision letter (说理), in Chinese.
   */
  letter?: boolean;
  /**
   * Of `procedure`: what is intended for each target; left out: what the outcome of the offence leaves possible.
   */
  planned?: PlannedOf;
  /**
   * Ruleset texts that come with the request.
   */
  rulesets?: RulesetText[];
  /**
   * Of `review`: what is decided.
   */
  decision?: ProposedOf;
  /**
   * Of `review`: what the notice before the decision said (行政处罚告知书); a decision that is heavier is to be explained.
   */
  notified?: ProposedOf;
  /**
   * Of `decide` and `review`: the organ that decides; what it has no power to impose is told.
   */
  organ?: OrganOf;
  /**
   * Of `review`: the departure from the benchmark, of one act or of each by its id.
   */
  departure?: DepartureOf;
  /**
   * Whether a receipt is asked for; of `replay` the stored one, or an answer that has it.
   */
  receipt?: ReceiptAsked;
  /**
   * False: the answer has null in the place of the explanation, which is most of its bytes; ask again when someone opens it.
   */
  explanation?: boolean;
  /**
   * Also the explanation in words.
   */
  text?: Form;
  /**
   * How those words are marked up; left out: `text`.
   */
  markup?: Markup;
  /**
   * The language of messages and words; left out: `zh`.
   */
  lang?: Lang;
  /**
   * What the host calls the request; it comes back in the answer and means nothing to the engine.
   */
  id?: RequestId | null;
  /**
   * The name of the case; it comes back in the answer.
   */
  name?: string;
  /**
   * The calculation by hand.
   */
  hand?: string;
  /**
   * A note of whoever wrote the case.
   */
  note?: string;
  /**
   * Of a case file: what the outcome must have; what is not stated is not checked.
   */
  expect?: {
    [k: string]: unknown;
  };
  /**
   * Of a case file: several cases that share the keys above them.
   */
  cases?: {
    [k: string]: unknown;
  }[];
}
/**
 * Facts by name.
 */
export interface Facts {
  [k: string]: Fact;
}
/**
 * One of several applicants: its own facts come before the common ones.
 */
export interface ApplicantOfCase {
  /**
   * Its id, by which answers name it.
   */
  id: string;
  /**
   * Its own facts.
   */
  facts?: Facts | null;
  /**
   * A note of whoever wrote the case.
   */
  note?: string;
}
/**
 * An act of a case: its own facts come before the common ones, and what it leaves out is that of the request.
 */
export interface ActOfCase {
  /**
   * Its id, by which answers name it.
   */
  id: string;
  /**
   * The party, where there are several.
   */
  party?: string;
  /**
   * The id of its ruleset; left out: that of the request.
   */
  ruleset?: string;
  /**
   * The id of its offence; left out: that of the request.
   */
  offence?: string;
  /**
   * The act continues (连续或者继续状态), its end known or not.
   */
  continuing?: boolean;
  /**
   * Persons responsible beside the party, each with facts of their own.
   *
   * @minItems 1
   */
  responsible?: PersonOfAct[];
  /**
   * Its own facts.
   */
  facts?: Facts | null;
  /**
   * A note of whoever wrote the case.
   */
  note?: string;
}
/**
 * A person responsible for an act beside its party: an entry of its own in the answer, `act·person`.
 */
export interface PersonOfAct {
  /**
   * Its id, by which answers name it.
   */
  id: string;
  /**
   * Its own facts; they come before those of the act.
   */
  facts?: Facts | null;
  /**
   * A note of whoever wrote the case.
   */
  note?: string;
}
/**
 * What is planned for each target.
 */
export interface PlannedOf {
  /**
   * For the party.
   */
  unit?: Planned;
  /**
   * For the individual.
   */
  individual?: Planned;
  /**
   * For the persons responsible.
   */
  responsible?: Planned;
}
/**
 * What is planned for one target.
 */
export interface Planned {
  /**
   * The kinds of sanctions; a fine or confiscation without its amount has any.
   */
  kinds?: SanctionKind[];
  /**
   * The fine, in 元.
   */
  fine?: PlannedSum;
  /**
   * What is confiscated, in 元.
   */
  confiscated?: PlannedSum;
  /**
   * 减轻: below the statutory minimum.
   */
  mitigated?: boolean;
  /**
   * It leaves the benchmark.
   */
  departs?: boolean;
  /**
   * Whether there is a penalty; left out: there is.
   */
  decision?: PlannedVerdict;
}
/**
 * The ends of an amount in 元.
 */
export interface PlannedRange {
  /**
   * No less than this.
   */
  min?: NumberOrText;
  /**
   * No more than this.
   */
  max?: NumberOrText;
}
/**
 * A ruleset text that comes with a request.
 */
export interface RulesetText {
  /**
   * Its name, by which diagnostics name it.
   */
  name: string;
  /**
   * The text.
   */
  text: string;
}
/**
 * What is imposed on each target; or the verdict alone.
 */
export interface Proposed {
  /**
   * On the party.
   */
  unit?: Imposed | null;
  /**
   * On the individual.
   */
  individual?: Imposed | null;
  /**
   * On the persons responsible.
   */
  responsible?: Imposed | null;
  /**
   * Whether there is a penalty.
   */
  verdict?: PlannedVerdict;
}
/**
 * What is imposed on one target, by the id of the sanction.
 */
export interface Imposed {
  [k: string]: ImposedAmount | null;
}
/**
 * The organ that decides.
 */
export interface OrganOf {
  /**
   * Its level; left out: not stated.
   */
  level?: OrganLevel;
  /**
   * Its enforcement body, as the fact 执法系统 has it; left out: what that fact says.
   */
  system?: string;
}
/**
 * A departure from the benchmark.
 */
export interface Departure {
  /**
   * Why.
   */
  reason?: string;
  /**
   * Who approved it.
   */
  approved_by?: Approver;
  /**
   * When it was approved, or deliberated on.
   */
  date?: string;
}
/**
 * The outcome of an offence: the ranges of its sanctions, and what is still open.
 */
export interface Penalty {
  /**
   * The version of the contract.
   */
  contract: 1;
  /**
   * Which answer this is.
   */
  kind: "penalty";
  /**
   * The id of the request, as it was given.
   */
  id?: RequestId;
  /**
   * The name of the case, as the request gave it.
   */
  name?: string;
  /**
   * The id of the offence.
   */
  offence: string;
  /**
   * Its name.
   */
  offence_name: string;
  /**
   * Its code in the catalogue of powers (职权编码); null where the text gives none.
   */
  offence_code: string | null;
  /**
   * The id of the ruleset.
   */
  ruleset: string;
  /**
   * Its title.
   */
  ruleset_title: string;
  /**
   * Whether there is a penalty.
   */
  verdict: Verdict;
  /**
   * False while a fact that matters is missing.
   */
  determined: boolean;
  /**
   * The sanctions of each target.
   */
  targets: TargetOutcome[];
  /**
   * 责令改正 and the like: not penalties.
   */
  orders: Order[];
  /**
   * What circumstances of the general part let the penalty become, lightest first; none is applied. Empty where one offence alone is asked for.
   */
  options: PenaltyOption[];
  /**
   * What the authority may still decide once what must count has counted. Only of a whole case.
   */
  allowed?: Allowed;
  /**
   * Where a person must look.
   */
  review_points: ReviewPoint[];
  /**
   * The questions that still matter, best next one first.
   */
  facts_needed: Question[];
  /**
   * The facts that were read.
   */
  facts_used: FactUsed[];
  /**
   * Facts proved not to matter to the result.
   */
  facts_irrelevant: string[];
  /**
   * Null where the request said that it is not wanted.
   */
  explanation: Explanation | null;
  /**
   * The versions of rulesets that govern.
   *
   * @minItems 1
   */
  governing: Governing[];
  /**
   * How unclear texts were read, and what is not verified.
   */
  notes?: Note[];
  /**
   * What is cited, as data: each text once, in order of first appearance. An answer inside another has none.
   */
  citations?: Citation[];
  /**
   * The words asked for with `text`.
   */
  text?: string;
  /**
   * The receipt asked for with `receipt`.
   */
  receipt?: OffenceReceipt;
}
/**
 * Whether there is a penalty.
 */
export interface Verdict {
  /**
   * `time_barred` stands only in the decision of a case.
   */
  kind: VerdictKind;
  /**
   * Of `no_penalty`: whether it must or may be so.
   */
  force?: Force;
  /**
   * The circumstance that makes it mandatory, where it is one.
   */
  ground?: string;
  /**
   * False when another verdict is possible.
   */
  certain?: boolean;
}
/**
 * The sanctions of one target.
 */
export interface TargetOutcome {
  /**
   * Whom they are for.
   */
  target: Target;
  /**
   * The tiers still possible, light to heavy.
   */
  tiers: string[];
  /**
   * True where it is possible that no tier holds.
   */
  maybe_no_tier?: boolean;
  /**
   * Positions inside the range that are still possible (从轻, 从重).
   *
   * @minItems 1
   */
  positions?: string[];
  /**
   * The sanctions.
   */
  sanctions: Sanction[];
  /**
   * Sanctions of which one, or one or more, are imposed.
   */
  choices: Choice[];
}
/**
 * A sanction with its range.
 */
export interface Sanction {
  /**
   * Its id in the ruleset.
   */
  id: string;
  /**
   * Its kind.
   */
  kind: SanctionKind;
  /**
   * Whether it must or may be imposed.
   */
  mode: SanctionMode;
  /**
   * False when only some completions of the facts have it.
   */
  certain: boolean;
  /**
   * The range of the benchmark; absent for a sanction without an amount.
   */
  amount?: Amount;
  /**
   * The range of the statute.
   */
  statutory?: Amount;
  /**
   * The provisions.
   *
   * @minItems 1
   */
  basis: string[];
  /**
   * Where more than one amount is left: each with its own statutory range.
   */
  possible: Possibility[];
  /**
   * Who imposes it, where the clause says so.
   */
  authority?: string[];
}
/**
 * One of the amounts that are left.
 */
export interface Possibility {
  /**
   * The branch of the clause.
   */
  branch: string | null;
  /**
   * The tier of the benchmark.
   */
  tier: string | null;
  /**
   * The row of the benchmark, where it names no tier: a cell, an override.
   */
  row?: string;
  /**
   * The position inside the range (从轻, 从重).
   */
  position?: string;
  /**
   * The range of the benchmark.
   */
  amount?: Amount;
  /**
   * The range of the statute.
   */
  statutory?: Amount;
}
/**
 * Sanctions that the law lets choose from.
 */
export interface Choice {
  /**
   * How many groups are taken.
   */
  pick: Pick;
  /**
   * The groups: ids of sanctions that go together.
   *
   * @minItems 2
   */
  of: string[][];
}
/**
 * An order that is no penalty.
 */
export interface Order {
  /**
   * Its id in the ruleset.
   */
  id: string;
  /**
   * False when only some completions of the facts have it.
   */
  certain: boolean;
  /**
   * The provision.
   */
  basis: string;
}
/**
 * What a circumstance lets the penalty become.
 */
export interface PenaltyOption {
  /**
   * The direction, or the effect's own name in its document.
   */
  effect: string;
  /**
   * Which way it goes.
   */
  direction: Direction;
  /**
   * 应当 or 可以.
   */
  force: Force;
  /**
   * The other effects of which one must be taken.
   */
  or: string[];
  /**
   * Whether a circumstance that surely holds calls for it.
   */
  certain: boolean;
  /**
   * The circumstances that call for it.
   *
   * @minItems 1
   */
  because: Because[];
  /**
   * What it makes of the penalty; empty: nothing is left.
   */
  targets: TargetOutcome[];
  /**
   * No document says how far it goes.
   */
  open: boolean;
  /**
   * Steps of procedure that it needs.
   */
  needs: string[];
  /**
   * Where the effect is laid down.
   */
  basis: string[];
}
/**
 * A circumstance that calls for an effect.
 */
export interface Because {
  /**
   * The circumstance.
   */
  id: string;
  /**
   * The provision.
   */
  basis: string;
  /**
   * False when it is not known whether it holds.
   */
  certain?: boolean;
}
/**
 * What an authority may still decide of one act under one law.
 */
export interface Allowed {
  /**
   * Whether 应当 stands against 应当: then the ways are weighed, and none satisfies all that the law calls for.
   */
  opposed: TruthWord;
  /**
   * The ways that remain: the table first, then as in `options`.
   */
  ways: AllowedWay[];
}
/**
 * One way to decide.
 */
export interface AllowedWay {
  /**
   * What it makes of the penalty.
   */
  course: WayCourse;
  /**
   * The effect, to be looked up in `options`; null for the table and what the benchmark waives.
   */
  effect: string | null;
  /**
   * Which way circumstances take it; null for the table.
   */
  direction: Direction | null;
  /**
   * 应当 where the law leaves no way but this one and those beside it, 可以 where the authority may take it; null for the table.
   */
  force: Force | null;
  /**
   * Whether it is there whatever is still to be found out.
   */
  certain: boolean;
  /**
   * Whether no text says how far it goes.
   */
  open: boolean;
  /**
   * The circumstances that it rests on.
   */
  rests_on: WayGround[];
  /**
   * What comes with it: duties and steps of procedure.
   */
  needs: Need[];
  /**
   * Which of its sanctions are decided and not executed, or may not be; absent where nothing is said of that.
   *
   * @minItems 1
   */
  execution?: Execution[];
}
/**
 * A circumstance that a way rests on.
 */
export interface WayGround {
  /**
   * The circumstance.
   */
  id: string;
  /**
   * The provision.
   */
  basis: string;
}
/**
 * Whether a kind of sanction is executed once it is decided.
 */
export interface Execution {
  /**
   * The kind.
   */
  kind: SanctionKind;
  /**
   * Whether it is executed.
   */
  executed: TruthWord;
  /**
   * The rows of the law that it rests on.
   */
  rests_on: ExecutionGround[];
  /**
   * What is done in its place.
   */
  needs: Need[];
  /**
   * Facts that would settle it.
   */
  facts_needed: string[];
}
/**
 * A row by which a sanction is not executed.
 */
export interface ExecutionGround {
  /**
   * Its name.
   */
  id: string;
  /**
   * Whether it holds.
   */
  holds: TruthWord;
  /**
   * Whether the sanction is executed all the same.
   */
  excepted: TruthWord;
  /**
   * The provision.
   */
  basis: string | null;
  /**
   * The provision of the exception.
   */
  unless_basis: string | null;
  /**
   * How an unclear text was read.
   */
  reading?: string;
}
/**
 * Where a person must look at the outcome.
 */
export interface ReviewPoint {
  /**
   * Why.
   */
  code: ReviewCode;
  /**
   * The rule that it is about.
   */
  rule: string;
  /**
   * The other rule, where there are two.
   */
  with?: string;
  /**
   * False when only some completions of the facts have it.
   */
  certain: boolean;
  /**
   * The amount before it was bounded.
   */
  before?: Amount;
  /**
   * The amount after that.
   */
  after?: Amount;
  /**
   * The provision.
   */
  basis: string | null;
  /**
   * What it says, in the language asked for.
   */
  message: string;
}
/**
 * A question: what is asked, how it is answered, and what the answer decides.
 */
export interface Question {
  /**
   * Only of several applicants: whom it is asked of; null: it is the same for all.
   */
  applicant?: string | null;
  /**
   * The name of the fact.
   */
  name: string;
  /**
   * How it is answered. `finding`: yes or no, for the authority to find; it is not asked of the party.
   */
  type: FactType;
  /**
   * The unit of the answer.
   */
  unit?: string;
  /**
   * The words to choose from.
   */
  of?: string[];
  /**
   * Whether 无法查明 is a possible answer.
   */
  unascertainable: boolean;
  /**
   * The question, in the language asked for.
   */
  question: string;
  /**
   * What the answer decides: the tier, the statutory range …
   */
  decides: string;
  /**
   * The provision.
   */
  basis: string | null;
}
/**
 * A fact that was read.
 */
export interface FactUsed {
  /**
   * Its name.
   */
  name: string;
  /**
   * Its value; null while it is missing or cannot be proved.
   */
  value: {
    [k: string]: unknown;
  };
  /**
   * Its unit.
   */
  unit?: string;
}
/**
 * How a result was reached.
 */
export interface Explanation {
  /**
   * The steps, in order.
   */
  steps: Step[];
  /**
   * The conditions that were looked at.
   */
  conditions: Condition[];
  /**
   * The rows that did not apply, with the conditions that failed.
   */
  not_applied: NotApplied[];
}
/**
 * The weight of one factor.
 */
export interface Weight {
  /**
   * The factor.
   */
  factor: string;
  /**
   * Its level; null while nothing is known.
   */
  level: Levels | null;
  /**
   * The weight, in percent.
   */
  weight: Figure | null;
}
/**
 * A condition that was looked at.
 */
export interface Condition {
  /**
   * As written in the ruleset.
   */
  condition: string;
  /**
   * Its truth.
   */
  holds: TruthWord;
  /**
   * The names it reads, with their values in this case.
   */
  reads: Read[];
  /**
   * Where it begins in the ruleset's text, in bytes of UTF-8.
   */
  start: number;
  /**
   * Where it ends.
   */
  end: number;
}
/**
 * A name that a condition reads.
 */
export interface Read {
  /**
   * The name.
   */
  name: string;
  /**
   * Its value in this case; null while it is not known.
   */
  value: {
    [k: string]: unknown;
  };
}
/**
 * A row that did not apply.
 */
export interface NotApplied {
  /**
   * The row.
   */
  row: string;
  /**
   * Its tier.
   */
  tier: string | null;
  /**
   * The conditions that failed.
   *
   * @minItems 1
   */
  failed: Failed[];
}
/**
 * A condition that failed.
 */
export interface Failed {
  /**
   * As written in the ruleset.
   */
  condition: string;
  /**
   * What would have held.
   */
  expected: string;
  /**
   * What does.
   */
  actual: string;
}
/**
 * A version of a ruleset that governs.
 */
export interface Governing {
  /**
   * Its id.
   */
  id: string;
  /**
   * The title of the document.
   */
  title: string;
  /**
   * The number of the document (文号).
   */
  document: string | null;
  /**
   * The first day in force.
   */
  from: string;
  /**
   * The last day, that day included; null: no end is known.
   */
  through: string | null;
  /**
   * How often this version was transcribed anew.
   */
  revision: number;
  /**
   * The day it was chosen by.
   */
  chosen_by: string;
  /**
   * Why it governs.
   */
  why: Why;
  /**
   * The digest of its text.
   */
  sha256: string;
}
/**
 * How an unclear text was read, or what is not verified.
 */
export interface Note {
  /**
   * Which of the two.
   */
  kind: NoteKind;
  /**
   * The rule it is about.
   */
  rule: string;
  /**
   * What the ruleset says of it.
   */
  text: string;
}
/**
 * A text that stands in the answer under `basis`, `order_basis`, `general_basis` or `citation`, in parts. Of several provisions it has the first, and the others in `also`; a text of another shape has nulls.
 */
export interface Citation {
  /**
   * As it stands in the answer: the key of the table.
   */
  text: string;
  /**
   * In short: `食品安全法 122(1)`.
   */
  short: string;
  /**
   * The document, as the citation names it.
   */
  law: string | null;
  /**
   * Its title as the ruleset declares it that has the citation, of 本规定 and the like that of the ruleset itself; null where none declares it, or two rulesets declare different ones.
   */
  title: string | null;
  /**
   * The date of the edition quoted; null where none is declared, or different ones are.
   */
  edition: string | null;
  /**
   * 条: `122`; `133-1` is 第一百三十三条之一.
   */
  article: string | null;
  /**
   * 款.
   */
  paragraph: number | null;
  /**
   * 项.
   */
  item: number | null;
  /**
   * The provisions behind the first, as written: `第二款`, `至第三十二条`; left out where there is one only.
   *
   * @minItems 1
   */
  also?: string[];
}
/**
 * What the outcome of an offence rests on, in digests.
 */
export interface OffenceReceipt {
  /**
   * The version of the engine.
   */
  engine: string;
  /**
   * The version of the contract.
   */
  contract: 1;
  /**
   * The id of the ruleset.
   */
  ruleset: string;
  /**
   * The id of the offence.
   */
  offence: string;
  /**
   * The rulesets that govern.
   */
  rulesets: RulesetDigest[];
  /**
   * The facts in canonical form.
   */
  facts: Digest;
  /**
   * The outcome in canonical form.
   */
  outcome: Digest;
}
/**
 * A version of a ruleset, by its digests.
 */
export interface RulesetDigest {
  /**
   * Its id.
   */
  id: string;
  /**
   * The first day in force.
   */
  from: string;
  /**
   * How often this version was transcribed anew.
   */
  revision: number;
  /**
   * SHA-256 of its text.
   */
  sha256: string;
  /**
   * SM3 of its text.
   */
  sm3: string;
}
/**
 * The digests of a text: SHA-256 for auditors, SM3 for Chinese government systems (国密).
 */
export interface Digest {
  /**
   * SHA-256, in hexadecimal digits.
   */
  sha256: string;
  /**
   * SM3, in hexadecimal digits.
   */
  sm3: string;
}
/**
 * The outcome of a licence: the decision, and what it rests on.
 */
export interface Licence {
  /**
   * The version of the contract.
   */
  contract: 1;
  /**
   * Which answer this is.
   */
  kind: "licence";
  /**
   * The id of the request, as it was given.
   */
  id?: RequestId;
  /**
   * The name of the case, as the request gave it.
   */
  name?: string;
  /**
   * The id of the licence.
   */
  licence: string;
  /**
   * What is asked for.
   */
  procedure: LicenceProcedure;
  /**
   * False while a fact that matters to the decision is missing.
   */
  determined: boolean;
  /**
   * The decision, or those still possible.
   */
  decision: LicenceDecision;
  /**
   * The authorities still possible.
   */
  authority: string[];
  /**
   * When no licence is needed.
   */
  exempt: LicenceRow[];
  /**
   * The conditions.
   */
  conditions: LicenceCondition[];
  /**
   * What stands against it.
   */
  bars: LicenceRow[];
  /**
   * The documents.
   */
  documents: LicenceDocument[];
  /**
   * The steps.
   */
  steps: LicenceStep[];
  /**
   * Ways that waive something.
   */
  routes: LicenceRoute[];
  /**
   * The time limits.
   */
  deadlines: LicenceDeadline[];
  /**
   * What a licence would fix.
   */
  terms: LicenceTerm[];
  /**
   * Grounds to revoke, withdraw or cancel.
   */
  grounds: LicenceRow[];
  /**
   * Times in which no licence is given.
   */
  bans: LicenceBan[];
  /**
   * Whether a renewal is asked for in time.
   */
  renewal?: LicenceRenewal;
  /**
   * The limit of the number.
   */
  quota?: LicenceQuota;
  /**
   * The day by which it is judged what time has run out.
   */
  as_of: string | null;
  /**
   * Where a person must look.
   */
  review_points: LicenceReview[];
  /**
   * The questions that still matter, best next one first.
   */
  facts_needed: Question[];
  /**
   * The facts that were read.
   */
  facts_used: FactUsed[];
  /**
   * Facts proved not to matter to anything in the outcome.
   */
  facts_irrelevant: string[];
  /**
   * Null where the request said that it is not wanted.
   */
  explanation: Explanation | null;
  /**
   * The versions of rulesets that govern.
   *
   * @minItems 1
   */
  governing: Governing[];
  /**
   * How unclear texts were read, and what is not verified.
   */
  notes?: Note[];
  /**
   * What is cited, as data: each text once, in order of first appearance. An answer inside another has none.
   */
  citations?: Citation[];
  /**
   * The words asked for with `text`.
   */
  text?: string;
  /**
   * The receipt asked for with `receipt`.
   */
  receipt?: LicenceReceipt;
}
/**
 * Several decisions are still possible.
 */
export interface OpenDecision {
  /**
   * It is open.
   */
  kind: DecisionOpen;
  /**
   * What is possible.
   *
   * @minItems 2
   */
  possible: Decided[];
}
/**
 * A decision about a licence.
 */
export interface Decided {
  /**
   * What is decided.
   */
  kind: DecisionKind;
  /**
   * `silence`: the time ran out, and the law deems it decided.
   */
  by: By;
  /**
   * Whether it must or may be decided so.
   */
  force: Binding;
}
/**
 * A decision about a licence, with what it rests on.
 */
export interface DecidedLicence {
  /**
   * What is decided.
   */
  kind: DecisionKind;
  /**
   * `silence`: the time ran out, and the law deems it decided.
   */
  by: By;
  /**
   * Whether it must or may be decided so.
   */
  force: Binding;
  /**
   * What it rests on.
   */
  grounds?: LicenceGround[];
  /**
   * Of `not_accepted`: whom to apply to.
   */
  authority?: string[];
  /**
   * Of `supplement`: every document still missing, told once.
   */
  missing?: string[];
  /**
   * Of `pending`: what must be done first.
   */
  steps?: string[];
}
/**
 * What a decision about a licence rests on.
 */
export interface LicenceGround {
  /**
   * Which part of the licence it is.
   */
  of: RestsOn;
  /**
   * Its id there.
   */
  id: string;
  /**
   * The provision.
   */
  basis: string | null;
  /**
   * What the ruleset says of it.
   */
  note?: string;
}
/**
 * A row of a licence: an exemption, a bar, a ground.
 */
export interface LicenceRow {
  /**
   * Its id in the ruleset.
   */
  id: string;
  /**
   * Whether it holds.
   */
  holds: TruthWord;
  /**
   * The provision.
   */
  basis: string | null;
  /**
   * What the ruleset says of it.
   */
  note?: string;
}
/**
 * A condition of a licence, or a group of them.
 */
export interface LicenceCondition {
  /**
   * Its id in the ruleset.
   */
  id: string;
  /**
   * How it stands.
   */
  status: ConditionStatus;
  /**
   * The provision.
   */
  basis: string | null;
  /**
   * How it is checked.
   */
  check: Check | null;
  /**
   * What proves it.
   */
  evidence: string | null;
  /**
   * Whether it can be put right.
   */
  curable: boolean;
  /**
   * Of a group: how many must hold.
   */
  group?: Grouping;
  /**
   * Of a group: its conditions.
   */
  of?: LicenceCondition[];
}
/**
 * A document of an application.
 */
export interface LicenceDocument {
  /**
   * Its id in the ruleset.
   */
  id: string;
  /**
   * How it stands. `shared`: obtained by sharing data, not to be asked for.
   */
  status: DocumentStatus;
  /**
   * The conditions that it proves.
   */
  for: string[];
  /**
   * Its form.
   */
  form: DocumentForm | null;
  /**
   * The provision.
   */
  basis: string | null;
}
/**
 * A step before a licence.
 */
export interface LicenceStep {
  /**
   * Its id in the ruleset.
   */
  id: string;
  /**
   * What it is.
   */
  kind: StepKind;
  /**
   * How it stands.
   */
  status: StepStatus;
  /**
   * Before what it must be done.
   */
  before: Before;
  /**
   * The provision.
   */
  basis: string | null;
}
/**
 * A way to a licence that waives something.
 */
export interface LicenceRoute {
  /**
   * Its id in the ruleset.
   */
  id: string;
  /**
   * Whether it is taken.
   */
  taken: TruthWord;
  /**
   * What it waives.
   */
  waives: string[];
  /**
   * What the ruleset says of it.
   */
  note: string | null;
  /**
   * The provision.
   */
  basis: string | null;
}
/**
 * A time limit of a licence.
 */
export interface LicenceDeadline {
  /**
   * What must be done by then.
   */
  what: string;
  /**
   * The last day, that day included.
   */
  due: string | null;
  /**
   * That day is not counted.
   */
  counted_from: string | null;
  /**
   * How long.
   */
  counted: Counting[];
  /**
   * The day of rest that the document moves the last day off.
   */
  moved_from?: string;
  /**
   * The last day is a day of rest, and nothing cited says whether it moves: to this day, if it does.
   */
  due_if_moved?: string;
  /**
   * The working days of this year are not known: whether the last day is one of rest is not either.
   */
  missing_year?: number;
  /**
   * The last day by the promise of the authority.
   */
  promised_due?: string | null;
  /**
   * How it stands.
   */
  status: DeadlineStatus;
  /**
   * What silence means.
   */
  else?: Silence;
  /**
   * False when it is not known whether the limit exists.
   */
  certain?: boolean;
  /**
   * The provision.
   */
  basis: string | null;
}
/**
 * A length of time.
 */
export interface Counting {
  /**
   * How many.
   */
  count: number;
  /**
   * Of what.
   */
  unit: OutcomeUnit;
}
/**
 * What a licence would fix.
 */
export interface LicenceTerm {
  /**
   * Its id in the ruleset.
   */
  id: string;
  /**
   * What it is.
   */
  kind: TermKind;
  /**
   * How much.
   */
  amount?: Amount;
  /**
   * The provision.
   */
  basis: string | null;
}
/**
 * A time in which no licence is given.
 */
export interface LicenceBan {
  /**
   * Its id in the ruleset.
   */
  id: string;
  /**
   * Whether it holds.
   */
  holds: TruthWord;
  /**
   * Its first day.
   */
  from: string | null;
  /**
   * Its last day, or that it never ends.
   */
  until: Until | null;
  /**
   * The provision.
   */
  basis: string | null;
}
/**
 * Whether a renewal is asked for in time.
 */
export interface LicenceRenewal {
  /**
   * Whether it is. `open`: asked for after a last day that is, or may be, a day of rest.
   */
  status: RenewalStatus;
  /**
   * The first day.
   */
  opens: string | null;
  /**
   * The last day.
   */
  closes: string | null;
  /**
   * It was asked for in time, and nothing is decided when the licence ends.
   */
  undecided_at_expiry: TruthWord;
  /**
   * The provision.
   */
  basis: string | null;
  /**
   * While open: `closes` is a day of rest, and nothing cited says whether it moves: to this day, if it does.
   */
  due_if_moved?: string;
  /**
   * While open: the working days of this year are not known, and whether `closes` is a day of rest is not either.
   */
  missing_year?: number;
  /**
   * The last day by the general rule that yields.
   */
  general_closes?: string | null;
  /**
   * The provision of that rule.
   */
  general_basis?: string | null;
}
/**
 * The limit of the number of licences, for one applicant.
 */
export interface LicenceQuota {
  /**
   * No licence is left when the applicant's turn comes.
   */
  exhausted: TruthWord;
  /**
   * What the order goes by. 行政许可法 第五十七条: `first_accepted`, unless a law or an administrative regulation says otherwise.
   */
  order: OrderKind;
  /**
   * The provision that lays down the order.
   */
  order_basis: string | null;
  /**
   * The provision that limits the number.
   */
  basis: string | null;
}
/**
 * Where a person must look at a licence.
 */
export interface LicenceReview {
  /**
   * Why.
   */
  code: LicenceReviewCode;
  /**
   * The rule that it is about.
   */
  rule: string;
  /**
   * False when only some completions of the facts have it.
   */
  certain: boolean;
  /**
   * The provision.
   */
  basis: string | null;
  /**
   * What it says, in the language asked for.
   */
  message: string;
}
/**
 * What the outcome of a licence rests on, in digests.
 */
export interface LicenceReceipt {
  /**
   * The version of the engine.
   */
  engine: string;
  /**
   * The version of the contract.
   */
  contract: 1;
  /**
   * The id of the ruleset.
   */
  ruleset: string;
  /**
   * The id of the licence.
   */
  licence: string;
  /**
   * The day as of which it was asked.
   */
  as_of: string | null;
  /**
   * The rulesets that govern.
   */
  rulesets: RulesetDigest[];
  /**
   * The facts in canonical form.
   */
  facts: Digest;
  /**
   * The outcome in canonical form.
   */
  outcome: Digest;
}
/**
 * Who comes before whom, and the outcome of each. Nobody is picked.
 */
export interface Applicants {
  /**
   * The version of the contract.
   */
  contract: 1;
  /**
   * Which answer this is.
   */
  kind: "applicants";
  /**
   * The id of the request, as it was given.
   */
  id?: RequestId;
  /**
   * The name of the case, as the request gave it.
   */
  name?: string;
  /**
   * The id of the licence.
   */
  licence: string;
  /**
   * What is asked for.
   */
  procedure: LicenceProcedure;
  /**
   * False while one of them is open: a fact is missing, or the order does not tell two apart.
   */
  determined: boolean;
  /**
   * The limit of the number.
   */
  quota: Quota;
  /**
   * The applicants, in the order of the request.
   *
   * @minItems 1
   */
  applicants: Applicant[];
  /**
   * The day by which it is judged what time has run out.
   */
  as_of: string | null;
  /**
   * Where a person must look at the order; the points of each applicant are in its outcome.
   */
  review_points: OrderReview[];
  /**
   * The questions that still matter; what most decisions wait for first.
   */
  facts_needed: Question[];
  /**
   * The versions of rulesets that govern.
   *
   * @minItems 1
   */
  governing: Governing[];
  /**
   * What is cited, as data: each text once, in order of first appearance.
   */
  citations: Citation[];
  /**
   * The words asked for with `text`.
   */
  text?: string;
  /**
   * The receipt asked for with `receipt`.
   */
  receipt?: LicenceReceipt;
}
/**
 * The limit of the number of licences.
 */
export interface Quota {
  /**
   * How many are left.
   */
  left: Amount;
  /**
   * What the order goes by. 行政许可法 第五十七条: `first_accepted`, unless a law or an administrative regulation says otherwise.
   */
  order: OrderKind;
  /**
   * Who comes first in it.
   */
  first: First;
  /**
   * The provision that lays down the order.
   */
  order_basis: string | null;
  /**
   * The provision that limits the number.
   */
  basis: string | null;
}
/**
 * One of several applicants.
 */
export interface Applicant {
  /**
   * Its id in the request.
   */
  id: string;
  /**
   * Its place among those who are granted the licence if one is left; null: takes no place (refused, to supplement, not limited).
   */
  place: Places | null;
  /**
   * Who comes before, or may.
   */
  after: string[];
  /**
   * Whom the order does not tell apart from this one.
   */
  tied_with: string[];
  /**
   * What it is given.
   */
  outcome: Licence;
}
/**
 * A place in the order, or the places it may be.
 */
export interface Places {
  /**
   * The first.
   */
  min: number;
  /**
   * The last.
   */
  max: number;
}
/**
 * Where a person must look at the order of applicants.
 */
export interface OrderReview {
  /**
   * Why.
   */
  code: ApplicantsReviewCode;
  /**
   * Whom it is about.
   */
  applicants: string[];
  /**
   * Because of whom.
   */
  others: string[];
  /**
   * False when only some completions of the facts have it.
   */
  certain: boolean;
  /**
   * The provision.
   */
  basis: string | null;
  /**
   * What it says, in the language asked for.
   */
  message: string;
}
/**
 * The questions that still matter.
 */
export interface Questions {
  /**
   * The version of the contract.
   */
  contract: 1;
  /**
   * Which answer this is.
   */
  kind: "questions";
  /**
   * The id of the request, as it was given.
   */
  id?: RequestId;
  /**
   * The name of the case, as the request gave it.
   */
  name?: string;
  /**
   * False while a fact that matters is missing.
   */
  determined: boolean;
  /**
   * Best next question first.
   */
  facts_needed: Question[];
  /**
   * What is cited, as data: each text once, in order of first appearance.
   */
  citations: Citation[];
}
/**
 * What is wrong with ruleset texts.
 */
export interface Diagnostics {
  /**
   * The version of the contract.
   */
  contract: 1;
  /**
   * Which answer this is.
   */
  kind: "diagnostics";
  /**
   * The id of the request, as it was given.
   */
  id?: RequestId;
  /**
   * The name of the case, as the request gave it.
   */
  name?: string;
  /**
   * Every text is a ruleset that can be used.
   */
  valid: boolean;
  /**
   * Everything that was found.
   */
  diagnostics: Detail[];
}
/**
 * Something that is wrong: with a text, with a fact, or with a key of the request. It has one shape everywhere.
 */
export interface Detail {
  /**
   * The stable code; `cailiang explain` has its page.
   */
  code: string;
  /**
   * Whether what it speaks of can still be used.
   */
  severity: Severity;
  /**
   * What is wrong.
   */
  message: string;
  /**
   * The name of the ruleset's text; null where it speaks of the request.
   */
  source: string | null;
  /**
   * Where in the request, as a JSON pointer; null where it speaks of a ruleset's text.
   */
  path: string | null;
  /**
   * What should stand there; null where only the message says it.
   */
  expected: string | null;
  /**
   * What does.
   */
  found: string | null;
  /**
   * What to do.
   */
  help: string | null;
  /**
   * The line of the text it speaks of, from 1.
   */
  line: number | null;
  /**
   * The column, from 1.
   */
  column: number | null;
  /**
   * The places that it is about, with what is there; empty where it speaks of the request.
   */
  labels: Label[];
}
/**
 * A place that a diagnostic is about.
 */
export interface Label {
  /**
   * Whether it is the place itself, or one that belongs to it.
   */
  primary: boolean;
  /**
   * What is there.
   */
  message: string;
  /**
   * The place.
   */
  at: Place;
}
/**
 * A place of a text. Lines and columns count from 1, in characters; offsets from 0, in bytes of UTF-8.
 */
export interface Place {
  /**
   * The line.
   */
  line: number;
  /**
   * The column.
   */
  column: number;
  /**
   * The column in UTF-16, as JavaScript wants it.
   */
  utf16_column: number;
  /**
   * The line of its end.
   */
  end_line: number;
  /**
   * The column of its end.
   */
  end_column: number;
  /**
   * That in UTF-16.
   */
  utf16_end_column: number;
  /**
   * Where it begins.
   */
  start: number;
  /**
   * Where it ends.
   */
  end: number;
}
/**
 * A decision held against the outcome of an offence.
 */
export interface Review {
  /**
   * The version of the contract.
   */
  contract: 1;
  /**
   * Which answer this is.
   */
  kind: "review";
  /**
   * The id of the request, as it was given.
   */
  id?: RequestId;
  /**
   * The name of the case, as the request gave it.
   */
  name?: string;
  /**
   * The id of the offence.
   */
  offence: string;
  /**
   * Which law it is held against: that of the act, or a later one that is lighter.
   */
  at: At;
  /**
   * What is said of the decision as a whole, as if what stands in `open` changed nothing.
   */
  result: ReviewResult;
  /**
   * Every finding is `inside`.
   */
  conforms: boolean;
  /**
   * False while nothing deviates for certain and something is undetermined, or while `open` names something.
   */
  determined: boolean;
  /**
   * Names of facts and days that are not given and may lead to another result: of circumstances, limitation, a later law. A review of the whole case answers for them.
   */
  open: string[];
  /**
   * What was found.
   */
  findings: Finding[];
  /**
   * The possibilities of the outcome that the whole decision fits or may fit.
   */
  fits: Way[];
  /**
   * The way that the decision takes, or that it is nearest to where it takes none.
   */
  way: AllowedWay | null;
  /**
   * The outcome.
   */
  outcome: Penalty;
  /**
   * What is cited, as data: each text once, in order of first appearance.
   */
  citations: Citation[];
  /**
   * The words asked for with `text`.
   */
  text?: string;
}
/**
 * What was found about a part of a decision.
 */
export interface Finding {
  /**
   * Whom it is about; null: the whole decision.
   */
  target: Target | null;
  /**
   * What it is about.
   */
  about: FindingAbout;
  /**
   * The id of the sanction or order.
   */
  sanction: string | null;
  /**
   * The groups of a choice.
   */
  of?: string[][];
  /**
   * What was found.
   */
  code: FindingCode;
  /**
   * What is decided; null: not imposed.
   */
  proposed: ProposedAmount | null;
  /**
   * What the benchmark allows; of several possibilities the one that is left least.
   */
  allowed?: Amount;
  /**
   * What the statute allows.
   */
  statutory?: Amount;
  /**
   * How far beyond the end of the benchmark or of the statute, as the code says; 0 at an end that is itself out.
   */
  by?: Decimal;
  /**
   * The same in percent of that end.
   */
  by_percent?: Decimal;
  /**
   * The possibilities of the outcome that it fits or may fit.
   *
   * @minItems 1
   */
  fits?: Way[];
  /**
   * What the decision needs to stand.
   */
  needs: Need[];
  /**
   * Circumstances that would justify a deviation: those found, those open, or all there are; absent where the general part was not looked at.
   */
  justified_by?: Justification[];
  /**
   * The provisions, each with what it is for.
   */
  basis: FindingBasis[];
  /**
   * What it says, in the language asked for.
   */
  message: string;
}
/**
 * A way through the benchmark: branch, tier or row, position.
 */
export interface Way {
  /**
   * The branch of the clause.
   */
  branch: string | null;
  /**
   * The tier of the benchmark.
   */
  tier: string | null;
  /**
   * The row of the benchmark, where it names no tier: a cell, an override.
   */
  row?: string;
  /**
   * The position inside the range (从轻, 从重).
   */
  position?: string;
}
/**
 * A circumstance that would justify a deviation.
 */
export interface Justification {
  /**
   * The circumstance.
   */
  circumstance: string;
  /**
   * Which way it goes.
   */
  direction: Direction;
  /**
   * Whether it was found.
   */
  stands: Stands;
  /**
   * Whether the amount lies in what the effect allows.
   */
  reaches: boolean | null;
  /**
   * The provision.
   */
  basis: string;
}
/**
 * A provision that a finding rests on.
 */
export interface FindingBasis {
  /**
   * What it is for.
   */
  for: BasisFor;
  /**
   * The provision.
   */
  citation: string;
  /**
   * What is not verified.
   */
  unverified?: string;
  /**
   * How an unclear text was read.
   */
  reading?: string;
}
/**
 * A decision on a whole case held against it.
 */
export interface CaseReview {
  /**
   * The version of the contract.
   */
  contract: 1;
  /**
   * Which answer this is.
   */
  kind: "case_review";
  /**
   * The id of the request, as it was given.
   */
  id?: RequestId;
  /**
   * The name of the case, as the request gave it.
   */
  name?: string;
  /**
   * What is said of the decision as a whole.
   */
  result: ReviewResult;
  /**
   * Every part is inside what the case allows, under every law that may govern.
   */
  conforms: boolean;
  /**
   * False while nothing deviates for certain and something is undetermined.
   */
  determined: boolean;
  /**
   * Each act under each law that may govern it.
   */
  acts: ActReview[];
  /**
   * What is found when the acts are taken together.
   */
  together: Together[];
  /**
   * What is found of what stands beside the decision: its notice, the organ that decides.
   */
  beside: Beside[];
  /**
   * The procedure for what is decided.
   */
  procedure: ProcedureStep[];
  /**
   * Where a person must look at the procedure.
   */
  procedure_points: ProcedurePoint[];
  /**
   * What chose the documents; null where no ruleset lays down a procedure.
   */
  procedure_law: ProcedureLaw | null;
  /**
   * Rows that are surely no ground, with the conditions that failed.
   */
  not_due: NotDue[];
  /**
   * What the case allows.
   */
  decision: Decision;
  /**
   * What is cited, as data: each text once, in order of first appearance.
   */
  citations: Citation[];
  /**
   * The words asked for with `text`.
   */
  text?: string;
}
/**
 * What is decided on an act held against it, under the law of one day.
 */
export interface ActReview {
  /**
   * The act.
   */
  act: string;
  /**
   * The law of which day.
   */
  at: At;
  /**
   * What is said of the decision as a whole.
   */
  result: ReviewResult;
  /**
   * Every finding is `inside`.
   */
  conforms: boolean;
  /**
   * What was found.
   */
  findings: Finding[];
  /**
   * The possibilities of the outcome that the whole decision fits or may fit.
   */
  fits: Way[];
  /**
   * The way that the decision takes, or that it is nearest to where it takes none.
   */
  way: AllowedWay | null;
}
/**
 * What is found when acts are taken together.
 */
export interface Together {
  /**
   * The party, where the case names several.
   */
  party?: string;
  /**
   * What. `above-cap` is no deviation: each act stands, the cap bounds what is executed.
   */
  code: TogetherCode;
  /**
   * The acts.
   *
   * @minItems 1
   */
  acts: string[];
  /**
   * Whom it is about.
   */
  target: Target;
  /**
   * The kind of sanction.
   */
  kind: SanctionKind;
  /**
   * The sum; null where a part has no number.
   */
  proposed: Decimal | null;
  /**
   * The cap.
   */
  most: Decimal | null;
  /**
   * Whether it is so under every law that may govern.
   */
  certain: boolean;
  /**
   * The provision.
   */
  basis: string | null;
  /**
   * What it says, in the language asked for.
   */
  message: string;
}
/**
 * Something found of what stands beside a decision.
 */
export interface Beside {
  /**
   * The act.
   */
  act: string | null;
  /**
   * What was found.
   */
  code: BesideCode;
  /**
   * For whom; null: the act as a whole.
   */
  target: Target | null;
  /**
   * The id of the sanction; null: the act as a whole.
   */
  sanction: string | null;
  /**
   * What is decided; null: the act as a whole.
   */
  decided: ProposedAmount | null;
  /**
   * Of a notice, what it said of the same sanction; null: nothing of it.
   */
  notified?: ProposedAmount | null;
  /**
   * Of a notice, whether it said that there would be a penalty at all.
   */
  notified_verdict?: VerdictKind;
  /**
   * How much more is decided than notified.
   */
  by?: Decimal;
  /**
   * Sanctions of the notice that are not decided.
   *
   * @minItems 1
   */
  left_out?: string[];
  /**
   * Sanctions of the notice of which less is decided.
   *
   * @minItems 1
   */
  less?: string[];
  /**
   * Of the organ: the authorities that the clause names for the sanction.
   */
  authority?: string[];
  /**
   * Of the organ: who may decide, by the articles.
   */
  who?: WhoDecides[];
  /**
   * Of the organ: facts that would settle whether it has the power.
   */
  facts_needed?: string[];
  /**
   * Of what is not executed: by which rows, and what would settle it.
   */
  execution?: Execution;
  /**
   * Of a departure from the benchmark: what it lacks.
   *
   * @minItems 1
   */
  lacks?: DepartureLack[];
  /**
   * False where the file does not say which organ decides.
   */
  certain: boolean;
  /**
   * The provisions.
   */
  basis: BesideBasis[];
  /**
   * What it says, in the language asked for.
   */
  message: string;
}
/**
 * Organs that may decide.
 */
export interface WhoDecides {
  /**
   * The levels; empty: any.
   */
  levels: OrganLevel[];
  /**
   * The enforcement bodies (执法系统); empty: any.
   */
  systems: string[];
  /**
   * The greatest amount.
   */
  cap?: Decimal;
}
/**
 * A provision behind such a finding.
 */
export interface BesideBasis {
  /**
   * The name of its row.
   */
  row: string;
  /**
   * The provision.
   */
  citation: string | null;
  /**
   * How an unclear text was read.
   */
  reading?: string;
  /**
   * What is not verified.
   */
  unverified?: string;
}
/**
 * A step of the procedure that is or may be due.
 */
export interface ProcedureStep {
  /**
   * The step, and after a slash the target where it has one, and the party where there are several.
   */
  id: string;
  /**
   * The party, where the case names several.
   */
  party?: string;
  /**
   * Which step.
   */
  duty: Duty;
  /**
   * Whom it is about; null: the whole case.
   */
  target: Target | null;
  /**
   * Whether it must or may be taken.
   */
  mode: Force;
  /**
   * False when only some completions of the facts have it.
   */
  certain: boolean;
  /**
   * The provisions.
   *
   * @minItems 1
   */
  basis: string[];
  /**
   * Why it is due.
   *
   * @minItems 1
   */
  grounds: DutyGround[];
}
/**
 * Why a step is due: a row of a document.
 */
export interface DutyGround {
  /**
   * The row of the ruleset.
   */
  id: string;
  /**
   * The id of the ruleset.
   */
  ruleset: string;
  /**
   * False when only some completions of the facts have it.
   */
  certain: boolean;
  /**
   * Whether the step must or may be taken.
   */
  mode: Force;
  /**
   * The provision.
   */
  basis: string;
  /**
   * The conditions that were looked at.
   */
  conditions: Condition[];
  /**
   * The standard that it depends on.
   */
  standard?: Standard;
  /**
   * The time for it.
   */
  deadline?: Deadline;
  /**
   * The money that it is about.
   */
  sum?: Sum;
}
/**
 * A standard that the law leaves open: 较大数额罚款.
 */
export interface Standard {
  /**
   * Its name.
   */
  name: string;
  /**
   * Whether it is met.
   */
  met: TruthWord;
  /**
   * Whose figure counts. `renvoi`: they yield to each other, the lower figure counts; `open`: it depends on body or place.
   */
  prevails: Prevails;
  /**
   * What each document says.
   */
  figures: StandardFigure[];
}
/**
 * What one document says of a standard.
 */
export interface StandardFigure {
  /**
   * The id of the ruleset.
   */
  id: string;
  /**
   * The title of the document.
   */
  title: string;
  /**
   * The provisions.
   */
  basis: string[];
  /**
   * Whether it is met.
   */
  met: TruthWord;
  /**
   * Whether this document is the one that counts.
   */
  counts: TruthWord;
  /**
   * The conditions that were looked at.
   */
  conditions: Condition[];
}
/**
 * A time limit of the procedure.
 */
export interface Deadline {
  /**
   * How long; null while it is not known.
   */
  length: Decimal | null;
  /**
   * In what.
   */
  unit: LengthUnit;
  /**
   * From the event on, or back from it; the day of the event is out.
   */
  counted: Counted;
  /**
   * The event it is counted from.
   */
  event: string | null;
  /**
   * The day of that event.
   */
  day: string | null;
  /**
   * The last day; null while something is not known.
   */
  due: string | null;
  /**
   * The day of what the time is for, where the document names it.
   */
  done?: Done;
  /**
   * How much longer, where it was or may have been granted.
   */
  extension?: AddedTime;
  /**
   * Time that is not counted, where there is or may be any.
   */
  excluded?: AddedTime;
  /**
   * While a length is open: it ends on no earlier day.
   */
  due_earliest?: string;
  /**
   * While a length is open: it ends on no later day.
   */
  due_latest?: string;
  /**
   * The calendar of working days.
   */
  calendar?: VersionFrom;
  /**
   * The day of rest that the document moves the last day off.
   */
  moved_from?: string;
  /**
   * The last day is a day of rest, and nothing cited says whether it moves: to this day, if it does.
   */
  due_if_moved?: string;
  /**
   * A year whose working days are not known.
   */
  missing_year?: number;
}
/**
 * What a time limit is for, and whether it was done in time.
 */
export interface Done {
  /**
   * What.
   */
  event: string;
  /**
   * The day; null while it is missing.
   */
  day: string | null;
  /**
   * Whether it was in time.
   */
  status: DeadlineStatus;
}
/**
 * Time that is added.
 */
export interface AddedTime {
  /**
   * How long; null while it is not known.
   */
  length: Decimal | null;
  /**
   * In what.
   */
  unit: LengthUnit;
  /**
   * False when it is not known whether it was granted.
   */
  certain?: boolean;
}
/**
 * A version of a document, by its first day in force.
 */
export interface VersionFrom {
  /**
   * The id of the document.
   */
  id: string;
  /**
   * The first day in force.
   */
  from: string;
}
/**
 * Money that a step is about: 加处罚款, 按日连续处罚.
 */
export interface Sum {
  /**
   * For one day.
   */
  one: Amount;
  /**
   * How many days; null while it is not known.
   */
  count?: Decimal | null;
  /**
   * Before the declared cap, where that changed it.
   */
  before?: Amount;
  /**
   * The sum.
   */
  amount: Amount;
}
/**
 * Where a person must look at the procedure.
 */
export interface ProcedurePoint {
  /**
   * The party, where the case names several.
   */
  party?: string;
  /**
   * Why.
   */
  code: ProcedureCode;
  /**
   * The step it is about.
   */
  duty: Duty | null;
  /**
   * Whom it is about.
   */
  for: Target | null;
  /**
   * The standard, the body, or what was done too late.
   */
  about: string | null;
  /**
   * False when only some completions of the facts have it.
   */
  certain: boolean;
  /**
   * The ids of the documents.
   */
  documents: string[];
  /**
   * What it says, in the language asked for.
   */
  message: string;
}
/**
 * What chose the documents that lay down the procedure.
 */
export interface ProcedureLaw {
  /**
   * False while a fact matters to a step before the decision.
   */
  determined: boolean;
  /**
   * What the day comes from.
   */
  chosen_by: ChosenBy;
  /**
   * The day the procedures were chosen by.
   */
  day: string;
  /**
   * Versions that begin later and may govern the decision, while its day is not known.
   */
  later_versions?: VersionFrom[];
}
/**
 * A row that is surely no ground.
 */
export interface NotDue {
  /**
   * The party, where the case names several.
   */
  party?: string;
  /**
   * The row of the ruleset.
   */
  id: string;
  /**
   * Which step.
   */
  duty: Duty;
  /**
   * Whom it is about; null: the whole case.
   */
  target: Target | null;
  /**
   * The id of the ruleset.
   */
  ruleset: string;
  /**
   * The provision.
   */
  basis: string;
  /**
   * The conditions that were looked at.
   */
  conditions: Condition[];
}
/**
 * What the law says of a whole case. Nothing is decided.
 */
export interface Decision {
  /**
   * The version of the contract.
   */
  contract: 1;
  /**
   * Which answer this is.
   */
  kind: "decision";
  /**
   * The id of the request, as it was given.
   */
  id?: RequestId;
  /**
   * The name of the case, as the request gave it.
   */
  name?: string;
  /**
   * False while a fact or a day that matters to the penalty or to a step before the decision is missing.
   */
  determined: boolean;
  /**
   * The acts, in the order of the case.
   *
   * @minItems 1
   */
  acts: Act[];
  /**
   * One act under several provisions: one for each target with several fines.
   */
  concurrence: Concurrence[];
  /**
   * By party, target and kind; what it contains is everything each act may bring.
   */
  totals: Total[];
  /**
   * Not penalties: they stand where an act is time-barred.
   */
  orders: ActOrder[];
  /**
   * Of each act, what the general part lets the penalty become; nothing is applied.
   */
  options: ActOption[];
  /**
   * The steps that are or may be due, party by party, in the order of a case.
   */
  procedure: ProcedureStep[];
  /**
   * Where a person must look at the procedure.
   */
  procedure_points: ProcedurePoint[];
  /**
   * What chose the documents; null where no ruleset lays down a procedure.
   */
  procedure_law: ProcedureLaw | null;
  /**
   * Rows that are surely no ground, with the conditions that failed.
   */
  not_due: NotDue[];
  /**
   * What the party may do.
   */
  rights: Right[];
  /**
   * Where a person must look at the case; the points of one act are in its outcome.
   */
  review_points: CasePoint[];
  /**
   * The questions that still matter: days first, what only the procedure reads last.
   */
  facts_needed: CaseQuestion[];
  /**
   * In the order of a decision letter; null where the request said that it is not wanted.
   */
  explanation: ExplanationLine[] | null;
  /**
   * The versions of rulesets that govern.
   *
   * @minItems 1
   */
  governing: Governing[];
  /**
   * What is cited, as data: each text once, in order of first appearance. An answer inside another has none.
   */
  citations?: Citation[];
  /**
   * The words asked for with `text`.
   */
  text?: string;
  /**
   * The reasoning of the decision letter (说理), in Chinese, asked for with `letter`.
   */
  letter?: string;
  /**
   * The receipt asked for with `receipt`.
   */
  receipt?: CaseReceipt;
}
/**
 * An act of a case.
 */
export interface Act {
  /**
   * Its id in the request.
   */
  id: string;
  /**
   * The party, where there are several.
   */
  party?: string;
  /**
   * Of a person responsible: the act of the party.
   */
  responsible_for?: string;
  /**
   * Its days.
   */
  dates: ActDates;
  /**
   * Which law governs it.
   */
  law: ActLaw;
  /**
   * The versions that govern or may govern; that of the day of the act first.
   *
   * @minItems 1
   */
  versions: ActVersion[];
  /**
   * Whether it is too late to punish it.
   */
  limitation: Limitation;
  /**
   * Its outcome; null while several versions may govern.
   */
  outcome: Penalty | null;
}
/**
 * The days of an act; null while one is missing.
 */
export interface ActDates {
  /**
   * The day of the act (违法行为日).
   */
  act: CaseDay | null;
  /**
   * The day it ended (行为终了日).
   */
  end: CaseDay | null;
  /**
   * The day it was discovered (发现日).
   */
  discovered: CaseDay | null;
  /**
   * The day the case was filed (立案日).
   */
  filed: CaseDay | null;
  /**
   * The day of the decision (决定日).
   */
  decided: CaseDay | null;
  /**
   * It continues (连续或者继续状态).
   */
  continuing: boolean;
}
/**
 * Which law governs an act.
 */
export interface ActLaw {
  /**
   * That of the act, that of the decision, or still open.
   */
  result: LawResult;
  /**
   * Which is the lighter for these facts, as whole sets of options.
   */
  comparison?: LawComparison;
  /**
   * The transition clause that says so.
   */
  transition?: Transition;
  /**
   * What it says, in the language asked for.
   */
  message: string;
}
/**
 * A transition clause.
 */
export interface Transition {
  /**
   * Which text it applies.
   */
  apply: Apply;
  /**
   * The id of its ruleset.
   */
  ruleset: string | null;
  /**
   * Its row.
   */
  row: string | null;
  /**
   * The provision.
   */
  basis: string | null;
}
/**
 * A version of the law of an act.
 */
export interface ActVersion {
  /**
   * The law of which day.
   */
  at: At;
  /**
   * The id of the ruleset.
   */
  ruleset: string;
  /**
   * The first day in force.
   */
  from: string;
  /**
   * The id of the offence.
   */
  offence: string;
  /**
   * Its name.
   */
  name: string;
  /**
   * The provision.
   */
  basis: string;
  /**
   * Whether it governs or may govern.
   */
  applies: boolean;
  /**
   * What it brings; absent where it is the outcome of the act.
   */
  outcome?: Penalty;
}
/**
 * Whether it is too late to punish an act.
 */
export interface Limitation {
  /**
   * Whether it is.
   */
  status: LimitationStatus;
  /**
   * When the act was over.
   */
  over: Between;
  /**
   * When it was discovered.
   */
  discovered: Between;
  /**
   * The periods of limitation.
   */
  periods: LimitationPeriod[];
  /**
   * The days that are missing.
   */
  needed?: string[];
  /**
   * What it says, in the language asked for.
   */
  message: string;
}
/**
 * The first and the last day that something can be; null: no end is known.
 */
export interface Between {
  /**
   * The first.
   */
  first: string | null;
  /**
   * The last.
   */
  last: string | null;
}
/**
 * A period of limitation.
 */
export interface LimitationPeriod {
  /**
   * The law of which day.
   */
  at: At;
  /**
   * The id of the ruleset.
   */
  ruleset: string | null;
  /**
   * Its row.
   */
  row: string | null;
  /**
   * Whether it applies: `true` or `unknown`.
   */
  holds: TruthWord;
  /**
   * How long; null while it is not known.
   */
  length: Decimal | null;
  /**
   * In what.
   */
  unit: OutcomeUnit;
  /**
   * The last day on which discovery is in time, from the first day the act may have been over.
   */
  through: string | null;
  /**
   * Whether it was over before the discovery.
   */
  barred: TruthWord;
  /**
   * The provision.
   */
  basis: string | null;
  /**
   * What is not verified.
   */
  unverified?: string;
  /**
   * How an unclear text was read.
   */
  reading?: string;
}
/**
 * Several fines for one act: which provision has the higher one.
 */
export interface Concurrence {
  /**
   * The provisions, by the ids of acts.
   *
   * @minItems 2
   */
  acts: string[];
  /**
   * Whom the fines are for.
   */
  target: Target;
  /**
   * The fines.
   *
   * @minItems 2
   */
  fines: ConcurrentFine[];
  /**
   * Which is the higher by the maximum of the statute.
   */
  by_maximum: Winner;
  /**
   * Which is the higher by what was computed.
   */
  by_computed: Winner;
  /**
   * Both comparisons come to one provision.
   */
  agrees: boolean;
  /**
   * The acts whose fine is imposed.
   */
  fine_of: string[];
  /**
   * Null: no law of the case has a rule.
   */
  rule: Fines | null;
  /**
   * The provision.
   */
  basis: string | null;
  /**
   * What it says, in the language asked for.
   */
  message: string;
}
/**
 * One of several fines for one act.
 */
export interface ConcurrentFine {
  /**
   * The act.
   */
  act: string;
  /**
   * The id of the sanction.
   */
  sanction: string;
  /**
   * The range of the statute.
   */
  statutory?: Amount;
  /**
   * The range of the benchmark.
   */
  amount?: Amount;
  /**
   * False where it yields to a higher one.
   */
  left: boolean;
}
/**
 * Which of several fines is the higher.
 */
export interface Winner {
  /**
   * One act, none, or not known.
   */
  kind: WinnerKind;
  /**
   * Which act.
   */
  act?: string | null;
}
/**
 * What comes together for one party, target and kind.
 */
export interface Total {
  /**
   * The party, where the case names several.
   */
  party?: string;
  /**
   * Whom it is for.
   */
  target: Target;
  /**
   * The kind of sanction.
   */
  kind: SanctionKind;
  /**
   * What it consists of.
   *
   * @minItems 1
   */
  parts: TotalPart[];
  /**
   * Null for kinds that are not added up, or while a part is no number.
   */
  sum: Amount | null;
  /**
   * The cap of the law.
   */
  cap?: Cap;
}
/**
 * A part of a total.
 */
export interface TotalPart {
  /**
   * The act.
   */
  act: string;
  /**
   * The id of the sanction.
   */
  sanction: string;
  /**
   * It must be imposed under every law and option.
   */
  certain: boolean;
  /**
   * `false` for a fine that yields to a higher one.
   */
  counts: TruthWord;
  /**
   * Its range.
   */
  amount?: Amount;
  /**
   * The provision.
   */
  basis: string | null;
}
/**
 * The cap of a total.
 */
export interface Cap {
  /**
   * The sum before it.
   */
  before: Amount;
  /**
   * The cap.
   */
  at: Amount;
  /**
   * Whether it surely applies.
   */
  certain: boolean;
  /**
   * The provision.
   */
  basis: string | null;
}
/**
 * An order of an act.
 */
export interface ActOrder {
  /**
   * The act.
   */
  act: string;
  /**
   * Its id in the ruleset.
   */
  id: string;
  /**
   * False when only some completions of the facts have it.
   */
  certain: boolean;
  /**
   * The provision.
   */
  basis: string;
}
/**
 * What a circumstance lets the penalty of an act become.
 */
export interface ActOption {
  /**
   * The act.
   */
  act: string;
  /**
   * The law of which day.
   */
  at: At;
  /**
   * The direction, or the effect's own name in its document.
   */
  effect: string;
  /**
   * Which way it goes.
   */
  direction: Direction;
  /**
   * 应当 or 可以.
   */
  force: Force;
  /**
   * The other effects of which one must be taken.
   */
  or: string[];
  /**
   * Whether a circumstance that surely holds calls for it.
   */
  certain: boolean;
  /**
   * The circumstances that call for it.
   *
   * @minItems 1
   */
  because: Because[];
  /**
   * What it makes of the penalty; empty: nothing is left.
   */
  targets: TargetOutcome[];
  /**
   * No document says how far it goes.
   */
  open: boolean;
  /**
   * Steps of procedure that it needs.
   */
  needs: string[];
  /**
   * Where the effect is laid down.
   */
  basis: string[];
}
/**
 * What the party may do.
 */
export interface Right {
  /**
   * Which right.
   */
  id: string;
  /**
   * False when only some completions of the facts have it.
   */
  certain: boolean;
  /**
   * The provision.
   */
  basis: string | null;
}
/**
 * Where a person must look at a case.
 */
export interface CasePoint {
  /**
   * Why.
   */
  code: CaseCode;
  /**
   * The acts.
   *
   * @minItems 1
   */
  acts: string[];
  /**
   * False when only some completions of the facts have it.
   */
  certain: boolean;
  /**
   * What else it names.
   */
  names: string[];
  /**
   * The provision.
   */
  basis: string | null;
  /**
   * What it says, in the language asked for.
   */
  message: string;
}
/**
 * A question, and the acts it is of.
 */
export interface CaseQuestion {
  /**
   * The name of the fact.
   */
  name: string;
  /**
   * How it is answered.
   */
  type: FactType;
  /**
   * The unit of the answer.
   */
  unit?: string;
  /**
   * The words to choose from.
   */
  of?: string[];
  /**
   * Whether 无法查明 is a possible answer.
   */
  unascertainable: boolean;
  /**
   * The question, in the language asked for.
   */
  question: string;
  /**
   * What the answer decides: the tier, the statutory range …
   */
  decides: string;
  /**
   * The provision.
   */
  basis: string | null;
  /**
   * The acts.
   *
   * @minItems 1
   */
  acts: string[];
}
/**
 * A line of the reasons of a decision.
 */
export interface ExplanationLine {
  /**
   * The part of the letter.
   */
  part: string;
  /**
   * What it begins with.
   */
  heading: string;
  /**
   * What it says.
   */
  text: string;
  /**
   * The provision.
   */
  basis: string | null;
}
/**
 * What the decision of a case rests on, in digests.
 */
export interface CaseReceipt {
  /**
   * The version of the engine.
   */
  engine: string;
  /**
   * The version of the contract.
   */
  contract: 1;
  /**
   * Which answer it is of.
   */
  kind: "decision";
  /**
   * The acts of the case.
   */
  acts: ActOfReceipt[];
  /**
   * The rulesets that govern.
   */
  rulesets: RulesetDigest[];
  /**
   * The facts in canonical form.
   */
  facts: Digest;
  /**
   * The outcome in canonical form.
   */
  outcome: Digest;
}
/**
 * An act of a receipt.
 */
export interface ActOfReceipt {
  /**
   * The act.
   */
  id: string;
  /**
   * The id of its ruleset.
   */
  ruleset: string;
  /**
   * The id of its offence.
   */
  offence: string;
}
/**
 * A stored receipt held against today's.
 */
export interface Replay {
  /**
   * The version of the contract.
   */
  contract: 1;
  /**
   * Which answer this is.
   */
  kind: "replay";
  /**
   * The id of the request, as it was given.
   */
  id?: RequestId;
  /**
   * The name of the case, as the request gave it.
   */
  name?: string;
  /**
   * Nothing differs.
   */
  identical: boolean;
  /**
   * The digests of the outcome are the same.
   */
  same_outcome: boolean;
  /**
   * What differs.
   */
  differences: Difference[];
  /**
   * That of today.
   */
  receipt: Receipt;
}
/**
 * What differs between two receipts.
 */
export interface Difference {
  /**
   * What.
   */
  what: DifferenceOf;
  /**
   * Of rulesets: which.
   */
  id?: string;
  /**
   * Of rulesets: in what.
   */
  key?: DifferenceKey;
  /**
   * As stored: text, a number, or null where it is not there.
   */
  receipt: string | number | null;
  /**
   * As of today.
   */
  now: string | number | null;
}
/**
 * The steps that are or may be due, in the order of a case.
 */
export interface ProcedureAnswer {
  /**
   * The version of the contract.
   */
  contract: 1;
  /**
   * Which answer this is.
   */
  kind: "procedure";
  /**
   * The id of the request, as it was given.
   */
  id?: RequestId;
  /**
   * The name of the case, as the request gave it.
   */
  name?: string;
  /**
   * False while a fact matters to a step before the decision.
   */
  determined: boolean;
  /**
   * What the day comes from.
   */
  chosen_by: ChosenBy;
  /**
   * The day the procedures were chosen by.
   */
  day: string;
  /**
   * The steps.
   */
  procedure: ProcedureStep[];
  /**
   * Where a person must look.
   */
  review_points: ProcedurePoint[];
  /**
   * The questions that still matter to a step before the decision.
   */
  facts_needed: Question[];
  /**
   * Rows that are surely no ground, with the conditions that failed.
   */
  not_due: NotDue[];
  /**
   * The versions of rulesets that govern.
   */
  governing: Governing[];
  /**
   * Versions that begin later and may govern the decision, while its day is not known.
   */
  later_versions?: VersionFrom[];
  /**
   * What is cited, as data: each text once, in order of first appearance.
   */
  citations: Citation[];
  /**
   * The words asked for with `text`.
   */
  text?: string;
}
/**
 * The rulesets there are; of a request that names an offence or a licence, also what it reads.
 */
export interface Description {
  /**
   * The version of the contract.
   */
  contract: 1;
  /**
   * Which answer this is.
   */
  kind: "description";
  /**
   * The id of the request, as it was given.
   */
  id?: RequestId;
  /**
   * The name of the case, as the request gave it.
   */
  name?: string;
  /**
   * The rulesets.
   */
  rulesets: DescribedRuleset[];
  /**
   * The offence of the request: what it reads.
   */
  offence?: DescribedUnit;
  /**
   * The licence of the request: what it reads.
   */
  licence?: DescribedUnit;
  /**
   * What is cited, as data: each text once, in order of first appearance. Of an offence or a licence.
   */
  citations?: Citation[];
}
/**
 * A version of a ruleset.
 */
export interface DescribedRuleset {
  /**
   * Its id.
   */
  id: string;
  /**
   * The title of the document.
   */
  title: string;
  /**
   * Who issued it.
   */
  issuer: string;
  /**
   * The number of the document (文号).
   */
  document: string | null;
  /**
   * Where it applies.
   */
  jurisdiction: string | null;
  /**
   * The first day in force.
   */
  from: string;
  /**
   * The last day, that day included; null: no end is known.
   */
  through: string | null;
  /**
   * Whether it is in force.
   */
  status: Status;
  /**
   * How often this version was transcribed anew.
   */
  revision: number;
  /**
   * The name of its text.
   */
  source: string;
  /**
   * The ids of the rulesets it uses.
   */
  uses: string[];
  /**
   * The names of its tiers, light to heavy.
   */
  tiers: string[];
  /**
   * The laws it cites.
   */
  laws: DescribedLaw[];
  /**
   * Its offences.
   */
  offences: DescribedOffence[];
  /**
   * Its licences.
   */
  licences: DescribedLicence[];
  /**
   * What is not verified.
   */
  unverified?: string;
  /**
   * How an unclear text was read.
   */
  reading?: string;
}
/**
 * A law that a ruleset cites.
 */
export interface DescribedLaw {
  /**
   * How citations call it.
   */
  short: string;
  /**
   * Its title.
   */
  title: string;
  /**
   * Which edition.
   */
  edition: string | null;
  /**
   * Its rank.
   */
  rank: Rank | null;
}
/**
 * An offence of a ruleset.
 */
export interface DescribedOffence {
  /**
   * Its id.
   */
  id: string;
  /**
   * Its name.
   */
  name: string;
  /**
   * Its code in the document.
   */
  code: string | null;
  /**
   * The provisions that the act violates.
   */
  violates: string[];
  /**
   * Where it stands.
   */
  at: SourcePlace;
  /**
   * What is not verified.
   */
  unverified?: string;
  /**
   * How an unclear text was read.
   */
  reading?: string;
}
/**
 * A place of a ruleset's text, with the name of the text.
 */
export interface SourcePlace {
  /**
   * The name of the text.
   */
  source: string;
  /**
   * The line.
   */
  line: number;
  /**
   * The column.
   */
  column: number;
  /**
   * The column in UTF-16, as JavaScript wants it.
   */
  utf16_column: number;
  /**
   * The line of its end.
   */
  end_line: number;
  /**
   * The column of its end.
   */
  end_column: number;
  /**
   * That in UTF-16.
   */
  utf16_end_column: number;
  /**
   * Where it begins.
   */
  start: number;
  /**
   * Where it ends.
   */
  end: number;
}
/**
 * A licence of a ruleset.
 */
export interface DescribedLicence {
  /**
   * Its id.
   */
  id: string;
  /**
   * Its name.
   */
  name: string;
  /**
   * Its code in the document.
   */
  code: string | null;
  /**
   * What is asked for.
   */
  procedure: LicenceProcedure;
  /**
   * Where it stands.
   */
  at: SourcePlace;
  /**
   * What is not verified.
   */
  unverified?: string;
  /**
   * How an unclear text was read.
   */
  reading?: string;
}
/**
 * An offence or a licence, and what it reads.
 */
export interface DescribedUnit {
  /**
   * Its id.
   */
  id: string;
  /**
   * Its name.
   */
  name: string;
  /**
   * The provision.
   */
  basis: string;
  /**
   * The facts it reads.
   */
  facts: DescribedFact[];
}
/**
 * A fact that is read.
 */
export interface DescribedFact {
  /**
   * Its name.
   */
  name: string;
  /**
   * Its type.
   */
  type: FactType;
  /**
   * The unit it is given in.
   */
  unit?: string;
  /**
   * The least it can be.
   */
  min?: End;
  /**
   * The most it can be.
   */
  max?: End;
  /**
   * The words to choose from.
   */
  of?: string[];
  /**
   * The type of an entry of a list.
   */
  item?: ValueType;
  /**
   * The fields of a record.
   */
  fields?: Field[];
  /**
   * Whether 无法查明 is a possible answer.
   */
  unascertainable: boolean;
  /**
   * The question, in the language asked for.
   */
  question: string;
  /**
   * What the answer decides.
   */
  decides: string;
  /**
   * The provision.
   */
  basis: string | null;
  /**
   * Where it is declared.
   */
  at: SourcePlace;
}
/**
 * The type of an entry of a list.
 */
export interface ValueType {
  /**
   * The type.
   */
  type: FactType;
  /**
   * The unit it is given in.
   */
  unit?: string;
  /**
   * The words to choose from.
   */
  of?: string[];
  /**
   * The type of an entry of a list.
   */
  item?: ValueType;
  /**
   * The fields of a record.
   */
  fields?: Field[];
}
/**
 * A field of a record.
 */
export interface Field {
  /**
   * Its name.
   */
  name: string;
  /**
   * Its type.
   */
  type: FactType;
  /**
   * The unit it is given in.
   */
  unit?: string;
  /**
   * The words to choose from.
   */
  of?: string[];
  /**
   * The type of an entry of a list.
   */
  item?: ValueType;
  /**
   * The fields of a record.
   */
  fields?: Field[];
}
/**
 * The lines of the full text, each with what is behind it.
 */
export interface Explained {
  /**
   * The version of the contract.
   */
  contract: 1;
  /**
   * Which answer this is.
   */
  kind: "explanation";
  /**
   * The id of the request, as it was given.
   */
  id?: RequestId;
  /**
   * The name of the case, as the request gave it.
   */
  name?: string;
  /**
   * The lines, in order.
   */
  lines: Line[];
  /**
   * What is cited, as data: each text once, in order of first appearance.
   */
  citations: Citation[];
}
/**
 * A line of the full text.
 */
export interface Line {
  /**
   * The part of the text it stands in.
   */
  section: Section;
  /**
   * The title of the section.
   */
  title: string | null;
  /**
   * Its number, where lines are numbered.
   */
  number: number | null;
  /**
   * What it begins with.
   */
  heading: string;
  /**
   * What it says.
   */
  text: string;
  /**
   * The provision.
   */
  basis: string | null;
  /**
   * The places of the rulesets it comes from.
   */
  places: SourcePlace[];
  /**
   * The conditions behind it.
   */
  conditions: LineCondition[];
}
/**
 * A condition behind a line.
 */
export interface LineCondition {
  /**
   * As written in the ruleset.
   */
  condition: string;
  /**
   * Its truth.
   */
  holds: TruthWord;
  /**
   * The names it reads, with their values in this case.
   */
  reads: Read[];
  /**
   * Where it stands.
   */
  at: SourcePlace | null;
}
/**
 * What each tier would give while everything that only chooses the tier is open.
 */
export interface Tiers {
  /**
   * The version of the contract.
   */
  contract: 1;
  /**
   * Which answer this is.
   */
  kind: "tiers";
  /**
   * The id of the request, as it was given.
   */
  id?: RequestId;
  /**
   * The name of the case, as the request gave it.
   */
  name?: string;
  /**
   * The sanctions of each target; `possible` has what each tier would give.
   */
  targets: TargetOutcome[];
  /**
   * What is cited, as data: each text once, in order of first appearance.
   */
  citations: Citation[];
}
/**
 * For each given fact the nearest values that change the result, with that result.
 */
export interface Nearest {
  /**
   * The version of the contract.
   */
  contract: 1;
  /**
   * Which answer this is.
   */
  kind: "nearest";
  /**
   * The id of the request, as it was given.
   */
  id?: RequestId;
  /**
   * The name of the case, as the request gave it.
   */
  name?: string;
  /**
   * The changes.
   */
  changes: Change[];
  /**
   * Given facts of which not every value that may matter was tried.
   */
  not_tried: string[];
  /**
   * What is cited, as data: each text once, in order of first appearance.
   */
  citations: Citation[];
}
/**
 * One fact changed, and the result.
 */
export interface Change {
  /**
   * The fact.
   */
  fact: string;
  /**
   * On which side of the given value.
   */
  side: Side;
  /**
   * A value on the other side of where it turns.
   */
  value: {
    [k: string]: unknown;
  };
  /**
   * Where it turns; not inclusive: beyond it.
   */
  from?: End;
  /**
   * The unit of the fact.
   */
  unit?: string;
  /**
   * Whether there is a penalty then.
   */
  verdict: Verdict;
  /**
   * The sanctions then.
   */
  targets: TargetOutcome[];
}
/**
 * What answers.
 */
export interface Version {
  /**
   * The version of the contract.
   */
  contract: 1;
  /**
   * Which answer this is.
   */
  kind: "version";
  /**
   * The id of the request, as it was given.
   */
  id?: RequestId;
  /**
   * The name of the case, as the request gave it.
   */
  name?: string;
  /**
   * The version of the engine.
   */
  engine: string;
  /**
   * The texts of rulesets that it has.
   */
  rulesets: RulesetsVersion;
}
/**
 * The texts of rulesets that a host has.
 */
export interface RulesetsVersion {
  /**
   * How many there are, each version one.
   */
  count: number;
  /**
   * One digest over all of them: that of the digests of each, sorted, each followed by a line break.
   */
  sha256: string;
}
/**
 * Why there is no answer.
 */
export interface Failure {
  /**
   * The version of the contract.
   */
  contract: 1;
  /**
   * Which answer this is.
   */
  kind: "error";
  /**
   * The id of the request, as it was given.
   */
  id?: RequestId;
  /**
   * The name of the case, as the request gave it.
   */
  name?: string;
  /**
   * What is wrong.
   */
  stage: Stage;
  /**
   * The stable code of the first thing that is wrong; `cailiang explain` has its page.
   */
  code: string;
  /**
   * What it says, in the language asked for.
   */
  message: string;
  /**
   * Everything that is wrong.
   */
  details: Detail[];
}
