import { Badge } from '@mantine/core';
import type { LoggedModel } from '../../api/logged-models.ts';

const STATES: Readonly<Record<LoggedModel['status'], readonly [label: string, color: string]>> = {
  READY: ['Ready', 'green'],
  PENDING: ['Pending', 'gray'],
  FAILED: ['Failed', 'red'],
};

/** How a version came out. */
export function StatusBadge({ status }: Pick<LoggedModel, 'status'>) {
  const [label, color] = STATES[status];
  return (
    <Badge size="sm" variant="light" color={color} tt="none">
      {label}
    </Badge>
  );
}
