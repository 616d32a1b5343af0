import { useHotkeys } from '@mantine/hooks';
import { useState, type KeyboardEvent } from 'react';
import type { Trace } from '../../api/traces.ts';
import type { Selection } from './use-selection.ts';

interface RowKeysOptions {
  readonly traces: readonly Trace[];
  readonly selection: Selection;
  readonly onOpen: (trace: Trace) => void;
  /** Brings a row into sight, and the keyboard to the table. */
  readonly onMoved: (index: number) => void;
}

export interface RowKeys {
  /** Place of the row that keys are about; -1 for none. */
  readonly at: number;
  onKeyDown(event: KeyboardEvent): void;
}

/** j and k, or arrows, go from row to row; Enter opens, x selects. Letters work wherever nothing is typed. */
export function useRowKeys({ traces, selection, onOpen, onMoved }: RowKeysOptions): RowKeys {
  const [active, setActive] = useState<string>();
  const at = traces.findIndex(({ trace_id: id }) => id === active);
  const trace = traces[at];
  const move = (to: number): void => {
    const index = Math.min(traces.length - 1, Math.max(0, to));
    setActive(traces[index]?.trace_id);
    onMoved(index);
  };
  useHotkeys([
    ['j', () => move(at + 1)],
    ['k', () => move(at - 1)],
    ['x', () => trace !== undefined && selection.toggle(trace)],
  ]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return;
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: traces.length - 1,
    };
    const to = moves[event.key];
    if (to !== undefined) {
      event.preventDefault();
      move(to);
    } else if (event.key === 'Enter' && trace !== undefined) onOpen(trace);
  };
  return { at, onKeyDown };
}
