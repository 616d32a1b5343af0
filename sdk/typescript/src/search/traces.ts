import type { components } from '@millrace/api-client';
import type { JsonValue } from '@millrace/domain';
import { flush } from '@millrace/tracing';
import { camel } from '../connection/camel.ts';
import type { Connection } from '../connection/connection.ts';
import { Listing, type Page } from '../connection/listing.ts';
import { untilReadable } from '../connection/until-readable.ts';
import type {
  Session,
  SessionSearch,
  SpanDetail,
  SpanSummary,
  Time,
  TimeWindow,
  Trace,
  TraceSearch,
  TraceSummary,
  Waiting,
} from './trace-types.ts';

const WAIT_MS = 30_000;
const SPANS = 5_000;

/** The traces of a Millrace. */
export class Traces {
  private readonly connection: Connection;

  constructor(connection: Connection) {
    this.connection = connection;
  }

  /** The newest first unless ordered otherwise. Throws InvalidRequestError for a filter that can't be meant, as it is read. */
  search(search: TraceSearch = {}): Listing<TraceSummary> {
    const { filter = '', orderBy = '', includeJudgeTraces } = search;
    return this.list(search, async (said) => {
      const query = {
        ...said,
        filter,
        order_by: orderBy,
        ...(includeJudgeTraces !== undefined && {
          include_judge_traces: includeJudgeTraces ? ('true' as const) : ('false' as const),
        }),
      };
      const found = await this.connection.take((api) => api.GET('/api/v1/traces', { params: { query } }));
      return { items: found.traces.map(camel), next: found.next_page_token };
    });
  }

  /** Conversations with what their traces come to. */
  searchSessions(search: SessionSearch = {}): Listing<Session> {
    const { filter = '', orderBy: order_by = 'last_activity' } = search;
    return this.list(search, async (said) => {
      const query = { ...said, filter, order_by };
      const found = await this.connection.take((api) => api.GET('/api/v1/sessions', { params: { query } }));
      return { items: found.sessions.map(camel), next: found.next_page_token };
    });
  }

  /** With all its spans. Throws NotFoundError. */
  async get(traceId: string, waiting: Waiting = {}): Promise<Trace> {
    await this.wait(waiting);
    const path = { trace_id: traceId };
    const {
      trace,
      spans,
      next_page_token: next,
    } = await this.connection.take((api) => api.GET('/api/v1/traces/{trace_id}', { params: { path } }));
    return { ...camel(trace), spans: [...spans.map(camel), ...(await this.moreSpans(traceId, next))] };
  }

  /** A span with its payloads. Throws NotFoundError. */
  async getSpan(traceId: string, spanId: string): Promise<SpanDetail> {
    const path = { trace_id: traceId, span_id: spanId };
    const { span } = await this.connection.take((api) =>
      api.GET('/api/v1/traces/{trace_id}/spans/{span_id}', { params: { path } }),
    );
    const { inputs, outputs, ...said } = span;
    return {
      ...camel(said),
      ...(inputs !== undefined && { inputs: payload(inputs) }),
      ...(outputs !== undefined && { outputs: payload(outputs) }),
    };
  }

  /** What its root was asked and answered, and what was expected of it. */
  async example(traceId: string): Promise<TraceExample> {
    const trace = await this.get(traceId, { wait: true });
    const params = { path: { trace_id: traceId } };
    const said = await this.connection.take((api) =>
      api.GET('/api/v1/traces/{trace_id}/assessments', { params }),
    );
    const root = trace.rootSpanId === undefined ? {} : await this.getSpan(traceId, trace.rootSpanId);
    return { trace, root, assessments: said.assessments };
  }

  private async moreSpans(traceId: string, first: string | undefined): Promise<SpanSummary[]> {
    const spans: SpanSummary[] = [];
    for (let after = first; after !== undefined;) {
      const params = { path: { trace_id: traceId }, query: { after, limit: SPANS } };
      const page = await this.connection.take((api) =>
        api.GET('/api/v1/traces/{trace_id}/spans', { params }),
      );
      spans.push(...page.spans.map(camel));
      after = page.next_page_token;
    }
    return spans;
  }

  private list<Item>(
    search: TraceSearch | SessionSearch,
    ask: (query: SaidSearch) => Promise<Page<Item>>,
  ): Listing<Item> {
    return new Listing(async (page) => {
      if (page.page_token === undefined) await this.wait(search);
      const { experiment } = search;
      const named = typeof experiment === 'string' ? { name: experiment } : experiment;
      const experiments = await this.connection.searchedExperiments(named);
      return ask({ ...page, ...windowOf(search), experiment_id: experiments });
    });
  }

  private async wait({ wait = false, timeoutMs = WAIT_MS }: Waiting): Promise<void> {
    if (!wait) return;
    const deadline = Date.now() + timeoutMs;
    await flush();
    await untilReadable(this.connection, deadline);
  }
}

export interface TraceExample {
  readonly trace: Trace;
  readonly root: Partial<SpanDetail>;
  readonly assessments: readonly components['schemas']['Assessment'][];
}

interface SaidSearch {
  readonly limit: number;
  readonly page_token?: string;
  readonly from?: string;
  readonly to?: string;
  readonly experiment_id: string[];
}

function windowOf({ from, to }: TimeWindow): Pick<SaidSearch, 'from' | 'to'> {
  return {
    ...(from !== undefined && { from: timeText(from) }),
    ...(to !== undefined && { to: timeText(to) }),
  };
}

function timeText(time: Time): string {
  return time instanceof Date ? time.toISOString() : String(time);
}

/** "JSON text where the value was structured, else the text itself". */
function payload(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return text;
  }
}
