// The types of cailiang: what the package does, by hand; requests and answers of contract 1 are generated, in contract.d.ts.
import type * as Contract from "./contract.js";
import type { Explanation, ExplanationLine, Fact, Receipt } from "./contract.js";

export type * from "./contract.js";

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
  add(name: string, text: string): Contract.Diagnostics | Contract.Failure;
  /** The diagnostics of a text, which is not kept. */
  check(name: string, text: string): Contract.Diagnostics | Contract.Failure;
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
  questions(request: Request): Contract.Questions | Contract.Failure;
  /** What an answer says, in words: of an offence or a licence, or of the request's `do`: `decide`, `procedure`, `review`. */
  render(request: Request, options?: { form?: "brief" | "full"; markup?: "text" | "markdown"; lang?: "zh" | "en" }): string | Contract.Failure;
  /**
   * Frees the memory of the rulesets; a second call does nothing. What is asked of the handle after it is answered with the
   * error `freed`. Where there is `Symbol.dispose`, the handle has it too.
   */
  free(): void;
}

/** How `evaluate` gives an explanation: as JSON text, or as an object. */
export interface Explain<As extends "text" | "object" = "text" | "object"> { explanation?: As }

/** What may be handed in: nothing that the caller keeps is written to, so that it may be read-only. */
export type Given<T> = T extends readonly (infer I)[] ? readonly Given<I>[] : T extends Fact ? T : T extends object ? { readonly [K in keyof T]: Given<T[K]> } : T;

/** A request; `expect` and `cases` stand in case files alone. */
export interface Request extends Given<Omit<Contract.Request, "facts" | "receipt" | "expect" | "cases">> {
  /** Left out or null = missing, `"无法查明"` = asked and cannot be proved; a day is text, `"2024-03-01"`. */
  readonly facts?: { readonly [name: string]: Fact };
  /** Whether a receipt is asked for; of `do: "replay"` the stored one, or an answer that has it. */
  readonly receipt?: boolean | Receipt | { readonly receipt?: Receipt };
}

/** The outcome of an offence; `E` is how its explanation is given. */
export interface Penalty<E = Explanation | null> extends Omit<Contract.Penalty, "explanation"> { explanation: E }

/** The outcome of a licence; `E` is how its explanation is given. */
export interface Licence<E = Explanation | null> extends Omit<Contract.Licence, "explanation"> { explanation: E }

/** What the law says of a whole case; `L` is how its explanation is given. */
export interface Decision<L = ExplanationLine[] | null> extends Omit<Contract.Decision, "explanation"> { explanation: L }

/** What the engine answers, by its `kind`; `E` and `L` are how explanations are given. */
export type Answer<E = Explanation | null, L = ExplanationLine[] | null> =
  | Penalty<E> | Licence<E> | Decision<L> | Exclude<Contract.Answer, { kind: "penalty" | "licence" | "decision" }>;
