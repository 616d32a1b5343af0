import type { JsonValue } from '@millrace/domain';
import type { Span, Tracer } from '@opentelemetry/api';

/** What JSON can say. */
export type Json = JsonValue;

/** An example: what goes in, and what should be so of what comes out. */
export interface EvaluationRecord<Inputs extends object> {
  readonly inputs: Inputs;
  readonly expectations?: Readonly<Record<string, Json>>;
}

/** For spans of your own inside the trace of a record. */
export interface PredictContext {
  readonly tracer: Tracer;
  /** The root of the trace. */
  readonly span: Span;
}

/** What a scorer of yours looks at. */
export interface ScoredExample<Inputs extends object, Outputs> {
  readonly inputs: Inputs;
  readonly outputs: Outputs;
  readonly expectations: Readonly<Record<string, Json>>;
  readonly traceId: string;
}

/** A value alone, or with why. */
export type ScorerResult = Json | { readonly value: Json; readonly rationale: string };

/** A scorer of yours: runs here, after `predict`. What it throws becomes its result. */
export interface LocalScorer<Inputs extends object, Outputs> {
  readonly name: string;
  score(example: ScoredExample<Inputs, Outputs>): ScorerResult | Promise<ScorerResult>;
}

/** What is not given is that of `init()`, else of the environment. */
export interface EvaluationTarget {
  /** Where Millrace answers. */
  readonly url?: string;
  /** An API key. */
  readonly token?: string;
  /** A workspace other than the default one. */
  readonly workspace?: string;
  /** Sent with every request, for what stands in front of Millrace. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface EvaluateOptions<Inputs extends object, Outputs> extends EvaluationTarget {
  /** Name of an experiment; made when there is none. */
  readonly experiment: string;
  /** Records, or the name of a data set of Millrace. */
  readonly data: readonly EvaluationRecord<Inputs>[] | string;
  /** Your application. What it throws is an error of that row; the others go on. */
  readonly predict: (inputs: Inputs, context: PredictContext) => Outputs | Promise<Outputs>;
  /** Names of registered or built-in scorers, which Millrace runs, and scorers of yours. */
  readonly scorers: readonly (string | LocalScorer<Inputs, Outputs>)[];
  /** Of the run; one is made up when absent. */
  readonly name?: string;
  /** Records at once; 8 when absent. */
  readonly concurrency?: number;
  /** How long Millrace's scorers may take, milliseconds; ten minutes when absent. */
  readonly timeoutMs?: number;
}

/** What one scorer found of one record. */
export interface ScorerVerdict {
  readonly name: string;
  /** Absent when the scorer failed. */
  readonly value?: Json;
  readonly rationale?: string;
  readonly error?: string;
}

export interface EvaluationRow<Inputs extends object, Outputs> {
  readonly inputs: Inputs;
  /** Absent when `predict` failed. */
  readonly outputs?: Outputs;
  readonly expectations: Readonly<Record<string, Json>>;
  readonly traceId: string;
  /** What `predict` threw. */
  readonly error?: string;
  readonly verdicts: readonly ScorerVerdict[];
}

export interface ScorerSummary {
  /** Rows with a value. */
  readonly scored: number;
  readonly failed: number;
  /** Mean of the values that are numbers, passes counting 1; absent when none is. */
  readonly mean?: number;
}

export interface EvaluationResult<Inputs extends object, Outputs> {
  readonly experimentId: string;
  readonly runId: string;
  /** Of the evaluation that Millrace's scorers ran in, if there were any. */
  readonly evaluationId?: string;
  readonly rows: readonly EvaluationRow<Inputs, Outputs>[];
  readonly summary: {
    readonly rows: number;
    /** Rows of which `predict` failed. */
    readonly errors: number;
    readonly scorers: Readonly<Record<string, ScorerSummary>>;
  };
  /** Of the run and of the traces, in the API. */
  readonly links: { readonly run: string; readonly traces: string };
}
