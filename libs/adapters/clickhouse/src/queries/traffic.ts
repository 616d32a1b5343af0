import type { TraceSearch } from '@millrace/ports';

/** Of rows of `traces`: no judge made the trace. */
export const IS_TRAFFIC = "source_scorer = ''";

/** Which traces a search is about, whatever its filter. */
export function trafficSql({ leavesOutJudgeTraces }: Pick<TraceSearch, 'leavesOutJudgeTraces'>): string {
  return leavesOutJudgeTraces === true ? IS_TRAFFIC : '1';
}
