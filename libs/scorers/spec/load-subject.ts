import type { JsonValue } from '@millrace/domain';
import { z } from 'zod';
import type { ScoredSpan, ScoredTrace, Subject } from '../src/subject.ts';

const json = z.json();
const span = z.strictObject({
  spanId: z.string().optional(),
  parentSpanId: z.string().optional(),
  name: z.string().default('work'),
  type: z.string().default('UNKNOWN'),
  inputs: json.optional(),
  outputs: json.optional(),
  model: z.string().optional(),
  failed: z.string().optional(),
  tools: json.optional(),
  documents: json.optional(),
});
const trace = z.strictObject({
  traceId: z.string().optional(),
  inputs: json.optional(),
  outputs: json.optional(),
  spans: z.array(span).default([]),
  state: z.enum(['OK', 'ERROR', 'IN_PROGRESS']).default('OK'),
  durationMs: z.number().default(1000),
  totalTokens: z.number().optional(),
  costUsd: z.number().optional(),
  tags: z.record(z.string(), z.string()).default({}),
  metadata: z.record(z.string(), z.string()).default({}),
  expectations: z.record(z.string(), json).default({}),
});

/** What a fixture of a scorer tells; what it leaves out is made up. */
export const subjectFixture = z.union([
  z.strictObject({ trace }),
  z.strictObject({ sessionId: z.string(), traces: z.array(trace) }),
]);

/** The subject that a fixture describes, with the ids and times that it leaves out. */
export function loadSubject(fixture: z.output<typeof subjectFixture>): Subject {
  if ('trace' in fixture) return { level: 'trace', trace: toTrace(fixture.trace, 0) };
  return { level: 'session', sessionId: fixture.sessionId, traces: fixture.traces.map(toTrace) };
}

const SECOND = 1_000_000_000n;

function toTrace(told: z.output<typeof trace>, index: number): ScoredTrace {
  const start = BigInt(1_700_000_000 + index * 60) * SECOND;
  return {
    traceId: told.traceId ?? hex(index + 1, 32),
    inputs: told.inputs as JsonValue | undefined,
    outputs: told.outputs as JsonValue | undefined,
    spans: told.spans.map((each, at) => toSpan(each, start + BigInt(at) * SECOND, hex(at + 1, 16))),
    state: told.state,
    requestTimeUnixNano: start,
    durationMs: told.durationMs,
    totalTokens: told.totalTokens,
    costUsd: told.costUsd,
    tags: new Map(Object.entries(told.tags)),
    metadata: new Map(Object.entries(told.metadata)),
    expectations: told.expectations as ScoredTrace['expectations'],
  };
}

function toSpan(told: z.output<typeof span>, start: bigint, spanId: string): ScoredSpan {
  return {
    spanId: told.spanId ?? spanId,
    parentSpanId: told.parentSpanId,
    name: told.name,
    type: told.type,
    inputs: told.inputs as JsonValue | undefined,
    outputs: told.outputs as JsonValue | undefined,
    startTimeUnixNano: start,
    endTimeUnixNano: start + SECOND,
    statusCode: told.failed === undefined ? 1 : 2,
    statusMessage: told.failed ?? '',
    model: told.model,
    tools: told.tools as JsonValue | undefined,
    documents: told.documents as JsonValue | undefined,
  };
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}
