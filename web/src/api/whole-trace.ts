import { api, dataOf, type Schemas } from './client.ts';

/** Each is a request of its own. */
export const MOST_PAYLOADS = 500;
const AT_ONCE = 6;
const PAGE = 5000;

/** Everything of a trace as indented JSON; spans after the first MOST_PAYLOADS are without payloads. */
export async function readWholeTrace(traceId: string): Promise<string> {
  const path = { trace_id: traceId };
  const {
    trace,
    spans: first,
    next_page_token: next,
  } = await dataOf(api.GET('/api/v1/traces/{trace_id}', { params: { path } }));
  const spans: Schemas['Span'][] = [...first];
  for (let after = next; after !== undefined;) {
    const page = await dataOf(
      api.GET('/api/v1/traces/{trace_id}/spans', { params: { path, query: { after, limit: PAGE } } }),
    );
    spans.push(...page.spans);
    after = page.next_page_token;
  }
  const payloads = await readPayloads(
    traceId,
    spans.slice(0, MOST_PAYLOADS).map(({ span_id: id }) => id),
  );
  return JSON.stringify({ trace, spans: [...payloads, ...spans.slice(MOST_PAYLOADS)] }, null, 2);
}

/** In their order, a few at a time. */
async function readPayloads(traceId: string, ids: readonly string[]): Promise<Schemas['SpanDetail'][]> {
  const read: Schemas['SpanDetail'][] = [];
  while (read.length < ids.length) {
    const part = ids.slice(read.length, read.length + AT_ONCE).map(async (id) => {
      const path = { trace_id: traceId, span_id: id };
      const { span } = await dataOf(
        api.GET('/api/v1/traces/{trace_id}/spans/{span_id}', { params: { path } }),
      );
      return span;
    });
    read.push(...(await Promise.all(part)));
  }
  return read;
}
