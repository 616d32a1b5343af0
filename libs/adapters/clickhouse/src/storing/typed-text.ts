import {
  decodeAttributeText,
  encodeAttributeText,
  type AttributeMap,
  type AttributeValue,
  type BlobReference,
  type SpanEvent,
  type SpanLink,
} from '@millrace/domain';

/** JSON that keeps int64 and double apart; nothing is the empty text, which costs a byte. */
export function attributeMapText(map: AttributeMap): string {
  return map.size === 0 ? '' : encodeAttributeText(map).text;
}

export function eventsText(events: readonly SpanEvent[]): string {
  if (events.length === 0) return '';
  return encodeAttributeText(
    events.map(
      (event) =>
        new Map<string, AttributeValue>([
          ['time', event.timeUnixNano],
          ['name', event.name],
          ['attributes', event.attributes],
        ]),
    ),
  ).text;
}

export function linksText(links: readonly SpanLink[]): string {
  if (links.length === 0) return '';
  return encodeAttributeText(
    links.map(
      (link) =>
        new Map<string, AttributeValue>([
          ['traceId', link.traceId],
          ['spanId', link.spanId],
          ['attributes', link.attributes],
        ]),
    ),
  ).text;
}

export function blobsText(blobs: ReadonlyMap<string, BlobReference>): string {
  return blobs.size === 0 ? '' : JSON.stringify([...blobs]);
}

export function textPairs(pairs: ReadonlyMap<string, string> | undefined): string {
  return pairs === undefined || pairs.size === 0 ? '' : JSON.stringify([...pairs]);
}

export function readAttributeMap(text: string): AttributeMap {
  return text === '' ? new Map() : asMap(decodeAttributeText('j', text));
}

export function readEvents(text: string): SpanEvent[] {
  return readList(text).map((event) => ({
    timeUnixNano: event.get('time') as bigint,
    name: event.get('name') as string,
    attributes: asMap(event.get('attributes')),
  }));
}

export function readLinks(text: string): SpanLink[] {
  return readList(text).map((link) => ({
    traceId: link.get('traceId') as string,
    spanId: link.get('spanId') as string,
    attributes: asMap(link.get('attributes')),
  }));
}

export function readBlobs(text: string): ReadonlyMap<string, BlobReference> {
  return new Map(text === '' ? [] : (JSON.parse(text) as [string, BlobReference][]));
}

export function readTextPairs(text: string): ReadonlyMap<string, string> {
  return new Map(text === '' ? [] : (JSON.parse(text) as [string, string][]));
}

/** These texts were written by the functions above, so their shape is known. */
function readList(text: string): AttributeMap[] {
  return text === '' ? [] : (decodeAttributeText('j', text) as AttributeMap[]);
}

function asMap(value: AttributeValue | undefined): AttributeMap {
  return value instanceof Map ? value : new Map<string, AttributeValue>();
}
