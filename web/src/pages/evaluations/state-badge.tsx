import { Badge } from '@mantine/core';
import type { Evaluation } from '../../api/evaluations.ts';
import type { Run } from '../../api/runs.ts';

type State = Evaluation['state'] | Lowercase<Run['status']>;

const COLOURS: Readonly<Record<State, string>> = {
  selecting: 'var(--state-running)',
  running: 'var(--state-running)',
  scheduled: 'var(--state-running)',
  paused: 'var(--span-tool)',
  finished: 'var(--state-ok)',
  cancelled: 'var(--text-soft)',
  killed: 'var(--text-soft)',
  failed: 'var(--state-error)',
};

/** How far it is, in a word. */
export function StateBadge({ state }: { readonly state: State }) {
  const colour = COLOURS[state];
  return (
    <Badge
      variant="outline"
      tt="none"
      fw={500}
      miw="max-content"
      style={{ color: colour, borderColor: colour, background: 'var(--surface)' }}
    >
      {state}
    </Badge>
  );
}
