import type { z } from 'zod';
import { defineBuiltIn, type BuiltInScorer } from '../built-in-scorer.ts';
import { scored } from '../check.ts';
import type { Outcome, Scorer } from '../scorer.ts';
import type { ScoredTrace } from '../subject.ts';
import type { Blocks } from './blocks.ts';
import { judgeParameters } from './judge-parameters.ts';
import { makeSessionJudge, makeTraceJudge, type Ask } from './make-judge.ts';
import type { VerdictType } from './verdict-type.ts';

type Facts = Pick<BuiltInScorer, 'name' | 'title' | 'description' | 'reads' | 'mlflowClass' | 'aliases'>;

interface SimpleJudge extends Facts {
  readonly prompt: string;
  readonly verdict?: VerdictType;
  readonly needsExpectations?: readonly string[];
}

/** A judge that asks one question about a trace. `read` gives what it is asked about, or why it can't be. */
export function defineTraceJudge(
  judge: SimpleJudge & { read(trace: ScoredTrace): Blocks | Outcome },
): BuiltInScorer {
  return define(judge, 'trace', (options) =>
    makeTraceJudge({ ...options, score: (trace, ask) => askOnce(judge.read(trace), ask) }),
  );
}

/** A judge that asks one question about a conversation. */
export function defineSessionJudge(
  judge: SimpleJudge & { read(traces: readonly ScoredTrace[]): Blocks | Outcome },
): BuiltInScorer {
  return define(judge, 'session', (options) =>
    makeSessionJudge({ ...options, score: (traces, ask) => askOnce(judge.read(traces), ask) }),
  );
}

type Options = Omit<Parameters<typeof makeTraceJudge>[0], 'score'>;

function define(
  judge: SimpleJudge,
  level: 'trace' | 'session',
  make: (options: Options) => Scorer,
): BuiltInScorer {
  const { name, title, description, reads, mlflowClass, aliases } = judge;
  const { prompt, verdict, needsExpectations = [] } = judge;
  return defineBuiltIn({
    ...{ name, title, description, reads, mlflowClass, aliases, level, needsExpectations },
    parameters: judgeParameters,
    isJudge: true,
    create: (given, parameters: z.output<typeof judgeParameters>) =>
      make({ name: given, prompt, verdict, needsExpectations, parameters }),
  });
}

/** Asks about what was read; when something is missing, says so instead. */
export async function askOnce(reading: Blocks | Outcome, ask: Ask): Promise<Outcome> {
  return isOutcome(reading) ? reading : scored(await ask({ blocks: reading }));
}

export function isOutcome(reading: Blocks | Outcome): reading is Outcome {
  return reading['kind'] === 'skipped' || reading['kind'] === 'scored';
}
