import type { Outcome, Scorer, ScorerTools, Verdict } from './scorer.ts';
import type { ScoredTrace } from './subject.ts';

/** A scorer of traces that asks no model. */
interface Check {
  readonly name: string;
  readonly needsExpectations?: readonly string[];
  score(trace: ScoredTrace, tools: ScorerTools): Outcome | Promise<Outcome>;
}

/** Of a scorer that asks no model. */
export const NO_EFFORT = { model: undefined, calls: 0, promptCharacters: 0, outputTokens: 0 };

/** A scorer that reads a trace and computes. */
export function makeCheck({ name, needsExpectations = [], score }: Check): Scorer {
  return {
    name,
    level: 'trace',
    source: { type: 'code', id: name },
    needsExpectations,
    effort: NO_EFFORT,
    score: async (subject, tools) => {
      if (subject.level !== 'trace') throw new Error(`scorer '${name}' is for traces, not for sessions`);
      return score(subject.trace, tools);
    },
  };
}

/** One verdict in words that MLflow's users know. */
export function passed(name: string, hasPassed: boolean, rationale: string): Outcome {
  return scored({ name, value: hasPassed ? 'yes' : 'no', rationale });
}

export function scored(...verdicts: readonly Verdict[]): Outcome {
  return { kind: 'scored', verdicts };
}

/** `what` is missing: `an expectation 'expected_response'`. */
export function needs(what: string): Outcome {
  return { kind: 'skipped', reason: `needs ${what}` };
}

export function needsExpectation(name: string): Outcome {
  return needs(`an expectation '${name}'`);
}
