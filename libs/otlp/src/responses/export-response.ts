import { WireWriter } from '../encode/wire-writer.ts';

export type OtlpFormat = 'protobuf' | 'json';

/** ExportTraceServiceResponse: empty when every span was accepted, else partial_success. */
export function encodeExportResponse(
  outcome: { readonly rejectedSpans: number; readonly message: string },
  format: OtlpFormat,
): Uint8Array {
  const { rejectedSpans, message } = outcome;
  const isWhole = rejectedSpans === 0 && message === '';
  if (format === 'json') {
    // int64 is a string in OTLP/JSON.
    return Buffer.from(
      JSON.stringify(
        isWhole ? {} : { partialSuccess: { rejectedSpans: String(rejectedSpans), errorMessage: message } },
      ),
    );
  }
  if (isWhole) return new Uint8Array(0);
  return new WireWriter()
    .message(1, (partial) => partial.varint(1, rejectedSpans).textIfAny(2, message))
    .finish();
}
