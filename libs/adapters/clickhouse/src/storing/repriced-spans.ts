import { TupleParam } from '@clickhouse/client';
import { dollarsText } from '@millrace/domain';
import type { RepricedSpan } from '@millrace/ports';
import type { ClickHouseConnection } from '../connection/clickhouse-connection.ts';
import { repriceSpans, SPAN_COLUMN_NAMES } from '../queries/reprice-spans.ts';

const MINUTE_NS = 60_000_000_000n;
/** Whole rows pass through the engine's memory, payloads included. */
const SPANS_PER_QUERY = 500;

/** Copies rows of spans with another cost. May be repeated: the same rows come out. */
export class RepricedSpans {
  private readonly spans: RepricedSpan[] = [];

  constructor(private readonly connection: ClickHouseConnection) {}

  add(span: RepricedSpan): void {
    this.spans.push(span);
  }

  async write(): Promise<void> {
    if (this.spans.length === 0) return;
    const columns = await this.connection.select<{ name: string }>(SPAN_COLUMN_NAMES);
    const sql = repriceSpans(columns.map(({ name }) => name));
    for (const [workspace, spans] of Map.groupBy(this.spans, (span) => span.workspaceId)) {
      for (let start = 0; start < spans.length; start += SPANS_PER_QUERY) {
        const some = spans.slice(start, start + SPANS_PER_QUERY);
        await this.connection.command(sql, {
          workspace,
          places: some.map(toPlace),
          prices: some.map(toPrice),
        });
      }
    }
  }
}

function toPlace({ experimentId, startTimeUnixNano, traceId }: RepricedSpan): TupleParam {
  return new TupleParam([experimentId, Number(startTimeUnixNano / MINUTE_NS) * 60, traceId]);
}

function toPrice({ traceId, spanId, sequence, cost }: RepricedSpan): TupleParam {
  const parts = [cost?.input, cost?.cache, cost?.output, cost?.total].map((pico) => dollarsText(pico ?? 0n));
  return new TupleParam([traceId, spanId, sequence, ...parts, cost?.price ?? '']);
}
