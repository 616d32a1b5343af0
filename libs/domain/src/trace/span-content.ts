import { decodeAttributeText, encodeAttributeText } from '../span/attribute-text.ts';
import type { SpanEvent } from '../span/otlp-span.ts';
import type { TraceEntry } from './trace-entry.ts';

const SPAN_ID_LENGTH = 16;

/** Key of a `content` entry: the same event sent again is the same entry. `digest` is a hash of `contentText`. */
export function contentKey(spanId: string, digest: string): string {
  return `${spanId}/${digest}`;
}

/** Span id (16 hex digits) that a `content` entry belongs to. */
export function spanOfContent({ key }: Pick<TraceEntry, 'key'>): string {
  return key.slice(0, SPAN_ID_LENGTH);
}

/** Value of a `content` entry: the event as text, without loss. */
export function contentText({ timeUnixNano, name, attributes }: SpanEvent): string {
  return encodeAttributeText([BigInt.asIntN(64, timeUnixNano), name, attributes]).text;
}

/** Value of a `content` entry whose text is too large for the log and stands in the BlobStore as UTF-8. */
export function contentReference(blob: string): string {
  return JSON.stringify({ blob });
}

/** Key of the blob that holds the text, if a reference stands for it. */
export function blobOfContent(value: string): string | undefined {
  if (!value.startsWith('{')) return undefined;
  const reference: unknown = JSON.parse(value);
  const blob: unknown =
    typeof reference === 'object' && reference !== null ? Reflect.get(reference, 'blob') : undefined;
  if (typeof blob !== 'string') throw new SyntaxError('this is no reference to the event of a log record');
  return blob;
}

/** The event of a `content` entry. Throws SyntaxError for a text that `contentText` did not make. */
export function parseContent(text: string): SpanEvent {
  const value = decodeAttributeText('j', text);
  if (Array.isArray(value)) {
    const [time, name, attributes] = value as readonly unknown[];
    if (typeof time === 'bigint' && typeof name === 'string' && attributes instanceof Map)
      return { timeUnixNano: BigInt.asUintN(64, time), name, attributes };
  }
  throw new SyntaxError('this is not the event of a log record');
}
