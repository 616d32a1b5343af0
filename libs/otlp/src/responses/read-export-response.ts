import { WireReader } from '../protobuf/wire-reader.ts';

/** What a receiver says about spans it did not take. */
export interface PartialSuccess {
  readonly rejectedSpans: number;
  readonly message: string;
}

const PARTIAL_SUCCESS = 10;
const REJECTED_SPANS = 8;
const ERROR_MESSAGE = 18;

/** Reads an ExportTraceServiceResponse; what can't be read says nothing. */
export function readExportResponse(bytes: Uint8Array): PartialSuccess {
  let rejectedSpans = 0;
  let message = '';
  try {
    const reader = new WireReader(bytes);
    const end = reader.bytes.length;
    while (reader.position < end) {
      const tag = reader.uint32(end);
      if (tag !== PARTIAL_SUCCESS) {
        reader.skip(tag, end);
        continue;
      }
      const stop = reader.lengthEnd(end);
      while (reader.position < stop) {
        const inner = reader.uint32(stop);
        if (inner === REJECTED_SPANS) rejectedSpans = Math.max(0, Number(reader.int64(stop)));
        else if (inner === ERROR_MESSAGE) {
          const textEnd = reader.lengthEnd(stop);
          message = reader.bytes.toString('utf8', reader.position, textEnd);
          reader.position = textEnd;
        } else reader.skip(inner, stop);
      }
    }
  } catch {
    return { rejectedSpans, message };
  }
  return { rejectedSpans, message };
}
