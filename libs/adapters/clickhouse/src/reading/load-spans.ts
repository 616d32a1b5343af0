import { TupleParam } from '@clickhouse/client';
import type { NormalSpan } from '@millrace/domain';
import type { SpanPlace } from '@millrace/ports';
import type { ClickHouseConnection } from '../connection/clickhouse-connection.ts';
import { LOAD_SPANS } from '../queries/read-spans.ts';
import { PRESENCE } from '../storing/span-presence.ts';
import { toStoredSpans, type SpanRow } from './span-rows.ts';

const MINUTE_NS = 60_000_000_000n;
/** Whole rows pass through memory, payloads included. */
const SPANS_PER_QUERY = 500;

interface WholeRow extends SpanRow {
  readonly row_sequence: string;
  readonly received_ms: string;
  readonly request_preview: string;
  readonly response_preview: string;
}

/** Spans as they were written, in their newest version. */
export async function loadSpans(
  connection: ClickHouseConnection,
  places: readonly SpanPlace[],
): Promise<NormalSpan[]> {
  const loaded: NormalSpan[] = [];
  for (const [workspaceId, own] of Map.groupBy(places, (place) => place.workspaceId)) {
    for (let start = 0; start < own.length; start += SPANS_PER_QUERY) {
      const some = own.slice(start, start + SPANS_PER_QUERY);
      const asked = new Set(some.map((place) => `${place.traceId}/${place.spanId}`));
      const rows = await connection.select<WholeRow>(LOAD_SPANS, {
        workspace: workspaceId,
        places: some.map(toKey),
        spanIds: some.map(({ spanId }) => spanId),
      });
      const wanted = rows.filter((row) => asked.has(`${row.trace_hex}/${row.span_hex}`));
      loaded.push(...toNormalSpans(wanted, workspaceId));
    }
  }
  return loaded;
}

function toKey({ experimentId, startTimeUnixNano, traceId }: SpanPlace): TupleParam {
  return new TupleParam([experimentId, Number(startTimeUnixNano / MINUTE_NS) * 60, traceId]);
}

function toNormalSpans(rows: readonly WholeRow[], workspaceId: string): NormalSpan[] {
  const stored = toStoredSpans(rows);
  return rows.flatMap((row, index): NormalSpan[] => {
    const span = stored[index];
    if (!span) return [];
    const { experimentId, span: source, meaning, blobs } = span;
    return [
      {
        workspaceId,
        experimentId,
        sequence: BigInt(row.row_sequence),
        receivedAt: Number(row.received_ms),
        source,
        meaning,
        blobs,
        requestPreview: row.presence & PRESENCE.requestPreview ? row.request_preview : undefined,
        responsePreview: row.presence & PRESENCE.responsePreview ? row.response_preview : undefined,
      },
    ];
  });
}
