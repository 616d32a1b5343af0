import { decodeTraceRecord, encodeSpansRecord, logKey, type LogRecord } from '@millrace/ports';

const WORKSPACE = 'contract';

/** The log key of the suite's trace number `trace`. */
export function keyOf(trace: number): string {
  return logKey(WORKSPACE, traceId(trace));
}

/** Record `number` of a trace with about `bytes` of payload, whose every byte follows from its id: a torn or mixed-up one is recognised. */
export function numberedRecord(trace: number, number: number, bytes = 200): LogRecord {
  const header = { workspaceId: WORKSPACE, experimentId: 1, traceId: traceId(trace), receivedAt: 0 };
  const body = pattern(recordId(trace, number), bytes);
  return { key: keyOf(trace), value: encodeSpansRecord(header, [body]) };
}

/** `<trace>#<number>`: what the suite knows a record by. */
export function recordId(trace: number, number: number): string {
  return `${trace}#${number}`;
}

export function traceOf(id: string): number {
  return Number(id.slice(0, id.indexOf('#')));
}

export function numberOf(id: string): number {
  return Number(id.slice(id.indexOf('#') + 1));
}

/** The id of a delivered record, or undefined for a barrier; throws when a byte of it is not as it was appended. */
export function readRecordId(value: Uint8Array): string | undefined {
  const record = decodeTraceRecord(value);
  if (record.kind === 'barrier') return undefined;
  if (record.kind !== 'spans') throw new Error(`unexpected record kind ${record.kind}`);
  const body = Buffer.from(record.otlp.buffer, record.otlp.byteOffset, record.otlp.byteLength);
  const id = body.subarray(0, body.indexOf('|')).toString();
  if (!pattern(id, body.length).equals(body)) throw new Error(`record ${id} came back with other bytes`);
  if (record.traceId !== traceId(traceOf(id)))
    throw new Error(`record ${id} came back under ${record.traceId}`);
  return id;
}

function pattern(id: string, bytes: number): Buffer {
  const unit = `${id}|`;
  return Buffer.alloc(Math.max(bytes, unit.length), unit);
}

function traceId(trace: number): string {
  return (trace + 1).toString(16).padStart(32, '0');
}
