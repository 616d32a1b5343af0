import type { Outcome, Scorer, Verdict } from '../scorer.ts';
import type { ScoredTrace } from '../subject.ts';
import { askJudge, promptCharactersOf, type Question } from './ask-judge.ts';
import type { JudgeParameters } from './judge-parameters.ts';
import { YES_OR_NO, type VerdictType } from './verdict-type.ts';

/** Asks about some blocks; what is not told is as the judge has it. */
export type Ask = (question: Pick<Question, 'blocks'> & Partial<Question>) => Promise<Verdict>;

interface JudgeOptions {
  readonly name: string;
  readonly prompt: string;
  readonly parameters: JudgeParameters;
  readonly verdict?: VerdictType | undefined;
  readonly needsExpectations?: readonly string[];
  /** How often a model is asked, about. */
  readonly calls?: number;
}

/** What the answer of a judge takes, about: a rationale and a word. */
const OUTPUT_TOKENS = 150;

/** A scorer of traces that asks a model. */
export function makeTraceJudge(
  options: JudgeOptions & { score(trace: ScoredTrace, ask: Ask): Promise<Outcome> },
): Scorer {
  return {
    ...describe(options),
    level: 'trace',
    score: async (subject, { judge }) => {
      if (subject.level !== 'trace')
        throw new Error(`scorer '${options.name}' is for traces, not for sessions`);
      return options.score(subject.trace, (question) =>
        askJudge(judge, options.name, fill(options, question)),
      );
    },
  };
}

/** A scorer of sessions that asks a model. */
export function makeSessionJudge(
  options: JudgeOptions & { score(traces: readonly ScoredTrace[], ask: Ask): Promise<Outcome> },
): Scorer {
  return {
    ...describe(options),
    level: 'session',
    score: async (subject, { judge }) => {
      if (subject.level !== 'session')
        throw new Error(`scorer '${options.name}' is for sessions, not for traces`);
      return options.score(subject.traces, (question) =>
        askJudge(judge, options.name, fill(options, question)),
      );
    },
  };
}

function describe(options: JudgeOptions): Omit<Scorer, 'level' | 'score'> {
  const { name, prompt, parameters, needsExpectations = [], calls = 1 } = options;
  const outputTokens = OUTPUT_TOKENS * calls;
  return {
    name,
    source: { type: 'judge', id: parameters.model },
    needsExpectations,
    effort: {
      model: parameters.model,
      calls,
      promptCharacters: promptCharactersOf(prompt) * calls,
      outputTokens,
    },
  };
}

function fill(
  { prompt, parameters, verdict = YES_OR_NO }: JudgeOptions,
  question: Parameters<Ask>[0],
): Question {
  return { prompt, parameters, verdict, ...question };
}
