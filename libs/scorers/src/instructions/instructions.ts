import { Rejected } from '@millrace/domain';
import { z } from 'zod';
import { defineBuiltIn } from '../built-in-scorer.ts';
import { scored } from '../check.ts';
import { PLACEHOLDER } from '../judging/ask-judge.ts';
import { isOutcome } from '../judging/define-judge.ts';
import { feedbackType, verdictTypeOf } from '../judging/feedback-type.ts';
import { judgeParameters } from '../judging/judge-parameters.ts';
import { makeSessionJudge, makeTraceJudge } from '../judging/make-judge.ts';
import { VARIABLES, readSession, readTrace, type Variable } from './read-variables.ts';

const parameters = judgeParameters.extend({
  instructions: z
    .string()
    .min(1)
    .max(50_000)
    .describe(
      `What to judge and how, in plain words with ${VARIABLES.map((name) => `{{ ${name} }}`).join(', ')}.`,
    ),
  feedback_value_type: feedbackType
    .default({ type: 'string' })
    .describe(
      'JSON schema of the verdict: a text, number, boolean, words of an enum, or a list or map of those.',
    ),
});

/** A judge that looks closer asks about as often. */
const CALLS_WITH_TOOLS = 4;

export const instructions = defineBuiltIn({
  name: 'instructions',
  title: 'Instructions',
  description: 'A judge of your own: what its instructions ask, answered as the type that you choose.',
  level: 'any',
  parameters,
  needsExpectations: [],
  reads: ['what the instructions name'],
  isJudge: true,
  create: (name, { instructions: prompt, feedback_value_type: type, ...rest }) => {
    const variables = variablesIn(prompt, name);
    const verdict = verdictTypeOf(type);
    const metadata = { guideline: prompt };
    const options = { name, prompt, parameters: rest, verdict };
    if (variables.has('conversation')) {
      return makeSessionJudge({
        ...options,
        score: async (traces, ask) => {
          const blocks = readSession(traces, variables);
          return isOutcome(blocks) ? blocks : scored({ ...(await ask({ blocks })), metadata });
        },
      });
    }
    return makeTraceJudge({
      ...options,
      calls: variables.has('trace') ? CALLS_WITH_TOOLS : 1,
      score: async (trace, ask) => {
        const reading = readTrace(trace, variables);
        return 'blocks' in reading ? scored({ ...(await ask(reading)), metadata }) : reading;
      },
    });
  },
});

/** Throws Rejected for instructions that no judge could follow; the rules are MLflow's. */
function variablesIn(prompt: string, name: string): ReadonlySet<Variable> {
  const words = [...prompt.matchAll(PLACEHOLDER)].map(([, word = '']) => word);
  const known = new Set(words.filter(isVariable));
  const unknown = words.find((word) => !isVariable(word));
  const all = VARIABLES.map((variable) => `{{ ${variable} }}`).join(', ');
  if (unknown !== undefined) {
    throw new Rejected(`The instructions of scorer '${name}' name {{ ${unknown} }}: there are only ${all}.`);
  }
  if (known.size === 0)
    throw new Rejected(`The instructions of scorer '${name}' name nothing to look at: use ${all}.`);
  const others = [...known].filter((variable) => variable !== 'conversation' && variable !== 'expectations');
  if (known.has('conversation') && others.length > 0) {
    throw new Rejected(
      `The instructions of scorer '${name}' name {{ conversation }} and {{ ${others[0]} }}: beside a conversation there are only {{ expectations }}.`,
    );
  }
  return known;
}

function isVariable(word: string): word is Variable {
  return VARIABLES.some((variable) => variable === word);
}
