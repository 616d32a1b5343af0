import { createHash } from 'node:crypto';
import { Rejected } from '@millrace/domain';
import type { Experiment } from '@millrace/access';
import { experimentColumn, type SqlCondition } from './experiment-filter.ts';

export interface ExperimentOrder {
  readonly key: 'name' | 'experiment_id' | 'creation_time' | 'last_update_time';
  readonly column: string;
  readonly isDescending: boolean;
}

const ITEM = /^\s*(?:attr(?:ibutes?)?\.)?[`"]?([a-z_]+)[`"]?(?:\s+(asc|desc))?\s*$/i;
const BY_ID: ExperimentOrder = { key: 'experiment_id', column: 'experiment.id', isDescending: false };
const NEWEST_FIRST: ExperimentOrder = {
  key: 'creation_time',
  column: 'experiment.creation_time',
  isDescending: true,
};

/** A total order: ends with the id. Newest first by default. */
export function parseExperimentOrder(items: readonly string[]): ExperimentOrder[] {
  const order = items.length === 0 ? [NEWEST_FIRST] : items.map(parseItem);
  const hasId = order.some(({ key }) => key === 'experiment_id');
  return hasId ? order : [...order, BY_ID];
}

function parseItem(item: string): ExperimentOrder {
  const [, key = '', direction = 'asc'] = ITEM.exec(item) ?? [];
  const column = experimentColumn(key);
  if (column === undefined || !isOrderKey(key)) {
    throw new Rejected(
      `Invalid order_by clause '${item}': expected name, experiment_id, creation_time or last_update_time, then ASC or DESC.`,
    );
  }
  return { key, column, isDescending: direction.toLowerCase() === 'desc' };
}

function isOrderKey(key: string): key is ExperimentOrder['key'] {
  return experimentColumn(key) !== undefined;
}

/** Where a page ended: the ordered values of its last row, bound to the search it belongs to. */
export function encodePageToken(
  last: Experiment,
  order: readonly ExperimentOrder[],
  search: unknown,
): string {
  const values = order.map(({ key }) => valueOf(last, key));
  return Buffer.from(JSON.stringify({ s: fingerprint(search), v: values })).toString('base64url');
}

/** The condition for rows after a page. Throws Rejected for a token that is not of this search. */
export function afterPage(token: string, order: readonly ExperimentOrder[], search: unknown): SqlCondition {
  const values = decodePageToken(token, search);
  if (values?.length !== order.length) {
    throw new Rejected(
      'Invalid page token: use the next_page_token of the same search, or start without one.',
    );
  }
  const parameters = Object.fromEntries(values.map((value, index) => [`after${index}`, value]));
  const alternatives = order.map(({ column, isDescending }, index) => {
    const equal = order.slice(0, index).map((each, at) => `${each.column} = :after${at}`);
    return [...equal, `${column} ${isDescending ? '<' : '>'} :after${index}`].join(' AND ');
  });
  return { sql: alternatives.map((each) => `(${each})`).join(' OR '), parameters };
}

function decodePageToken(token: string, search: unknown): unknown[] | undefined {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
    if (typeof parsed !== 'object' || parsed === null) return undefined;
    const values: unknown = Reflect.get(parsed, 'v');
    return Reflect.get(parsed, 's') === fingerprint(search) && isScalars(values) ? values : undefined;
  } catch {
    return undefined;
  }
}

function isScalars(values: unknown): values is (string | number)[] {
  return (
    Array.isArray(values) && values.every((each) => typeof each === 'string' || typeof each === 'number')
  );
}

function fingerprint(search: unknown): string {
  return createHash('sha256').update(JSON.stringify(search)).digest('base64url').slice(0, 12);
}

function valueOf(experiment: Experiment, key: ExperimentOrder['key']): string | number {
  const values = {
    name: experiment.name,
    experiment_id: experiment.id,
    creation_time: experiment.creationTime,
    last_update_time: experiment.lastUpdateTime,
  };
  return values[key];
}
