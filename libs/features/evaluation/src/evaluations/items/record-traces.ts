import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AttributeMap, JsonValue, OtlpSpan } from '@millrace/domain';
import { encodeTracesRequest } from '@millrace/otlp';
import { encodeEntriesRecord, encodeSpansRecord, logKey, SpanLog, type EntryChange } from '@millrace/ports';
import type { Evaluation } from '../evaluation.ts';

/** What a record's trace tells: what went in and what came out. */
export interface RecordAnswer {
  readonly recordId: string;
  readonly inputs: JsonValue;
  readonly outputs: JsonValue;
  readonly startedAt: number;
  readonly endedAt: number;
  /** Of the span, beside inputs and outputs. */
  readonly attributes?: AttributeMap | undefined;
}

const NANOS_PER_MS = 1_000_000n;
/** Says that an evaluation made the trace: it is no traffic. */
const SOURCE_RUN_KEY = 'mlflow.sourceRun';
const REQUEST_ID_TAG = 'mlflow.eval.requestId';

/** The trace that an evaluation makes of a record: always the same one, so that making it again changes nothing. */
export function recordTraceId(evaluationId: string, recordId: string): string {
  return createHash('sha256').update(`${evaluationId}\0${recordId}`).digest('hex').slice(0, 32);
}

/** Makes traces of records that have none. Throws Unavailable. */
@Injectable()
export class RecordTraces {
  constructor(private readonly log: SpanLog) {}

  async make({ id, workspaceId, experimentId, runId }: Evaluation, answer: RecordAnswer): Promise<string> {
    const traceId = recordTraceId(id, answer.recordId);
    const header = { workspaceId, experimentId, traceId, receivedAt: Date.now() };
    const key = logKey(workspaceId, traceId);
    const entries: EntryChange[] = [
      { kind: 'info', key: 'experimentId', value: String(experimentId) },
      { kind: 'metadata', key: SOURCE_RUN_KEY, value: runId },
      { kind: 'tag', key: REQUEST_ID_TAG, value: answer.recordId },
      { kind: 'run', key: runId, value: '' },
    ];
    await this.log.append([
      { key, value: encodeEntriesRecord(header, entries) },
      { key, value: encodeSpansRecord(header, [encodeTracesRequest([spanOf(traceId, answer)])]) },
    ]);
    return traceId;
  }
}

function spanOf(
  traceId: string,
  { inputs, outputs, startedAt, endedAt, attributes }: RecordAnswer,
): OtlpSpan {
  return {
    traceId,
    spanId: traceId.slice(0, 16),
    parentSpanId: undefined,
    name: 'evaluation record',
    kind: 1,
    startTimeUnixNano: BigInt(startedAt) * NANOS_PER_MS,
    endTimeUnixNano: BigInt(endedAt) * NANOS_PER_MS,
    statusCode: 1,
    statusMessage: '',
    traceState: '',
    events: [],
    links: [],
    attributes: new Map([
      ['mlflow.spanType', JSON.stringify('CHAIN')],
      ['mlflow.spanInputs', JSON.stringify(inputs)],
      ['mlflow.spanOutputs', JSON.stringify(outputs)],
      ...(attributes ?? []),
    ]),
    origin: {
      resource: new Map([['service.name', 'millrace-evaluator']]),
      scopeName: 'millrace.evaluation',
      scopeVersion: '',
    },
  };
}
