import { api, dataOf } from './client.ts';
import type { Trace } from './trace-detail.ts';

const MOST_FOUND = 1000;
/** Spans may begin before their trace was requested, by clocks that differ. */
const MARGIN_MS = 24 * 3_600_000;
const NANOS_PER_MS = 1e6;

/** Ids of the spans of a trace that have the words in their inputs, outputs, events, attributes or status; the newest 1,000. */
export async function findContents(trace: Trace, words: string): Promise<string[]> {
  const start = Date.parse(trace.request_time);
  const length = Number(trace.duration_nano) / NANOS_PER_MS;
  const { spans } = await dataOf(
    api.GET('/api/v1/spans', {
      params: {
        query: {
          experiment_id: [trace.experiment_id],
          from: new Date(start - MARGIN_MS).toISOString(),
          to: new Date(start + length + MARGIN_MS).toISOString(),
          filter: `trace.request_id = '${trace.trace_id}' AND content ILIKE '%${escapeText(words.trim())}%'`,
          limit: MOST_FOUND,
        },
      },
    }),
  );
  return spans.map(({ span_id: id }) => id);
}

/** As it stands inside quotes of the grammar. */
function escapeText(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll("'", "''");
}
