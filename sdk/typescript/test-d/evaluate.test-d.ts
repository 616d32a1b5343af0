import { evaluate, type EvaluationResult } from '../src/index.ts';

const data = [{ inputs: { question: 'a?' }, expectations: { answer: 'A?' } }];
const exact = {
  name: 'exact',
  score: ({ outputs, expectations }: { outputs: string; expectations: Readonly<Record<string, unknown>> }) =>
    outputs === expectations['answer'],
};

/** What the types take and refuse. @public compiled, never run. */
export async function check(): Promise<void> {
  const result: EvaluationResult<{ question: string }, string> = await evaluate({
    experiment: 'types',
    data,
    predict: ({ question }) => question.toUpperCase(),
    scorers: ['safety', exact, { name: 'long', score: ({ outputs }) => outputs.length > 3 }],
  });
  result.rows[0]?.outputs?.toUpperCase();

  await evaluate({
    experiment: 'types',
    data: 'a data set',
    predict: async (inputs: { question: string }, { tracer }) =>
      tracer.startActiveSpan(inputs.question, () => 1),
    scorers: [],
  });

  await evaluate({
    experiment: 'types',
    data,
    // @ts-expect-error: the records have no field of this name
    predict: ({ prompt }) => String(prompt),
    scorers: [],
  });

  // @ts-expect-error: an evaluation belongs to an experiment
  await evaluate({ data, predict: () => 1, scorers: [] });

  await evaluate({
    experiment: 'types',
    data,
    predict: () => 'text',
    // @ts-expect-error: a scorer has a name
    scorers: [{ score: () => true }],
  });

  await evaluate({
    experiment: 'types',
    data,
    predict: () => 'text',
    // @ts-expect-error: what a scorer finds is JSON
    scorers: [{ name: 'bad', score: () => () => true }],
  });

  // @ts-expect-error: a result does not change
  result.rows[0] = undefined;
}
