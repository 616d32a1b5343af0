import type { ItemFilter } from '../../api/evaluations.ts';

export const VIEWS = ['evaluations', 'runs', 'schedules'] as const;
export type View = (typeof VIEWS)[number];

export interface EvaluationsSearch {
  /** The evaluations of the server when absent. */
  readonly view?: View;
}

/** Rows of one evaluation that are shown, as the address has them. */
export type ItemsSearch = ItemFilter;

export interface CompareSearch {
  /** `run:<id>`, `evaluation:<id>`, `prompt:<name>/<version>`, `model:<id>`. */
  readonly baseline?: string;
  readonly candidate?: string;
}

const ITEM_STATES = ['pending', 'scored', 'skipped', 'failed'] as const;

export function readEvaluationsSearch(search: Readonly<Record<string, unknown>>): EvaluationsSearch {
  const view = VIEWS.find((each) => each === search['view']);
  return view === undefined || view === 'evaluations' ? {} : { view };
}

export function readItemsSearch(search: Readonly<Record<string, unknown>>): ItemsSearch {
  const state = ITEM_STATES.find((each) => each === search['state']);
  const { scorer, passing } = search;
  return {
    ...(state !== undefined && { state }),
    ...(typeof scorer === 'string' && scorer !== '' && { scorer }),
    ...(typeof passing === 'boolean' && { passing }),
  };
}

export function readCompareSearch(search: Readonly<Record<string, unknown>>): CompareSearch {
  const { baseline, candidate } = search;
  return {
    ...(typeof baseline === 'string' && baseline !== '' && { baseline }),
    ...(typeof candidate === 'string' && candidate !== '' && { candidate }),
  };
}
