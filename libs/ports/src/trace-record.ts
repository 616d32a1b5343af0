import { Rejected, type PriceOverride, type TraceEntryKind } from '@millrace/domain';
import { fromWirePrice, toWirePrice, type WirePrice } from './wire-price.ts';

/** An attribute that ingest moved to the BlobStore before the acknowledgement. */
export interface BlobClaim {
  /** 16 lower-case hex digits; empty for an attribute of the resource that all spans of the record share. */
  readonly spanId: string;
  /** Key of the attribute whose value is in the blob; the record carries it without a value. */
  readonly attribute: string;
  readonly blob: string;
  readonly bytes: number;
}

/** What every record of the log says about where it belongs. */
export interface TraceRecordHeader {
  readonly workspaceId: string;
  readonly experimentId: number;
  /** 32 lower-case hex digits; empty for a barrier. */
  readonly traceId: string;
  /** Milliseconds since the epoch at which it was accepted. */
  readonly receivedAt: number;
}

export interface EntryChange {
  readonly kind: TraceEntryKind;
  readonly key: string;
  /** Absent: delete the key. */
  readonly value?: string;
}

/** Every change of a trace is one of these: spans, what a client says about the trace, its costs anew, or a barrier (store now). */
export type TraceRecord = TraceRecordHeader &
  (
    | {
        readonly kind: 'spans';
        /** OTLP TracesData with spans of this trace only. */ readonly otlp: Uint8Array;
        readonly blobs: readonly BlobClaim[];
      }
    | { readonly kind: 'entries'; readonly entries: readonly EntryChange[] }
    | {
        readonly kind: 'reprice';
        /** The workspace's own prices as they were when it was asked for: a repeated delivery gives the same costs. */
        readonly overrides: readonly PriceOverride[];
      }
    | { readonly kind: 'barrier' }
  );

/** Writers read this version and all before it; a record of a later version goes to the dead letters, to be replayed after an upgrade. */
const ENVELOPE_VERSION = 1;
const PREFIX_BYTES = 5;

interface WireHeader {
  readonly k: TraceRecord['kind'];
  readonly w: string;
  readonly e: number;
  readonly t: string;
  readonly r: number;
  readonly b?: readonly BlobClaim[];
  readonly c?: readonly EntryChange[];
  readonly p?: readonly WirePrice[];
}

/** Key under which records of a trace go into the log. */
export function logKey(workspaceId: string, traceId: string): string {
  return `${workspaceId}/${traceId}`;
}

/**
 * Version byte, header length (uint32, big endian), header as JSON, then the OTLP bytes.
 * `otlp` is given in parts so that slices of a request are copied once only.
 */
export function encodeSpansRecord(
  header: TraceRecordHeader,
  otlp: readonly Uint8Array[],
  blobs: readonly BlobClaim[] = [],
): Uint8Array {
  return envelope({ ...wireHeader(header, 'spans'), ...(blobs.length > 0 && { b: blobs }) }, otlp);
}

export function encodeEntriesRecord(header: TraceRecordHeader, entries: readonly EntryChange[]): Uint8Array {
  return envelope({ ...wireHeader(header, 'entries'), c: entries }, []);
}

/** Derive the costs of the trace's spans anew, and change nothing else. */
export function encodeRepriceRecord(
  header: TraceRecordHeader,
  overrides: readonly PriceOverride[],
): Uint8Array {
  return envelope({ ...wireHeader(header, 'reprice'), p: overrides.map(toWirePrice) }, []);
}

export function encodeBarrierRecord(receivedAt: number): Uint8Array {
  return envelope(wireHeader({ workspaceId: '', experimentId: 0, traceId: '', receivedAt }, 'barrier'), []);
}

/** Throws Rejected for bytes that are no record or a record of a later version. */
export function decodeTraceRecord(bytes: Uint8Array): TraceRecord {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length < PREFIX_BYTES) throw new Rejected(`a log record of ${buffer.length} bytes is too short`);
  const version = buffer.readUInt8(0);
  if (version === 0 || version > ENVELOPE_VERSION) {
    throw new Rejected(
      `log record version ${version} is not known to this writer (it reads up to ${ENVELOPE_VERSION})`,
    );
  }
  const bodyStart = PREFIX_BYTES + buffer.readUInt32BE(1);
  if (bodyStart > buffer.length) throw new Rejected('the header of a log record is cut off');
  const {
    k: kind,
    w: workspaceId,
    e: experimentId,
    t: traceId,
    r: receivedAt,
    b,
    c,
    p,
  } = parseHeader(buffer, bodyStart);
  const header = { workspaceId, experimentId, traceId, receivedAt };
  switch (kind) {
    case 'spans':
      return { ...header, kind, otlp: buffer.subarray(bodyStart), blobs: b ?? [] };
    case 'entries':
      return { ...header, kind, entries: c ?? [] };
    case 'reprice':
      return { ...header, kind, overrides: (p ?? []).map(fromWirePrice) };
    case 'barrier':
      return { ...header, kind };
    default:
      throw new Rejected(`log record kind '${String(kind)}' is not known to this writer`);
  }
}

function parseHeader(buffer: Buffer, end: number): WireHeader {
  try {
    return JSON.parse(buffer.toString('utf8', PREFIX_BYTES, end)) as WireHeader;
  } catch (error) {
    throw new Rejected('the header of a log record is not JSON', 'invalid', { cause: error });
  }
}

function wireHeader(header: TraceRecordHeader, kind: TraceRecord['kind']): WireHeader {
  return { k: kind, w: header.workspaceId, e: header.experimentId, t: header.traceId, r: header.receivedAt };
}

function envelope(header: WireHeader, body: readonly Uint8Array[]): Uint8Array {
  const head = JSON.stringify(header);
  const headBytes = Buffer.byteLength(head);
  let size = PREFIX_BYTES + headBytes;
  for (const part of body) size += part.byteLength;
  const out = Buffer.allocUnsafe(size);
  out.writeUInt8(ENVELOPE_VERSION, 0);
  out.writeUInt32BE(headBytes, 1);
  out.write(head, PREFIX_BYTES);
  let at = PREFIX_BYTES + headBytes;
  for (const part of body) {
    out.set(part, at);
    at += part.byteLength;
  }
  return out;
}
