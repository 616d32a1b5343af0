const DATA = /^data:image\/(png|jpe?g|gif|webp|avif|bmp|svg\+xml)[;,]/i;
const ATTACHMENT = /^mlflow-attachment:\/\/([\w-]+)\?(.+)$/;
const TRACE_ID = /^tr-([0-9a-f]{32})$/;

/** What an image is loaded from. */
export type ImageSource =
  | { readonly kind: 'data'; readonly url: string }
  | { readonly kind: 'attachment'; readonly traceId: string; readonly id: string };

/** Its own bytes, or an attachment of a trace; undefined for anything else. */
export function imageSource(url: string): ImageSource | undefined {
  if (DATA.test(url)) return { kind: 'data', url };
  const [, id, query] = ATTACHMENT.exec(url) ?? [];
  if (id === undefined) return undefined;
  const fields = new URLSearchParams(query);
  const traceId = TRACE_ID.exec(fields.get('trace_id') ?? '')?.[1];
  if (traceId === undefined || !/^image\//.test(fields.get('content_type') ?? '')) return undefined;
  return { kind: 'attachment', traceId, id };
}
