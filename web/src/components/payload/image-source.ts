const DATA = /^data:image\/(png|jpe?g|gif|webp|avif|bmp|svg\+xml)[;,]/i;
const ATTACHMENT = /^mlflow-attachment:\/\/([\w-]+)\?(.+)$/;
const TRACE_ID = /^tr-[0-9a-f]{32}$/;

/** What an image is loaded from: its own bytes, or an attachment of the trace; undefined for anything else. */
export function imageSource(url: string): string | undefined {
  if (DATA.test(url)) return url;
  const [, id, query] = ATTACHMENT.exec(url) ?? [];
  if (id === undefined) return undefined;
  const fields = new URLSearchParams(query);
  const traceId = fields.get('trace_id') ?? '';
  if (!TRACE_ID.test(traceId) || !/^image\//.test(fields.get('content_type') ?? '')) return undefined;
  return `/ajax-api/3.0/mlflow/get-trace-artifact?request_id=${traceId}&path=${id}`;
}
