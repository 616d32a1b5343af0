import { useState } from 'react';
import type { Trace } from '../../api/traces.ts';

export interface Selection {
  /** Ids of those chosen one by one. */
  readonly ids: ReadonlySet<string>;
  /** Whether all that the filter finds are meant, loaded or not. */
  readonly isAll: boolean;
  readonly isEmpty: boolean;
  has(trace: Trace): boolean;
  toggle(trace: Trace): void;
  /** All of these, or none when all of them are chosen already. */
  toggleAll(traces: readonly Trace[]): void;
  chooseAll(): void;
  clear(): void;
}

/** Which rows an action is for; begins anew with every other list. */
export function useSelection(list: string): Selection {
  const [state, setState] = useState({ list, ids: new Set<string>(), isAll: false });
  const { ids, isAll } = state.list === list ? state : { ids: new Set<string>(), isAll: false };
  const choose = (next: Iterable<string>): void => setState({ list, ids: new Set(next), isAll: false });
  return {
    ids,
    isAll,
    isEmpty: !isAll && ids.size === 0,
    has: ({ trace_id: id }) => isAll || ids.has(id),
    toggle: ({ trace_id: id }) => choose(ids.has(id) ? [...ids].filter((each) => each !== id) : [...ids, id]),
    toggleAll: (traces) => {
      const isWhole = isAll || (traces.length > 0 && traces.every(({ trace_id: id }) => ids.has(id)));
      choose(isWhole ? [] : traces.map(({ trace_id: id }) => id));
    },
    chooseAll: () => setState({ list, ids: new Set(), isAll: true }),
    clear: () => choose([]),
  };
}
