import {
  parseFilterOf,
  Rejected,
  type Comparison,
  type Filter,
  type ReadField,
  type SpanFilter,
} from '@millrace/domain';
import type { AnalyticsQuery } from '@millrace/ports';
import type { MetricView } from './trace-metrics.ts';

interface MetricField {
  readonly entity: 'status' | 'tag' | 'metadata' | 'span' | 'assessment';
  readonly key: string;
}

const SPAN_KEYS = ['name', 'status', 'type'];
const ASSESSMENT_KEYS = ['name', 'type'];
const ALLOWED =
  "trace.status, trace.tag.<key>, trace.metadata.<key>, for spans span.name, span.status and span.type, for assessments assessment.name and assessment.type; each with '='";

/** The filters of a metrics request, which are single equalities. Throws Rejected for any other. */
export function readMetricFilters(
  view: MetricView,
  texts: readonly string[],
): Pick<AnalyticsQuery, 'filter' | 'spanFilter' | 'assessment'> {
  const traces: Filter[] = [];
  const spans: SpanFilter[] = [];
  const assessment: { name?: string; kind?: 'feedback' | 'expectation' } = {};
  for (const text of texts) {
    const comparison = readEquality(text, view);
    const { entity, key } = comparison.field;
    const value = String(comparison.value);
    if (entity === 'span') spans.push({ ...comparison, field: { entity, key } });
    else if (entity === 'assessment' && key === 'name') assessment.name = value;
    else if (entity === 'assessment') assessment.kind = requireKind(value);
    else if (entity === 'status') traces.push({ ...comparison, field: { entity: 'trace', key: 'status' } });
    else traces.push({ ...comparison, field: { entity, key } });
  }
  return {
    ...(traces.length > 0 && { filter: { kind: 'and', operands: traces } }),
    ...(spans.length > 0 && { spanFilter: { kind: 'and', operands: spans } }),
    ...(Object.keys(assessment).length > 0 && { assessment }),
  };
}

function readEquality(text: string, view: MetricView): Comparison<MetricField> {
  const filter = parseFilterOf(text, fieldsOf(view));
  if (filter?.kind === 'comparison') return filter;
  throw new Rejected(`'${text}' is not one filter of a metric; there are ${ALLOWED}`);
}

function fieldsOf(view: MetricView): ReadField<MetricField> {
  return (segments) => {
    const field = findField(segments, view);
    if (field === undefined) return `Invalid filter on ${view}. There are ${ALLOWED}.`;
    return { field, comparators: ['='], value: 'text', label: segments.join('.') };
  };
}

function findField(
  [entity, head = '', ...rest]: readonly string[],
  view: MetricView,
): MetricField | undefined {
  const key = rest.join('.');
  if (entity === 'trace') {
    if (head === 'status' && key === '') return { entity: 'status', key: 'status' };
    if ((head === 'tag' || head === 'metadata') && key !== '') return { entity: head, key };
  }
  if (key !== '') return undefined;
  if (entity === 'span' && view === 'SPANS' && SPAN_KEYS.includes(head)) return { entity, key: head };
  if (entity === 'assessment' && view === 'ASSESSMENTS' && ASSESSMENT_KEYS.includes(head)) {
    return { entity, key: head };
  }
  return undefined;
}

function requireKind(value: string): 'feedback' | 'expectation' {
  if (value === 'feedback' || value === 'expectation') return value;
  throw new Rejected(`assessment.type is 'feedback' or 'expectation', not '${value}'`);
}
