import { describe, expect, it } from 'vitest';
import { encodeExportResponse } from './export-response.ts';
import { RPC_CODE, encodeRetryStatus, encodeStatus } from './status.ts';

// Bytes in hex are protobufjs 7's encoding of the same messages.
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const json = (bytes: Uint8Array): unknown => JSON.parse(Buffer.from(bytes).toString());

describe('ExportTraceServiceResponse', () => {
  it('is nothing when every span was accepted', () => {
    const outcome = { rejectedSpans: 0, message: '' };
    expect(encodeExportResponse(outcome, 'protobuf').byteLength).toBe(0);
    expect(Buffer.from(encodeExportResponse(outcome, 'json')).toString()).toBe('{}');
  });

  it.each([
    [{ rejectedSpans: 3, message: 'bad id' }, '0a0a08031206626164206964'],
    [{ rejectedSpans: 100_000, message: 'é😀' }, '0a0c08a08d061206c3a9f09f9880'],
  ])('tells what was rejected: %j', (outcome, bytes) => {
    expect(hex(encodeExportResponse(outcome, 'protobuf'))).toBe(bytes);
    expect(json(encodeExportResponse(outcome, 'json'))).toEqual({
      partialSuccess: { rejectedSpans: String(outcome.rejectedSpans), errorMessage: outcome.message },
    });
  });
});

describe('google.rpc.Status', () => {
  it('carries code and message in the format of the request', () => {
    expect(hex(encodeStatus(RPC_CODE.invalidArgument, 'böse', 'protobuf'))).toBe('0803120562c3b67365');
    expect(json(encodeStatus(RPC_CODE.invalidArgument, 'böse', 'json'))).toEqual({
      code: 3,
      message: 'böse',
    });
  });

  const RETRY_INFO = '0a28747970652e676f6f676c65617069732e636f6d2f676f6f676c652e7270632e5265747279496e666f';
  it.each([
    [2_500, `080e12056c617465721a36${RETRY_INFO}120a0a0808021080cab5ee01`],
    [1_000, `080e12056c617465721a30${RETRY_INFO}12040a020801`],
    [999.5, `080e12056c617465721a30${RETRY_INFO}12040a020801`],
    [1, `080e12056c617465721a32${RETRY_INFO}12060a0410c0843d`],
  ])('tells by RetryInfo to come again in %d ms', (retryAfterMs, bytes) => {
    expect(hex(encodeRetryStatus(RPC_CODE.unavailable, 'later', retryAfterMs))).toBe(bytes);
  });
});
