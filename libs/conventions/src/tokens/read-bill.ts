import {
  CLIENT_PRICE,
  LARGEST_COST,
  picoDollars,
  type AttributeMap,
  type AttributeValue,
  type SpanCost,
} from '@millrace/domain';

/** What the provider says before what was asked of it. */
const SERVICE_TIERS = [
  'openai.response.service_tier',
  'gen_ai.openai.response.service_tier',
  'gen_ai.response.service_tier',
  'openai.request.service_tier',
  'gen_ai.openai.request.service_tier',
  'gen_ai.request.service_tier',
];

/** Which attributes hold which part of a cost in dollars; an `input` includes what its cache cost. */
interface CostTable {
  readonly input?: string;
  readonly output?: string;
  readonly total: string;
  readonly cache?: readonly string[];
}

/** Parts in one attribute: a map, or its JSON. */
const MAPS: readonly (CostTable & { readonly key: string })[] = [
  // https://github.com/mlflow/mlflow/blob/master/mlflow/tracing/constant.py: CostKey
  { key: 'mlflow.llm.cost', input: 'input_cost', output: 'output_cost', total: 'total_cost' },
  // https://langfuse.com/integrations/native/opentelemetry
  { key: 'langfuse.observation.cost_details', input: 'input', output: 'output', total: 'total' },
];
const TABLES: readonly CostTable[] = [
  // https://github.com/Arize-ai/openinference/blob/main/spec/semantic_conventions.md
  {
    input: 'llm.cost.prompt',
    output: 'llm.cost.completion',
    total: 'llm.cost.total',
    cache: ['llm.cost.prompt_details.cache_read', 'llm.cost.prompt_details.cache_write'],
  },
  // OpenLIT and OpenRouter write the first, Laminar and Logfire the parts; none is in OpenTelemetry's conventions.
  { input: 'gen_ai.usage.input_cost', output: 'gen_ai.usage.output_cost', total: 'gen_ai.usage.cost' },
  { total: 'gen_ai.usage.total_cost' },
  { total: 'operation.cost' },
];

/** Every attribute that says something here: a span without any of them has no bill. */
export const BILL_KEYS: readonly string[] = [
  ...SERVICE_TIERS,
  ...MAPS.map(({ key }) => key),
  ...TABLES.flatMap(({ input, output, total, cache = [] }) =>
    [input, output, total, ...cache].filter((key) => key !== undefined),
  ),
];

/**
 * Adds to a meaning what decides the price of the call: its service tier, and the cost the client told. A client that tells
 * zero does not know the price (OpenLIT writes it for every model it has not heard of), so that says nothing.
 */
export function readBill(
  meaning: { serviceTier?: string; cost?: SpanCost },
  attributes: AttributeMap,
  faults: string[],
): void {
  for (const key of SERVICE_TIERS) {
    const tier = attributes.get(key);
    if (typeof tier !== 'string' || tier === '') continue;
    meaning.serviceTier = tier;
    break;
  }
  const cost = toldCost(attributes, faults);
  if (cost) meaning.cost = cost;
}

function toldCost(attributes: AttributeMap, faults: string[]): SpanCost | undefined {
  for (const table of MAPS) {
    const told = attributes.get(table.key);
    if (told === undefined) continue;
    const parts = partsOf(told);
    if (!parts) faults.push(`${table.key} is not a map of costs`);
    const cost =
      parts &&
      costOf(
        table,
        (key) => parts(key),
        (key) => faults.push(`${table.key}.${key} is not a cost`),
      );
    if (cost) return cost;
  }
  for (const table of TABLES) {
    const cost = costOf(
      table,
      (key) => attributes.get(key),
      (key) => faults.push(`${key} is not a cost`),
    );
    if (cost) return cost;
  }
  return undefined;
}

function partsOf(value: AttributeValue): ((key: string) => unknown) | undefined {
  if (value instanceof Map) return (key) => (value as AttributeMap).get(key);
  if (typeof value !== 'string') return undefined;
  try {
    const parsed: unknown = JSON.parse(value);
    return typeof parsed === 'object' && parsed !== null ? (key) => Reflect.get(parsed, key) : undefined;
  } catch {
    return undefined;
  }
}

function costOf(
  table: CostTable,
  read: (key: string) => unknown,
  fault: (key: string) => void,
): SpanCost | undefined {
  const part = (key: string | undefined): bigint | undefined => {
    const value = key === undefined ? undefined : (read(key) ?? undefined);
    if (key === undefined || value === undefined) return undefined;
    const cost = picoDollars(value);
    if (cost === undefined) fault(key);
    return cost;
  };
  const input = part(table.input) ?? 0n;
  const output = part(table.output) ?? 0n;
  const total = part(table.total) ?? input + output;
  if (total === 0n || total > LARGEST_COST) return undefined;
  const cache = (table.cache ?? []).reduce((sum, key) => sum + (part(key) ?? 0n), 0n);
  const cached = cache > input ? 0n : cache;
  return { input: input - cached, cache: cached, output, total, price: CLIENT_PRICE };
}
