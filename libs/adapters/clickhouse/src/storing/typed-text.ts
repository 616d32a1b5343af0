import {
  decodeAttributeText,
  encodeAttributeText,
  type AttributeMap,
  type AttributeValue,
  type BlobReference,
  type SpanEvent,
  type SpanLink,
} from '@millrace/domain';

const OF_RESOURCE = 'resource';
type BlobEntry = readonly [key: string, blob: BlobReference, of?: typeof OF_RESOURCE];

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

/** Of a span and of its resource, which a third member tells apart. */
export function blobsText(
  blobs: ReadonlyMap<string, BlobReference>,
  resourceBlobs?: ReadonlyMap<string, BlobReference>,
): string {
  if (blobs.size === 0 && (resourceBlobs?.size ?? 0) === 0) return '';
  return JSON.stringify([
    ...blobs,
    ...[...(resourceBlobs ?? [])].map((entry) => [...entry, OF_RESOURCE] as const),
  ]);
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
  return new Map(blobEntries(text).flatMap(([key, blob, of]) => (of === undefined ? [[key, blob]] : [])));
}

/** Undefined when the resource has none. */
export function readResourceBlobs(text: string): ReadonlyMap<string, BlobReference> | undefined {
  const ofResource = blobEntries(text).filter(([, , of]) => of === OF_RESOURCE);
  return ofResource.length === 0 ? undefined : new Map(ofResource.map(([key, blob]) => [key, blob]));
}

function blobEntries(text: string): readonly BlobEntry[] {
  return text === '' ? [] : (JSON.parse(text) as BlobEntry[]);
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
