import type { LoggedModel } from '../../api/logged-models.ts';
import { gitOf, promptsOf } from './describe-model.ts';

/** One thing said of every version; undefined where one says nothing. */
export interface ComparedRow {
  readonly label: string;
  readonly values: readonly (string | undefined)[];
  readonly isDifferent: boolean;
}

/** A group of rows under a title. */
export interface ComparedPart {
  readonly title: string;
  readonly rows: readonly ComparedRow[];
}

/** What versions say of themselves, side by side, what differs first within a part. */
export function compareModels(models: readonly LoggedModel[]): ComparedPart[] {
  const of = (read: (model: LoggedModel) => string | undefined) => models.map(read);
  const about = [
    rowOf(
      'Status',
      of(({ status }) => status),
    ),
    rowOf(
      'Commit',
      of((model) => gitOf(model).commit?.slice(0, 12)),
    ),
    rowOf(
      'Branch',
      of((model) => gitOf(model).branch),
    ),
    rowOf(
      'Uncommitted changes',
      of((model) => (gitOf(model).isDirty ? 'yes' : 'no')),
    ),
    rowOf(
      'Prompts',
      of((model) => listed(promptsOf(model).map(({ name, version }) => `${name} v${version}`))),
    ),
  ];
  return [
    { title: 'About', rows: about.filter(({ values }) => values.some((value) => value !== undefined)) },
    { title: 'Params', rows: keyedRows(models.map(({ params }) => params)) },
    { title: 'Metrics', rows: keyedRows(models.map(metricsOf)) },
  ].filter(({ rows }) => rows.length > 0);
}

/** Rows of things known by keys, what differs first. */
export function keyedRows(all: readonly Readonly<Record<string, string>>[]): ComparedRow[] {
  const keys = [...new Set(all.flatMap((each) => Object.keys(each)))].toSorted();
  const rows = keys.map((key) =>
    rowOf(
      key,
      all.map((each) => each[key]),
    ),
  );
  return rows.toSorted((a, b) => Number(b.isDifferent) - Number(a.isDifferent));
}

export function rowOf(label: string, values: readonly (string | undefined)[]): ComparedRow {
  return { label, values, isDifferent: new Set(values).size > 1 };
}

/** The last one told wins where a metric was measured on several datasets or runs; its dataset is in the key. */
function metricsOf({ metrics }: LoggedModel): Record<string, string> {
  return Object.fromEntries(
    metrics
      .toSorted((a, b) => a.time.localeCompare(b.time))
      .map(({ key, value, dataset_name: dataset }) => [
        dataset === undefined ? key : `${key} on ${dataset}`,
        typeof value === 'number' ? String(Number(value.toPrecision(5))) : value,
      ]),
  );
}

function listed(items: readonly string[]): string | undefined {
  return items.length === 0 ? undefined : items.join(', ');
}
