import { Rejected } from '@millrace/domain';
import type { TraceOrder, TraceOrderField } from '@millrace/ports';

const FIELDS: Readonly<Record<string, TraceOrderField>> = {
  timestamp: 'timestamp',
  timestamp_ms: 'timestamp',
  execution_time: 'execution_time',
  execution_time_ms: 'execution_time',
  end_time: 'end_time',
  end_time_ms: 'end_time',
  status: 'status',
  request_id: 'request_id',
  name: 'name',
  experiment_id: 'experiment_id',
  run_id: 'run_id',
};
const KEYED: Readonly<Record<string, TraceOrderField>> = {
  tag: 'tag',
  tags: 'tag',
  metadata: 'metadata',
  request_metadata: 'metadata',
};
const PREFIX = /^(?:attributes?|attr|trace)\./i;
const ITEM = /^\s*(.+?)(?:\s+(asc|desc))?\s*$/i;
const COMMA_OUTSIDE_QUOTES = /,(?=(?:[^`]*`[^`]*`)*[^`]*$)/;

/** Items of MLflow's order_by (mlflow/WIRE.md section 6.7). Throws Rejected for one it does not know, or one given twice. */
export function parseTraceOrder(items: readonly string[]): TraceOrder[] {
  const order = items.map(parseItem);
  const seen = new Set<string>();
  for (const { field, key = '' } of order) {
    const id = `${field} ${key}`;
    if (seen.has(id)) throw new Rejected(`order_by names ${id.trim()} twice: leave one of them out.`);
    seen.add(id);
  }
  return order;
}

/** An order given as one text, its items separated by commas. */
export function splitOrder(text: string): string[] {
  return text.split(COMMA_OUTSIDE_QUOTES).filter((item) => item.trim() !== '');
}

function parseItem(item: string): TraceOrder {
  const [, left = '', direction = 'asc'] = ITEM.exec(item) ?? [];
  const isDescending = direction.toLowerCase() === 'desc';
  const name = left.replace(PREFIX, '').replace(/^[`"](.*)[`"]$/, '$1');
  const field = Object.hasOwn(FIELDS, name) ? FIELDS[name] : undefined;
  if (field) return { field, isDescending };
  const dot = left.indexOf('.');
  const prefix = left.slice(0, dot).toLowerCase();
  const key = left.slice(dot + 1).replace(/^[`"](.*)[`"]$/, '$1');
  const keyed = dot > 0 && Object.hasOwn(KEYED, prefix) ? KEYED[prefix] : undefined;
  if (keyed && key !== '') return { field: keyed, key, isDescending };
  const known = [...Object.keys(FIELDS), 'tag.<key>', 'metadata.<key>'].join(', ');
  throw new Rejected(`Invalid order_by clause '${item}'. Valid keys are: ${known}; each with ASC or DESC.`);
}
