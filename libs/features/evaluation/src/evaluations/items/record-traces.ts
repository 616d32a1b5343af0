import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AttributeMap, JsonValue } from '@millrace/domain';
import type { EntryChange } from '@millrace/ports';
import { MaskedLog } from '@millrace/trace-access';
import { spanAttributes } from '../../telling/model-call-attributes.ts';
import { ownOrigin, ownSpan, tellTrace } from '../../telling/own-traces.ts';
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

const ORIGIN = ownOrigin('millrace.evaluation');
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
  constructor(private readonly log: MaskedLog) {}

  async make({ id, workspaceId, experimentId, runId }: Evaluation, answer: RecordAnswer): Promise<string> {
    const traceId = recordTraceId(id, answer.recordId);
    const entries: EntryChange[] = [
      { kind: 'metadata', key: SOURCE_RUN_KEY, value: runId },
      { kind: 'tag', key: REQUEST_ID_TAG, value: answer.recordId },
      { kind: 'run', key: runId, value: '' },
    ];
    const { inputs, outputs, attributes = [] } = answer;
    const span = ownSpan({
      traceId,
      spanId: traceId.slice(0, 16),
      parentSpanId: undefined,
      name: 'evaluation record',
      origin: ORIGIN,
      startedAt: answer.startedAt,
      endedAt: answer.endedAt,
      attributes: new Map([...spanAttributes('CHAIN', inputs, outputs), ...attributes]),
    });
    await tellTrace(this.log, { workspaceId, experimentId, traceId, entries, spans: [span] });
    return traceId;
  }
}
