import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import type { components } from '@millrace/api-client';
import { parseTime } from '../commands/arguments.ts';
import type { Session } from '../connection/session.ts';
import { FILTER_GRAMMAR } from './filter-grammar.ts';
import { cut, toolAnswer } from './tool-answer.ts';

type Schemas = components['schemas'];

const PREVIEW = 300;
const ATTRIBUTE = 500;
const NANOS_PER_MS = 1e6;
const READ_ONLY = { annotations: { readOnlyHint: true, openWorldHint: false } } as const;

const traceId = z.string().describe('As search_traces tells it');
const time = z
  .string()
  .transform((text) => parseTime(text))
  .optional();

export function addTraceTools(server: McpServer, session: Session): void {
  addSearchTraces(server, session);
  addGetTrace(server, session);
  addGetSpan(server, session);
}

function addSearchTraces(server: McpServer, session: Session): void {
  server.registerTool(
    'search_traces',
    {
      ...READ_ONLY,
      title: 'Search traces',
      description: `Finds traces of LLM applications, the newest first; each with its state, time, tokens, cost and the beginning of what was asked and answered.\n${FILTER_GRAMMAR}`,
      inputSchema: {
        filter: z.string().optional().describe("Such as: status = 'ERROR' AND span(type = 'TOOL')"),
        experiment: z.string().optional().describe('Name or id; all when absent'),
        from: time.describe('Began then or later: 30m, 6h, 7d (ago) or RFC 3339'),
        to: time.describe('Began before then'),
        order_by: z.string().optional().describe('Such as: execution_time DESC'),
        limit: z.number().int().min(1).max(100).default(20),
        page_token: z.string().optional().describe('next_page_token of the answer before'),
      },
    },
    async ({ experiment, ...query }) => {
      const id =
        experiment === undefined
          ? await session.experimentId()
          : await session.millrace.experimentId(experiment);
      const params = { query: { ...defined(query), ...(id !== undefined && { experiment_id: id }) } };
      const page = await session.millrace.take(session.api.GET('/api/v1/traces', { params }));
      return toolAnswer({
        traces: page.traces.map(summaryOf),
        ...defined({ next_page_token: page.next_page_token }),
      });
    },
  );
}

function addGetTrace(server: McpServer, session: Session): void {
  server.registerTool(
    'get_trace',
    {
      ...READ_ONLY,
      title: 'Read a trace',
      description:
        'A trace and the skeleton of its spans (id, parent, name, type, times, status, model, tokens, cost), without what they were asked and answered: get_span reads that, span by span.',
      inputSchema: {
        trace_id: traceId,
        after: z.string().optional().describe('next_page_token of the answer before: more spans'),
      },
    },
    async ({ trace_id: id, after }) => {
      const path = { trace_id: id };
      if (after !== undefined) {
        const params = { path, query: { after } };
        const page = await session.millrace.take(
          session.api.GET('/api/v1/traces/{trace_id}/spans', { params }),
        );
        return toolAnswer({
          spans: page.spans.map(skeletonOf),
          ...defined({ next_page_token: page.next_page_token }),
        });
      }
      const found = await session.millrace.take(
        session.api.GET('/api/v1/traces/{trace_id}', { params: { path } }),
      );
      const { trace } = found;
      return toolAnswer({
        trace: {
          ...summaryOf(trace),
          tags: trace.tags,
          metadata: trace.metadata,
          assessments: trace.assessments,
        },
        spans: found.spans.map(skeletonOf),
        ...defined({ next_page_token: found.next_page_token }),
      });
    },
  );
}

function addGetSpan(server: McpServer, session: Session): void {
  server.registerTool(
    'get_span',
    {
      ...READ_ONLY,
      title: 'Read a span',
      description:
        'What a span was asked and answered, its attributes and events. Long texts are cut: offset reads on in inputs and outputs.',
      inputSchema: {
        trace_id: traceId,
        span_id: z.string(),
        max_characters: z
          .number()
          .int()
          .min(100)
          .max(40_000)
          .default(4000)
          .describe('Of inputs and of outputs'),
        offset: z.number().int().min(0).default(0),
      },
    },
    async ({ trace_id: trace, span_id: spanId, max_characters: most, offset }) => {
      const params = { path: { trace_id: trace, span_id: spanId } };
      const { span } = await session.millrace.take(
        session.api.GET('/api/v1/traces/{trace_id}/spans/{span_id}', { params }),
      );
      const window = (text: string | undefined) => text && cut(text.slice(offset), most);
      return toolAnswer({
        ...skeletonOf(span),
        inputs: window(span.inputs),
        outputs: window(span.outputs),
        attributes: span.attributes.map((attribute) => cut(JSON.stringify(attribute), ATTRIBUTE)),
        events: span.events.map((event) => cut(JSON.stringify(event), most)),
      });
    },
  );
}

function summaryOf(trace: Schemas['Trace']) {
  return defined({
    trace_id: trace.trace_id,
    experiment_id: trace.experiment_id,
    name: trace.name,
    state: trace.state,
    began: trace.request_time,
    took_ms: Number(trace.duration_nano) / NANOS_PER_MS,
    spans: trace.span_count,
    errors: trace.error_count,
    models: trace.models,
    tokens: trace.tokens?.total,
    cost_usd: trace.cost?.total,
    session: trace.session_id,
    user: trace.user_id,
    request: trace.request_preview && cut(trace.request_preview, PREVIEW),
    response: trace.response_preview && cut(trace.response_preview, PREVIEW),
  });
}

function skeletonOf(span: Schemas['Span']) {
  const took = Number(BigInt(span.end_time_unix_nano) - BigInt(span.start_time_unix_nano)) / NANOS_PER_MS;
  return defined({
    span_id: span.span_id,
    parent_span_id: span.parent_span_id,
    name: span.name,
    type: span.type,
    began_unix_ms: Number(BigInt(span.start_time_unix_nano) / BigInt(NANOS_PER_MS)),
    took_ms: took,
    status: span.status.code,
    error: span.status.message ? cut(span.status.message, ATTRIBUTE) : undefined,
    model: span.model,
    tokens: span.tokens?.total,
    cost_usd: span.cost?.total,
  });
}

/** Without what is undefined. */
export function defined<Fields extends object>(
  fields: Fields,
): { [Key in keyof Fields]: Exclude<Fields[Key], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Fields]: Exclude<Fields[Key], undefined>;
  };
}
