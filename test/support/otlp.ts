import { encodeTracesRequest } from '@millrace/otlp';
import type { AttributeValue, OtlpSpan } from '@millrace/domain';
import { randomBytes } from 'node:crypto';

export function newTraceId(): string {
  return randomBytes(16).toString('hex');
}

function newSpanId(): string {
  return randomBytes(8).toString('hex');
}

/** A span that ended a moment ago; every field may be given. */
export function makeSpan(
  overrides: Partial<Omit<OtlpSpan, 'attributes'>> & {
    readonly attributes?: Readonly<Record<string, AttributeValue>>;
  } = {},
): OtlpSpan {
  const start = BigInt(Date.now() - 100) * 1_000_000n;
  return {
    traceId: newTraceId(),
    spanId: newSpanId(),
    parentSpanId: undefined,
    name: 'work',
    kind: 1,
    startTimeUnixNano: start,
    endTimeUnixNano: start + 50_000_000n,
    statusCode: 0,
    statusMessage: '',
    traceState: '',
    events: [],
    links: [],
    origin: { resource: new Map([['service.name', 'e2e']]), scopeName: 'e2e', scopeVersion: '1' },
    ...overrides,
    attributes: new Map(Object.entries(overrides.attributes ?? {})),
  };
}

export interface OtlpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Buffer;
}

/** Posts bytes to /v1/traces. */
export async function postTraces(
  otlpUrl: string,
  body: Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): Promise<OtlpAnswer> {
  const response = await fetch(`${otlpUrl}/v1/traces`, {
    method: 'POST',
    body: Buffer.from(body),
    headers: { 'content-type': 'application/x-protobuf', ...headers },
  });
  return {
    status: response.status,
    headers: response.headers,
    body: Buffer.from(await response.arrayBuffer()),
  };
}

/** Sends spans and expects them to be accepted whole. */
export async function sendSpans(
  otlpUrl: string,
  spans: readonly OtlpSpan[],
  headers: Readonly<Record<string, string>> = {},
): Promise<void> {
  const answer = await postTraces(otlpUrl, encodeTracesRequest(spans), headers);
  if (answer.status !== 200 || answer.body.length > 0)
    throw new Error(`spans were not accepted: ${answer.status} ${answer.body.toString()}`);
}
