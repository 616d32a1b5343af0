import type { AttributeMap, AttributeValue } from '@millrace/domain';
import { writeKeyValue } from '../encode/encode-traces.ts';
import { WireWriter } from '../encode/wire-writer.ts';
import { readKeyValue } from '../protobuf/any-value.ts';
import { WireReader } from '../protobuf/wire-reader.ts';

/** What becomes of the texts of spans. Called in the order in which they stand: a resource, its scopes, their spans. */
export interface TraceRewriter {
  beginResource(): void;
  beginScope(): void;
  beginSpan(): void;
  /** What is added to the attributes of the span. */
  endSpan(): AttributeMap;
  /** Undefined leaves it out. */
  attribute(key: string, value: AttributeValue): readonly [key: string, value: AttributeValue] | undefined;
  /** Of a span, an event, a scope. */
  name(name: string): string;
  text(text: string): string;
}

/** Tags of a KeyValue and of a text in it. */
const KEY = 10;
const VALUE = 18;
const STRING = 10;

/** What a field with a length is. */
type Field = 'bytes' | 'name' | 'text' | 'attribute' | Message;

interface Message {
  /** By field number. */
  readonly fields: Readonly<Record<number, Field>>;
  readonly begin?: 'beginResource' | 'beginScope' | 'beginSpan';
  /** The field number of attributes that are added at the end. */
  readonly added?: number;
}

/** Fields with a length of opentelemetry/proto/{trace,common,resource}/v1 by number. */
const STATUS: Message = { fields: { 2: 'text' } };
const EVENT: Message = { fields: { 2: 'name', 3: 'attribute' } };
const LINK: Message = { fields: { 1: 'bytes', 2: 'bytes', 3: 'text', 4: 'attribute' } };
const SPAN: Message = {
  fields: {
    1: 'bytes',
    2: 'bytes',
    3: 'text',
    4: 'bytes',
    5: 'name',
    9: 'attribute',
    11: EVENT,
    13: LINK,
    15: STATUS,
  },
  begin: 'beginSpan',
  added: 9,
};
const SCOPE: Message = { fields: { 1: 'name', 2: 'name', 3: 'attribute' } };
const SCOPE_SPANS: Message = { fields: { 1: SCOPE, 2: SPAN, 3: 'bytes' }, begin: 'beginScope' };
const RESOURCE: Message = { fields: { 1: 'attribute' } };
const RESOURCE_SPANS: Message = {
  fields: { 1: RESOURCE, 2: SCOPE_SPANS, 3: 'bytes' },
  begin: 'beginResource',
};
const TRACES: Message = { fields: { 1: RESOURCE_SPANS } };

/**
 * TracesData with its texts rewritten and numbers, ids and times as they were. A field with a length that this version does not know could hold
 * any text, so it is left out. Resources and scopes must stand before their spans, as in chunks of `splitTraces`.
 */
export function rewriteTraces(traces: Uint8Array, rewriter: TraceRewriter): Uint8Array {
  const writer = new WireWriter();
  const reader = new WireReader(traces);
  rewriteMessage({ reader, writer, rewriter }, reader.bytes.length, TRACES);
  return writer.finish();
}

interface Rewriting {
  readonly reader: WireReader;
  readonly writer: WireWriter;
  readonly rewriter: TraceRewriter;
}

function rewriteMessage(rewriting: Rewriting, end: number, { fields, begin, added }: Message): void {
  const { reader, writer, rewriter } = rewriting;
  if (begin) rewriter[begin]();
  while (reader.position < end) {
    const at = reader.position;
    const tag = reader.uint32(end);
    if ((tag & 7) !== 2) {
      reader.skip(tag, end);
      writer.encoded(reader.bytes.subarray(at, reader.position));
      continue;
    }
    const stop = reader.lengthEnd(end);
    const number = tag >>> 3;
    const field = fields[number];
    if (field !== undefined) rewriteField(rewriting, number, stop, field);
    reader.position = stop;
  }
  if (added === undefined) return;
  for (const [key, value] of rewriter.endSpan())
    writer.message(added, (keyValue) => writeKeyValue(keyValue, key, value));
}

function rewriteField(rewriting: Rewriting, number: number, stop: number, field: Field): void {
  const { reader, writer, rewriter } = rewriting;
  if (field === 'attribute') rewriteAttribute(rewriting, number, stop);
  else if (typeof field === 'object')
    writer.message(number, (inner) => rewriteMessage({ ...rewriting, writer: inner }, stop, field));
  else if (field === 'bytes') writer.bytes(number, reader.bytes.subarray(reader.position, stop));
  else {
    const text = reader.bytes.toString('utf8', reader.position, stop);
    writer.text(number, field === 'name' ? rewriter.name(text) : rewriter.text(text));
  }
}

function rewriteAttribute({ reader, writer, rewriter }: Rewriting, number: number, stop: number): void {
  const begin = reader.position;
  const read = new Map<string, AttributeValue>();
  readKeyValue(reader, stop, read, 0);
  for (const [key, value] of read) {
    const rewritten = rewriter.attribute(key, value);
    if (!rewritten) continue;
    const isSame = rewritten[0] === key && rewritten[1] === value;
    if (isSame && typeof value === 'string' && isPlainText(reader, begin, stop))
      writer.bytes(number, reader.bytes.subarray(begin, stop));
    else writer.message(number, (keyValue) => writeKeyValue(keyValue, ...rewritten));
  }
}

/** Whether a KeyValue is a key and a text, and nothing that was read over: then its bytes may stay. */
function isPlainText(reader: WireReader, begin: number, stop: number): boolean {
  reader.position = begin;
  if (reader.uint32(stop) !== KEY) return false;
  reader.position = reader.lengthEnd(stop);
  if (reader.position >= stop || reader.uint32(stop) !== VALUE) return false;
  if (reader.lengthEnd(stop) !== stop || reader.position >= stop || reader.uint32(stop) !== STRING)
    return false;
  return reader.lengthEnd(stop) === stop;
}
