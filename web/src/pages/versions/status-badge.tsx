import { Badge } from '@mantine/core';
import type { LoggedModel } from '../../api/logged-models.ts';

const STATES: Readonly<Record<LoggedModel['status'], readonly [label: string, color: string]>> = {
  READY: ['Ready', 'var(--state-ok)'],
  PENDING: ['Pending', 'var(--text-soft)'],
  FAILED: ['Failed', 'var(--state-error)'],
};

/** How a version came out. */
export function StatusBadge({ status }: Pick<LoggedModel, 'status'>) {
  const [label, color] = STATES[status];
  return (
    <Badge size="sm" variant="default" c={color} tt="none">
      {label}
    </Badge>
  );
}
