import { dollarsNumber, LARGEST_COST, picoDollars } from '../cost/dollars.ts';
import { CLIENT_PRICE, type Cost, type TraceCost } from '../cost/span-cost.ts';
import { hasAncestor } from './has-ancestor.ts';
import type { SpanFacts } from './span-facts.ts';

/**
 * Sum over the spans with a cost, leaving out any with an ancestor that has one: an agent span often repeats the sum of its
 * calls. Undefined when no span has one.
 */
export function sumCosts(spans: ReadonlyMap<string, SpanFacts>): TraceCost | undefined {
  const sum = { input: 0n, cache: 0n, output: 0n, total: 0n };
  const prices = new Set<string>();
  for (const span of spans.values()) {
    if (!span.cost || hasAncestor(span, spans, ({ cost }) => cost !== undefined)) continue;
    prices.add(span.cost.price);
    for (const part of PARTS) sum[part] += span.cost[part];
  }
  if (prices.size === 0) return undefined;
  for (const part of PARTS) if (sum[part] > LARGEST_COST) sum[part] = LARGEST_COST;
  return { ...sum, prices: [...prices].sort() };
}

const PARTS = ['input', 'cache', 'output', 'total'] as const satisfies readonly (keyof Cost)[];

/** MLflow's spelling, in dollars; what the cache cost is part of the input. Source: mlflow.trace.cost, CostKey. */
export function toMlflowCost(cost: Cost): string {
  return JSON.stringify({
    input_cost: dollarsNumber(cost.input + cost.cache),
    output_cost: dollarsNumber(cost.output),
    total_cost: dollarsNumber(cost.total),
  });
}

/** Undefined for a text that is not a cost. */
export function fromMlflowCost(text: string): TraceCost | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof parsed !== 'object' || parsed === null) return undefined;
  const dollars = (key: string): bigint | undefined => picoDollars(Reflect.get(parsed, key));
  const input = dollars('input_cost');
  const output = dollars('output_cost');
  const total = dollars('total_cost') ?? (input ?? 0n) + (output ?? 0n);
  if (input === undefined && output === undefined && total === 0n) return undefined;
  return { input: input ?? 0n, cache: 0n, output: output ?? 0n, total, prices: [CLIENT_PRICE] };
}
