import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import {
  IconArrowsDiff,
  IconBraces,
  IconCopy,
  IconHash,
  IconKeyboard,
  IconLink,
  IconTerminal2,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { readWholeTrace, type Trace } from '../../../api/trace-detail.ts';

interface TraceActionsProps {
  readonly trace: Trace;
  readonly onAssess: () => void;
  readonly onKeys: () => void;
}

/** What can be done with the whole trace. */
export function TraceActions({ trace, onAssess, onKeys }: TraceActionsProps) {
  const { trace_id: traceId, experiment_id: experimentId } = trace;
  const address = `${location.origin}/api/v1/traces/${traceId}`;
  return (
    <>
      <Button size="xs" onClick={onAssess}>
        Assess
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button size="xs" variant="default" leftSection={<IconCopy size={14} aria-hidden />}>
            Copy
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconLink size={14} />} onClick={() => copy('Link', location.href)}>
            Link
          </Menu.Item>
          <Menu.Item leftSection={<IconHash size={14} />} onClick={() => copy('Trace id', traceId)}>
            Trace id
          </Menu.Item>
          <Menu.Item
            leftSection={<IconTerminal2 size={14} />}
            onClick={() => copy('cURL', `curl '${address}'`)}
          >
            cURL
          </Menu.Item>
          <Menu.Item
            leftSection={<IconBraces size={14} />}
            onClick={() => copy('JSON', readWholeTrace(traceId))}
          >
            JSON
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
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

/** Says whether it worked: browsers refuse the clipboard to pages that are not secure. */
function copy(what: string, text: string | Promise<string>): void {
  Promise.resolve(text)
    .then((ready) => navigator.clipboard.writeText(ready))
    .then(
      () => notifications.show({ message: `${what} copied` }),
      (error: unknown) =>
        notifications.show({ color: 'red', title: `${what} not copied`, message: String(error) }),
    );
}
