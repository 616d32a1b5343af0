import { Injectable } from '@nestjs/common';
import type { TraceRow } from '@millrace/domain';
import { TraceReader } from '@millrace/ports';

/** Of a longer conversation the first trace and the latest ones are read. */
const MOST_TRACES = 100;
const SOURCE_SCORER = 'mlflow.trace.sourceScorer';
const SOURCE_RUN = 'mlflow.sourceRun';

/** Whether a trace is traffic: one that a judge or an evaluation made is not scored online. */
export function isJudged({ metadata }: Pick<TraceRow, 'metadata'>): boolean {
  return !metadata.has(SOURCE_SCORER) && !metadata.has(SOURCE_RUN);
}

/** The traces of sessions. Throws Unavailable. */
@Injectable()
export class SessionTraces {
  constructor(private readonly reader: TraceReader) {}

  /** The earliest first. */
  async find(workspaceId: string, experimentId: number, sessionId: string): Promise<TraceRow[]> {
    const search = (isDescending: boolean, limit: number) =>
      this.reader.searchTraces({
        workspaceId,
        experimentIds: [experimentId],
        filter: {
          kind: 'comparison',
          field: { entity: 'trace', key: 'session' },
          comparator: '=',
          value: sessionId,
          range: { start: 0, end: 0 },
        },
        order: [{ field: 'timestamp', isDescending }],
        limit,
      });
    const latest = await search(true, MOST_TRACES);
    const rows = latest.traces.toReversed();
    if (latest.next === undefined) return rows;
    const { traces: first } = await search(false, 1);
    return [...first, ...rows.slice(1)];
  }
}
