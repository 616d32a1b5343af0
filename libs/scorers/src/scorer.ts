import type { AssessmentSource, JsonValue } from '@millrace/domain';
import type { CodeRunner } from '@millrace/ports';
import type { Judge, JudgeAnswer } from './judge.ts';
import type { Subject } from './subject.ts';

/** One finding of a scorer. */
export interface Verdict {
  /** Of the assessment; most scorers find one thing and use their own name. */
  readonly name: string;
  /** `yes`/`no`, a number, a word of a list, a boolean … */
  readonly value: JsonValue;
  readonly rationale?: string | undefined;
  /** The span it is about; absent: the whole trace or session. */
  readonly spanId?: string | undefined;
  readonly metadata?: Readonly<Record<string, string>> | undefined;
  /** Absent when no model was asked. */
  readonly answer?: JudgeAnswer | undefined;
}

export type Outcome =
  | { readonly kind: 'scored'; readonly verdicts: readonly Verdict[] }
  /** What it needs is missing: `needs an expectation 'expected_response'`. Never a wrong score instead. */
  | { readonly kind: 'skipped'; readonly reason: string };

/** Roughly what one scoring takes, to tell the cost before. */
export interface ScoringEffort {
  readonly model: string | undefined;
  readonly calls: number;
  /** Characters of the prompt besides those of the subject. */
  readonly promptCharacters: number;
  readonly outputTokens: number;
}

/** What a scorer may use. */
export interface ScorerTools {
  readonly judge: Judge;
  readonly code: CodeRunner;
}

/** A scorer with its parameters: built-in, or made by a user. */
export interface Scorer {
  readonly name: string;
  readonly level: Subject['level'];
  /** A judge is known by its model; without an id it is the one that judges unless told otherwise. */
  readonly source: AssessmentSource;
  /** Expectations without which it skips. */
  readonly needsExpectations: readonly string[];
  readonly effort: ScoringEffort;
  /** Throws Rejected for what only shows at its first run otherwise; absent: nothing does. */
  check?(): void;
  /** Throws what `Judge` and `CodeRunner` throw. A subject of the other level is a fault of the caller. */
  score(subject: Subject, tools: ScorerTools): Promise<Outcome>;
}
