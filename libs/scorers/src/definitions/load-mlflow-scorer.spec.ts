import { readdirSync, readFileSync } from 'node:fs';
import { Rejected, type JsonValue } from '@millrace/domain';
import { describe, expect, it } from 'vitest';
import { loadSubject, subjectFixture } from '../../spec/load-subject.ts';
import type { Judge, JudgeRequest } from '../judge.ts';
import { BUILT_IN_SCORERS } from '../registry.ts';
import { loadScorer } from './load-scorer.ts';

/** Written by capture/capture.py with the real client. */
const TESTDATA = `${import.meta.dirname}/testdata`;
const read = (name: string): string => readFileSync(`${TESTDATA}/${name}.json`, 'utf8');
const names = readdirSync(TESTDATA).map((file) => file.replace('.json', ''));
const loadable = names.filter((name) => !name.startsWith('refused'));

/** A judge that answers in turn and remembers what it was asked. */
function judgeSaying(...results: JsonValue[]): {
  tools: Parameters<ReturnType<typeof loadScorer>['score']>[1];
  asked: JudgeRequest[];
} {
  const asked: JudgeRequest[] = [];
  const judge: Judge = {
    ask: async (request) => {
      asked.push(request);
      const value = { rationale: 'So it is.', result: results.shift() ?? null };
      return { value, model: 'm', inputTokens: 1, outputTokens: 1, costUsd: undefined, isCached: false };
    },
  };
  return { asked, tools: { judge, code: { run: () => Promise.reject(new Error('no code')) } } };
}

const subject = loadSubject(subjectFixture.parse({ trace: { inputs: 'How?', outputs: 'So.' } }));

it.each(loadable)('loads %s', (name) => {
  const definition = JSON.parse(read(name)) as { name: string; is_session_level_scorer: boolean };
  const scorer = loadScorer(read(name), 'mine');
  expect(scorer.name).toBe('mine');
  if (!name.startsWith('ensemble')) {
    expect(scorer.level).toBe(definition.is_session_level_scorer ? 'session' : 'trace');
  }
});

it('there is a scorer for every class that the client can serialise', () => {
  const classes = names.flatMap((name) => /^builtin-(\w+)$/.exec(name)?.[1] ?? []);
  const known = new Set(BUILT_IN_SCORERS.flatMap(({ mlflowClass }) => mlflowClass ?? []));
  expect(classes.filter((each) => !known.has(each))).toEqual([]);
});

it('code in Python and scorers of other libraries are refused with the reason', () => {
  const load = (definition: string) => () => loadScorer(definition, 'mine');
  expect(load(read('refused-code'))).toThrow(Rejected);
  expect(load(read('refused-code'))).toThrow(/'mine' is code in Python/);
  const other = {
    serialization_version: 1,
    third_party_scorer_data: { module: 'mlflow.genai.scorers.ragas', class: 'Faithfulness' },
  };
  expect(load(JSON.stringify(other))).toThrow(/Faithfulness of mlflow.genai.scorers.ragas/);
  expect(load(JSON.stringify({ serialization_version: 1 }))).toThrow(/no kind of scorer/);
  expect(load(JSON.stringify({ serialization_version: 1, builtin_scorer_class: 'Magic' }))).toThrow(
    /no built-in scorer 'Magic'/,
  );
  expect(load(JSON.stringify({ serialization_version: 1, builtin_scorer_class: 5 }))).toThrow(
    /builtin_scorer_class/,
  );
});

it.each<[name: string, part: object, reason: RegExp]>([
  ['builtin-Safety', { builtin_scorer_pydantic_data: { extra_headers: { Authorization: 'x' } } }, /gateway/],
  ['builtin-Safety', { builtin_scorer_pydantic_data: { model: 'databricks' } }, /'model'/],
  ['builtin-Safety', { builtin_scorer_pydantic_data: { inference_params: { logit_bias: 1 } } }, /logit_bias/],
  [
    'judge-bool',
    { instructions_judge_pydantic_data: { instructions: '{{ inputs }}', model_api: 'decisions' } },
    /chat/,
  ],
  ['judge-bool', { instructions_judge_pydantic_data: { instructions: 5 } }, /'instructions'/],
])('%s with %j is refused', (name, part, reason) => {
  const definition = JSON.stringify({ ...JSON.parse(read(name)), ...part });
  expect(() => loadScorer(definition, 'mine')).toThrow(Rejected);
  expect(() => loadScorer(definition, 'mine')).toThrow(reason);
});

it('a judge of make_judge is asked as it was made', async () => {
  const { asked, tools } = judgeSaying(true);
  const expected = loadSubject(
    subjectFixture.parse({ trace: { inputs: 'How?', outputs: 'So.', expectations: { tone: 'warm' } } }),
  );
  const outcome = await loadScorer(read('judge-expectations'), 'mine').score(expected, tools);
  expect(outcome).toMatchObject({ kind: 'scored', verdicts: [{ name: 'mine', value: true }] });
  expect(asked).toMatchObject([
    { model: 'anthropic:/claude-sonnet-4-5', temperature: 0.2, topP: 0.9, maxOutputTokens: 500 },
  ]);
  expect(asked[0]?.schema).toMatchObject({ properties: { result: { type: 'boolean' } } });
  expect(Object.keys(Object(asked[0]?.schema['properties']))).toEqual(['rationale', 'result']);
});

it('an aligned judge keeps the guidelines that it learned', async () => {
  const { asked, tools } = judgeSaying(true);
  await loadScorer(read('memory'), 'mine').score(subject, tools);
  expect(asked[0]?.messages[0]).toMatchObject({ text: expect.stringContaining('- Be brief.') });
});

describe('an ensemble', () => {
  it.each<[name: string, results: JsonValue[], value: JsonValue]>([
    ['majority_vote', ['yes', 'no'], 'no'],
    ['majority_vote', ['yes', 'yes'], 'yes'],
    ['agg_all', ['yes', 'no'], false],
    ['agg_any', ['yes', 'no'], true],
    ['mean', [1, 4], 2.5],
    ['minimum', [1, 4], 1],
    ['maximum', [1, 4], 4],
  ])('%s of %j is %j', async (name, results, value) => {
    const { tools } = judgeSaying(...results);
    const outcome = await loadScorer(read(`ensemble-${name}`), 'mine').score(subject, tools);
    expect(outcome).toMatchObject({ verdicts: [{ name: 'mine', value, answer: { inputTokens: 2 } }] });
  });

  it('is skipped when a part of it is', async () => {
    const empty = loadSubject(subjectFixture.parse({ trace: { inputs: 'How?' } }));
    const outcome = await loadScorer(read('ensemble-agg_all'), 'mine').score(empty, judgeSaying().tools);
    expect(outcome).toEqual({ kind: 'skipped', reason: "needs outputs (for 'safety')" });
  });
});
