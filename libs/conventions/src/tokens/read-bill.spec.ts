import type { AttributeValue, SpanCost } from '@millrace/domain';
import { expect, it } from 'vitest';
import { makeSpan } from '../../spec/make-span.ts';
import { translate } from '../translate.ts';
import { readBill } from './read-bill.ts';

function billOf(attributes: Readonly<Record<string, AttributeValue>>) {
  const bill: { serviceTier?: string; cost?: SpanCost } = {};
  const faults: string[] = [];
  readBill(bill, new Map(Object.entries(attributes)), faults);
  return { ...bill, faults };
}

const MICRO = 1_000_000n;

it.each<[string, Readonly<Record<string, AttributeValue>>, readonly [number, number, number, number]]>([
  [
    'MLflow, as JSON',
    { 'mlflow.llm.cost': '{"input_cost":0.001,"output_cost":0.002,"total_cost":0.003}' },
    [1000, 0, 2000, 3000],
  ],
  ['MLflow, as a map', { 'mlflow.llm.cost': new Map([['total_cost', 0.5]]) }, [0, 0, 0, 500_000]],
  [
    'OpenInference, the cache within the prompt',
    {
      'llm.cost.prompt': 0.003,
      'llm.cost.completion': 0.001,
      'llm.cost.total': 0.004,
      'llm.cost.prompt_details.cache_read': 0.0005,
    },
    [2500, 500, 1000, 4000],
  ],
  [
    'OpenInference without a total',
    { 'llm.cost.prompt': 0.003, 'llm.cost.completion': 0.001 },
    [3000, 0, 1000, 4000],
  ],
  ['OpenLIT', { 'gen_ai.usage.cost': 0.25 }, [0, 0, 0, 250_000]],
  ['Logfire', { 'operation.cost': 0.25 }, [0, 0, 0, 250_000]],
  [
    'Langfuse',
    { 'langfuse.observation.cost_details': '{"input":1,"output":2,"total":3}' },
    [1e6, 0, 2e6, 3e6],
  ],
  [
    'MLflow before others',
    { 'gen_ai.usage.cost': 9, 'mlflow.llm.cost': '{"total_cost":0.5}' },
    [0, 0, 0, 500_000],
  ],
  ['an integer', { 'gen_ai.usage.cost': 2n }, [0, 0, 0, 2e6]],
])('believes the cost of %s', (_, attributes, [input, cache, output, total]) => {
  const micro = (dollars: number) => BigInt(dollars) * MICRO;
  const cost = { input: micro(input), cache: micro(cache), output: micro(output), total: micro(total) };
  expect(billOf(attributes)).toEqual({ cost: { ...cost, price: 'client' }, faults: [] });
});

it.each<[string, Readonly<Record<string, AttributeValue>>, readonly string[]]>([
  ['zero', { 'gen_ai.usage.cost': 0 }, []],
  ['a negative one', { 'gen_ai.usage.cost': -1 }, ['gen_ai.usage.cost is not a cost']],
  ['a word', { 'operation.cost': 'cheap' }, ['operation.cost is not a cost']],
  ['half a JSON', { 'mlflow.llm.cost': '{"total_cost":' }, ['mlflow.llm.cost is not a map of costs']],
  [
    'a part that is none',
    { 'mlflow.llm.cost': '{"total_cost":[1]}' },
    ['mlflow.llm.cost.total_cost is not a cost'],
  ],
  ['10^18', { 'gen_ai.usage.cost': 10n ** 18n }, ['gen_ai.usage.cost is not a cost']],
])('takes %s for no cost', (_, attributes, faults) => {
  expect(billOf(attributes)).toEqual({ faults });
});

it('knows the service tier, the given before the wanted', () => {
  const attributes = { 'openai.request.service_tier': 'auto', 'openai.response.service_tier': 'flex' };
  expect(billOf(attributes)).toEqual({ serviceTier: 'flex', faults: [] });
});

it('is part of what a span means', () => {
  const meaning = translate(makeSpan({ 'gen_ai.request.model': 'm', 'operation.cost': 1 }));
  expect(meaning.cost?.total).toBe(1_000_000n * MICRO);
});
