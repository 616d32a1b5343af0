import { z } from 'zod';
import type { KeyValue, ResourceSpans } from '../import-source.ts';

const integer = z.union([z.string().regex(/^\d+$/), z.number().int()]).transform(String);
const attributes = z.record(z.string(), z.unknown()).nullish();
const span = z.object({
  span_id: z.string(),
  parent_span_id: z.string().nullish(),
  name: z.string(),
  start_time_unix_nano: integer,
  end_time_unix_nano: integer.nullish(),
  status: z.object({ code: z.string().nullish(), message: z.string().nullish() }).nullish(),
  attributes,
  events: z.array(z.object({ name: z.string(), time_unix_nano: integer.nullish(), attributes })).nullish(),
  links: z.array(z.object({ trace_id: z.string(), span_id: z.string(), attributes })).nullish(),
});
const document = z.object({ spans: z.array(span) });

const STATUS_CODES = ['STATUS_CODE_UNSET', 'STATUS_CODE_OK', 'STATUS_CODE_ERROR'];

/**
 * The spans of the document that MLflow keeps of a trace, as its client sends them by OTLP: attributes hold JSON in a text. All are
 * of the trace whose document it is. Throws ZodError for another document.
 */
export function documentToSpans(json: unknown, traceId: string): ResourceSpans {
  const { spans } = document.parse(json);
  return {
    scopeSpans: [
      {
        scope: { name: 'mlflow' },
        spans: spans.map((each) => ({
          traceId: hexTraceId(traceId),
          spanId: hexOf(each.span_id),
          ...(each.parent_span_id ? { parentSpanId: hexOf(each.parent_span_id) } : {}),
          name: each.name,
          startTimeUnixNano: each.start_time_unix_nano,
          endTimeUnixNano: each.end_time_unix_nano ?? each.start_time_unix_nano,
          status: {
            code: Math.max(0, STATUS_CODES.indexOf(each.status?.code ?? '')),
            message: each.status?.message ?? '',
          },
          attributes: attributesOf(each.attributes),
          events: (each.events ?? []).map((event) => ({
            name: event.name,
            timeUnixNano: event.time_unix_nano ?? each.start_time_unix_nano,
            attributes: attributesOf(event.attributes),
          })),
          links: (each.links ?? []).map((link) => ({
            traceId: hexTraceId(link.trace_id),
            spanId: hexOf(link.span_id),
            attributes: attributesOf(link.attributes),
          })),
        })),
      },
    ],
  };
}

/** `tr-…` is how MLflow writes it. */
export function hexTraceId(id: string): string {
  const bare = id.replace(/^(tr-|0x)/, '');
  return /^[0-9a-f]{32}$/i.test(bare) ? bare.toLowerCase() : hexOf(bare);
}

/** Ids are base64 in the document, hexadecimal in those of older clients. */
function hexOf(id: string): string {
  const bare = id.replace(/^0x/, '');
  if (/^([0-9a-f]{16}|[0-9a-f]{32})$/i.test(bare)) return bare.toLowerCase();
  return Buffer.from(bare, 'base64').toString('hex');
}

function attributesOf(values: z.output<typeof attributes>): KeyValue[] {
  return Object.entries(values ?? {}).map(([key, value]) => ({
    key,
    value: { stringValue: typeof value === 'string' ? value : JSON.stringify(value) },
  }));
}
