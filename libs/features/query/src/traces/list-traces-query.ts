import {
  parseFilter,
  Rejected,
  type Comparison,
  type Filter,
  type SpanField,
  type TraceField,
} from '@millrace/domain';
import { unixNano } from '@millrace/service-kit';
import { z } from 'zod';
import { consistency } from '../freshness/freshness.dto.ts';
import { listFields } from '../tables/list-fields.ts';

/** Traces on a page that does not say. */
export const USUAL_TRACES = 100;

/** Metadata of the traces that judges made, as MLflow names it. */
const SOURCE_SCORER = 'mlflow.trace.sourceScorer';

/** A field that may be repeated. */
export const oneOrMore = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());

/** The fields of `GET /api/v1/traces` that have a name of their own. */
export const listTracesQuery = z.object({
  experiment_id: oneOrMore.optional().describe('May be repeated; every active experiment when absent'),
  from: unixNano
    .optional()
    .describe('Earliest request time, inclusive: RFC 3339 or milliseconds since the epoch'),
  to: unixNano.optional().describe('Latest request time, exclusive'),
  filter: z
    .string()
    .default('')
    .describe("For example: status = 'ERROR' AND (tags.env = 'prod' OR span.type = 'TOOL')"),
  state: z.enum(['OK', 'ERROR', 'IN_PROGRESS']).optional(),
  name: z.string().optional(),
  session: z.string().optional(),
  user: z.string().optional(),
  order_by: z
    .string()
    .default('')
    .describe('For example: execution_time DESC, tag.env ASC; newest first by default'),
  include_judge_traces: z
    .enum(['true', 'false'], { error: 'expected true or false' })
    .optional()
    .describe(
      `Whether traces that judges made are listed: they are no traffic. Absent: only if the filter names metadata.\`${SOURCE_SCORER}\``,
    ),
  ...listFields(USUAL_TRACES),
  consistency,
});

/** What a list of traces asks for: named fields, and shortcuts by key: `tag.<key>=…`, `attribute.<key>=…`. */
export type ListTracesQuery = z.output<typeof listTracesQuery> & {
  readonly filters: readonly Filter[];
  readonly leavesOutJudgeTraces: boolean;
};

/** Throws Rejected naming every fault, an unknown field among them. */
export function parseListTracesQuery(input: Readonly<Record<string, unknown>>): ListTracesQuery {
  const named = Object.keys(listTracesQuery.shape);
  const keyed = Object.entries(input).filter(([name]) => !named.includes(name));
  const faults: string[] = [];
  const filters = keyed.flatMap(([name, value]) => {
    const filter = shortcut(name, value);
    if (!filter) faults.push(`${name}: is not a field of this request`);
    return filter ? [filter] : [];
  });
  const result = listTracesQuery.safeParse(input);
  if (!result.success) {
    faults.push(
      ...result.error.issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`),
    );
  }
  if (!result.success || faults.length > 0) throw new Rejected(faults.join('; '));
  const { state, name, session, user, filter } = result.data;
  const given = parseFilter(filter);
  const asked = result.data.include_judge_traces;
  return {
    ...result.data,
    leavesOutJudgeTraces: asked === undefined ? !namesSourceScorer(given) : asked === 'false',
    filters: [
      ...(given ? [given] : []),
      ...equals({ entity: 'trace', key: 'status' }, state),
      ...equals({ entity: 'trace', key: 'name' }, name),
      ...equals({ entity: 'metadata', key: 'mlflow.trace.session' }, session),
      ...equals({ entity: 'metadata', key: 'mlflow.trace.user' }, user),
      ...filters,
    ],
  };
}

function shortcut(name: string, value: unknown): Filter | undefined {
  const [, kind, key = ''] = /^(tag|attribute)\.(.+)$/s.exec(name) ?? [];
  if (kind === undefined || typeof value !== 'string') return undefined;
  if (kind === 'tag') return equals({ entity: 'tag', key }, value)[0];
  const where = equality<SpanField>({ entity: 'span.attribute', key }, value);
  return { kind: 'span', where, range: where.range };
}

function equals(field: TraceField, value: string | undefined): Comparison<TraceField>[] {
  return value === undefined ? [] : [equality(field, value)];
}

function equality<Field>(field: Field, value: string): Comparison<Field> {
  return { kind: 'comparison', field, comparator: '=', value, range: { start: 0, end: 0 } };
}

/** All of the filters at once; undefined for none. */
export function allOf(filters: readonly Filter[]): Filter | undefined {
  return filters.length > 1 ? { kind: 'and', operands: filters } : filters[0];
}

/** Whoever asks about the key means the traces that have it. */
function namesSourceScorer(filter: Filter | undefined): boolean {
  switch (filter?.kind) {
    case 'and':
    case 'or':
      return filter.operands.some(namesSourceScorer);
    case 'not':
      return namesSourceScorer(filter.operand);
    case 'comparison':
      return filter.field.entity === 'metadata' && filter.field.key === SOURCE_SCORER;
    default:
      return false;
  }
}
