import type { components } from '@millrace/api-client';
import type { Session } from '../connection/session.ts';
import {
  formatCost,
  formatDuration,
  formatTime,
  formatValue,
  oneLine,
  stripControls,
} from '../output/format.ts';
import { renderFields } from '../output/table.ts';
import type { Colors } from '../output/terminal.ts';
import { paintState } from './trace-columns.ts';

type Schemas = components['schemas'];
type Span = Schemas['Span'];

export interface ShownTrace {
  readonly trace: Schemas['Trace'];
  readonly spans: readonly (Span | Schemas['SpanDetail'])[];
}

const AT_ONCE = 8;

/** A trace and all its spans. */
export async function readTrace(
  session: Session,
  traceId: string,
  withPayloads: boolean,
): Promise<ShownTrace> {
  const path = { trace_id: traceId };
  const { millrace, api } = session;
  const {
    trace,
    spans,
    next_page_token: next,
  } = await millrace.take(
    api.GET('/api/v1/traces/{trace_id}', { params: { path, query: { consistency: 'strong' } } }),
  );
  let after = next;
  while (after !== undefined) {
    const page = await millrace.take(
      api.GET('/api/v1/traces/{trace_id}/spans', { params: { path, query: { after } } }),
    );
    spans.push(...page.spans);
    after = page.next_page_token;
  }
  return { trace, spans: withPayloads ? await payloadsOf(session, traceId, spans) : spans };
}

async function payloadsOf(session: Session, traceId: string, spans: readonly Span[]) {
  const details: Schemas['SpanDetail'][] = [];
  for (let at = 0; at < spans.length; at += AT_ONCE) {
    const some = spans.slice(at, at + AT_ONCE).map(async ({ span_id: spanId }) => {
      const path = { trace_id: traceId, span_id: spanId };
      const answer = await session.millrace.take(
        session.api.GET('/api/v1/traces/{trace_id}/spans/{span_id}', { params: { path } }),
      );
      return answer.span;
    });
    details.push(...(await Promise.all(some)));
  }
  return details;
}

/** What is known of the trace, then its spans as a tree. */
export function renderTrace({ trace, spans }: ShownTrace, colors: Colors): string {
  const fields = {
    trace: trace.trace_id,
    name: trace.name,
    state: trace.state,
    experiment: trace.experiment_id,
    began: formatTime(trace.request_time),
    took: formatDuration(trace.duration_nano),
    tokens: trace.tokens && String(trace.tokens.total),
    cost: formatCost(trace.cost?.total),
    session: trace.session_id,
    user: trace.user_id,
    tags: Object.entries(trace.tags)
      .filter(([key]) => !key.startsWith('mlflow.'))
      .map(([key, value]) => `${key}=${value}`)
      .join(', '),
    request: trace.request_preview && oneLine(trace.request_preview, 200),
    response: trace.response_preview && oneLine(trace.response_preview, 200),
  };
  const assessments = trace.assessments.map(
    ({ name, kind, value, has_error: hasError, source_type: source }) =>
      `${kind} ${name}: ${hasError ? 'error' : formatValue(value)} (${source})`,
  );
  return [renderFields(fields, colors), ...assessments.map(stripControls), '', ...treeOf(spans, colors)].join(
    '\n',
  );
}

function treeOf(spans: ShownTrace['spans'], colors: Colors): string[] {
  const known = new Set(spans.map(({ span_id: id }) => id));
  const children = new Map<string, (typeof spans)[number][]>();
  for (const span of spans) {
    const { parent_span_id: parent } = span;
    const place = parent !== undefined && known.has(parent) ? parent : '';
    children.set(place, [...(children.get(place) ?? []), span]);
  }
  const lines: string[] = [];
  const waiting = (children.get('') ?? []).map((span) => ({ span, depth: 0 })).reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { span, depth } = next;
    lines.push(...spanLines(span, depth, colors));
    for (const child of (children.get(span.span_id) ?? []).reverse()) {
      waiting.push({ span: child, depth: depth + 1 });
    }
  }
  return lines;
}

function spanLines(span: ShownTrace['spans'][number], depth: number, colors: Colors): string[] {
  const indent = '  '.repeat(depth);
  const took = formatDuration(Number(BigInt(span.end_time_unix_nano) - BigInt(span.start_time_unix_nano)));
  const head = [
    `${indent}${oneLine(span.name)}`,
    colors.dim(span.type),
    took,
    ...(span.model === undefined ? [] : [span.model]),
    ...(span.tokens ? [`${span.tokens.total} tokens`] : []),
    ...(span.cost ? [formatCost(span.cost.total)] : []),
    ...(span.status.code === 'ERROR'
      ? [paintState(`ERROR ${oneLine(span.status.message ?? '')}`, 'ERROR', colors)]
      : []),
    colors.dim(span.span_id),
  ].join('  ');
  if (!('attributes' in span)) return [head];
  const payloads = [
    ['asked', span.inputs],
    ['answered', span.outputs],
  ].flatMap(([name, text]) =>
    text === undefined ? [] : [`${indent}    ${colors.dim(`${name}:`)} ${stripControls(text)}`],
  );
  return [head, ...payloads];
}
