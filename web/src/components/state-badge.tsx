import type { Trace } from '../api/traces.ts';
import classes from './state-badge.module.css';

const LABELS: Readonly<Record<Trace['state'], string>> = {
  OK: 'OK',
  ERROR: 'Error',
  IN_PROGRESS: 'Running',
};

/** The state of a trace, in words and colour. */
export function StateBadge({ state }: { readonly state: Trace['state'] }) {
  return (
    <span className={classes.state} data-state={state}>
      {LABELS[state]}
    </span>
  );
}
