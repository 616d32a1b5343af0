import { Button, Group, Text } from '@mantine/core';
import {
  IconArrowsDiff,
  IconClipboardCheck,
  IconDatabasePlus,
  IconGavel,
  IconTag,
  IconTrash,
  IconX,
  type Icon,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { TraceTargets } from '../../api/traces.ts';
import { useTraffic } from '../../app/use-traffic.ts';
import { formatCount } from '../../components/format.ts';
import { SendTraces } from '../../components/send-traces/send-traces.tsx';
import { BulkDelete } from './bulk-delete.tsx';
import { BulkEvaluate } from './bulk-evaluate.tsx';
import { BulkTag } from './bulk-tag.tsx';
import classes from './traces-page.module.css';
import type { Selection } from './use-selection.ts';

type Action = 'tag' | 'dataset' | 'review' | 'evaluate' | 'delete';

const ACTIONS: readonly { readonly action: Action; readonly label: string; readonly icon: Icon }[] = [
  { action: 'tag', label: 'Tag', icon: IconTag },
  { action: 'dataset', label: 'Add to dataset', icon: IconDatabasePlus },
  { action: 'review', label: 'Send to review', icon: IconClipboardCheck },
  { action: 'evaluate', label: 'Evaluate', icon: IconGavel },
  { action: 'delete', label: 'Delete', icon: IconTrash },
];

export interface BulkActionProps {
  readonly targets: TraceTargets;
  /** How many are meant, as far as is known. */
  readonly count: number;
  readonly onClose: () => void;
  /** It is done: the selection has served. */
  readonly onDone: (message: string) => void;
}

interface BulkBarProps {
  readonly selection: Selection;
  readonly targets: TraceTargets;
  readonly count: number;
  /** How many the filter finds in all; undefined while that is not known. */
  readonly total: number | undefined;
  readonly onDone: (message: string) => void;
}

/** What can be done with the chosen traces. */
export function BulkBar({ selection, targets, count, total, onDone }: BulkBarProps) {
  const { experimentId } = useTraffic();
  const [action, setAction] = useState<Action>();
  const props: BulkActionProps = {
    targets,
    count,
    onClose: () => setAction(undefined),
    onDone: (message) => {
      setAction(undefined);
      onDone(message);
    },
  };
  return (
    <div className={classes.bulk} role="region" aria-label="Actions on the selected traces">
      <Text size="sm" fw={600} aria-live="polite">
        {selection.isAll ? `All ${formatCount(count)} that match` : `${formatCount(count)} selected`}
      </Text>
      {!selection.isAll && total !== undefined && total > count && (
        <Button size="compact-xs" variant="subtle" onClick={selection.chooseAll}>
          Select all {formatCount(total)} that match
        </Button>
      )}
      <Group gap={6}>
        {ACTIONS.map(({ action: each, label, icon: Glyph }) => (
          <Button
            key={each}
            size="compact-sm"
            variant="default"
            color={each === 'delete' ? 'red' : undefined}
            leftSection={<Glyph size={15} aria-hidden />}
            onClick={() => setAction(each)}
          >
            {label}
          </Button>
        ))}
      </Group>
      <CompareButton experimentId={experimentId} selection={selection} />
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        ml="auto"
        leftSection={<IconX size={15} aria-hidden />}
        onClick={selection.clear}
      >
        Clear
      </Button>
      {action === 'tag' && <BulkTag {...props} />}
      {action === 'delete' && <BulkDelete {...props} />}
      {action === 'evaluate' && <BulkEvaluate {...props} />}
      {(action === 'dataset' || action === 'review') && (
        <SendTraces {...props} experimentId={experimentId} destination={action} />
      )}
    </div>
  );
}

interface CompareButtonProps {
  readonly experimentId: string;
  readonly selection: Selection;
}

/** Two can be looked at side by side. */
function CompareButton({ experimentId, selection }: CompareButtonProps) {
  const [left, right, ...more] = [...selection.ids];
  if (left === undefined || right === undefined || more.length > 0) return null;
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<IconArrowsDiff size={15} aria-hidden />}
      renderRoot={(props) => (
        <Link
          {...(props as object)}
          to="/experiments/$experimentId/traces/compare"
          params={{ experimentId }}
          search={{ left, right }}
        />
      )}
    >
      Compare
    </Button>
  );
}
