import type { Evaluation } from '../../api/evaluations.ts';

const CAUSES: Readonly<Record<Evaluation['cause'], string>> = {
  batch: '',
  backfill: 'backfill: ',
  schedule: 'schedule: ',
};

/** What an evaluation judges, in a line. */
export function describeSelection({ cause, selection }: Pick<Evaluation, 'cause' | 'selection'>): string {
  const { trace_count: traces, dataset_id: datasetId, task, filter, sample_rate: rate } = selection;
  const parts = [
    typeof traces === 'number' ? `${traces} chosen traces` : '',
    typeof datasetId === 'string' ? 'a dataset' : '',
    isRecord(task) ? `answered by ${String(task['prompt'])} on ${String(task['model'])}` : '',
    typeof filter === 'string' && filter !== '' ? filter : '',
    typeof rate === 'number' && rate < 1 ? `${Number((rate * 100).toPrecision(3))} % sample` : '',
  ].filter((part) => part !== '');
  return `${CAUSES[cause]}${parts.length === 0 ? 'all traces' : parts.join(' · ')}`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
