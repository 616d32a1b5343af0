import type { NewEvaluation, ScorerChoice } from '../../../api/evaluations.ts';

/** What a form of an evaluation or a schedule holds: text as it is typed. */
export interface SelectionForm {
  readonly name: string;
  readonly kind: 'filter' | 'ids' | 'dataset';
  readonly filter: string;
  /** `datetime-local`, in the reader's time zone. */
  readonly from: string;
  readonly to: string;
  readonly traceIds: string;
  readonly datasetId: string;
  readonly taskPrompt: string;
  readonly taskModel: string;
  readonly samplePercent: number | string;
  readonly maxTraces: number | string;
  readonly budget: number | string;
  /** As `toScorer` reads them. */
  readonly scorers: readonly string[];
}

export const EMPTY_SELECTION: SelectionForm = {
  name: '',
  kind: 'filter',
  filter: '',
  from: '',
  to: '',
  traceIds: '',
  datasetId: '',
  taskPrompt: '',
  taskModel: '',
  samplePercent: 100,
  maxTraces: '',
  budget: '',
  scorers: [],
};

const BUILT_IN = 'built-in:';
const REGISTERED = 'registered:';
/** Before the JSON of a choice that is neither: pinned to a version, or described where it is used. */
const DEFINED = 'defined:';

export const registeredChoice = (name: string): string => `${REGISTERED}${name}`;
export const builtInChoice = (kind: string): string => `${BUILT_IN}${kind}`;

export function choiceOf(scorer: ScorerChoice): string {
  const isPlain = scorer.version === undefined && scorer.definition === undefined;
  return isPlain ? registeredChoice(scorer.name) : `${DEFINED}${JSON.stringify(scorer)}`;
}

/** The words for a choice that is in no list; undefined for those that are. */
export function labelOfDefined(choice: string): string | undefined {
  if (!choice.startsWith(DEFINED)) return undefined;
  const { name, version } = toScorer(choice);
  return version === undefined ? `${name} (described here)` : `${name}, version ${version}`;
}

/** A choice as requests name it: a registered scorer, or a built-in one as it is. */
export function toScorer(choice: string): ScorerChoice {
  if (choice.startsWith(DEFINED)) return JSON.parse(choice.slice(DEFINED.length)) as ScorerChoice;
  if (!choice.startsWith(BUILT_IN)) return { name: choice.slice(REGISTERED.length) };
  const kind = choice.slice(BUILT_IN.length);
  return { name: kind, definition: { millrace_scorer: { kind } } };
}

/** The limits that evaluations and schedules share; what is left empty is left out. */
export function limitsOf({ samplePercent, maxTraces, budget, scorers }: SelectionForm) {
  return {
    scorers: scorers.map(toScorer),
    ...(typeof samplePercent === 'number' && { sample_rate: samplePercent / 100 }),
    ...(typeof maxTraces === 'number' && { max_traces: maxTraces }),
    ...(typeof budget === 'number' && { budget_usd: budget }),
  };
}

export function toNewEvaluation(experimentId: string, form: SelectionForm): NewEvaluation {
  return {
    experiment_id: experimentId,
    ...(form.name.trim() !== '' && { name: form.name.trim() }),
    ...limitsOf(form),
    ...selectionOf(form),
  };
}

function selectionOf(form: SelectionForm): Partial<NewEvaluation> {
  if (form.kind === 'ids') return { trace_ids: form.traceIds.split(/[\s,]+/).filter((id) => id !== '') };
  if (form.kind === 'dataset') {
    const hasTask = form.taskPrompt !== '' && form.taskModel !== '';
    return {
      dataset_id: form.datasetId,
      ...(hasTask && { task: { prompt: form.taskPrompt, model: form.taskModel } }),
    };
  }
  return {
    filter: form.filter,
    ...(form.from !== '' && { from: new Date(form.from).toISOString() }),
    ...(form.to !== '' && { to: new Date(form.to).toISOString() }),
  };
}

/** Whether enough is said for an estimate. */
export function isComplete({ scorers, kind, traceIds, datasetId }: SelectionForm): boolean {
  if (scorers.length === 0) return false;
  if (kind === 'ids') return traceIds.trim() !== '';
  return kind === 'filter' || datasetId !== '';
}
