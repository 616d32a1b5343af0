import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconArrowsDiff, IconKeyboard } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Trace } from '../../../api/trace-detail.ts';
import { CopyMenu } from './copy-menu.tsx';
import { SendMenu } from './send-menu.tsx';
import { TraceFiles } from './trace-files.tsx';

interface TraceActionsProps {
  readonly trace: Trace;
  readonly onAssess: () => void;
  readonly onKeys: () => void;
}

/** What can be done with the whole trace. */
export function TraceActions({ trace, onAssess, onKeys }: TraceActionsProps) {
  const { trace_id: traceId, experiment_id: experimentId } = trace;
  return (
    <>
      <TraceFiles trace={trace} />
      <Button size="xs" onClick={onAssess}>
        Assess
      </Button>
      <SendMenu trace={trace} />
      <CopyMenu trace={trace} />
      <Button
        size="xs"
        variant="default"
        leftSection={<IconArrowsDiff size={14} aria-hidden />}
        renderRoot={(props) => (
          <Link
            {...(props as object)}
            to="/experiments/$experimentId/traces/compare"
            params={{ experimentId }}
            search={{ left: traceId }}
          />
        )}
      >
        Compare
      </Button>
      <Tooltip label="Keys (?)">
        <ActionIcon variant="subtle" color="gray" aria-label="Keys" onClick={onKeys}>
          <IconKeyboard size={18} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </>
  );
}
