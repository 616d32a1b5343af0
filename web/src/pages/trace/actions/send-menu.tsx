import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconClipboardCheck, IconDatabasePlus, IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import type { Trace } from '../../../api/trace-detail.ts';
import { SendTraces, type TraceDestination } from '../../../components/send-traces/send-traces.tsx';

/** Where the trace can be put for later work. */
export function SendMenu({ trace }: { readonly trace: Trace }) {
  const [destination, setDestination] = useState<TraceDestination>();
  const close = (): void => setDestination(undefined);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button size="xs" variant="default" leftSection={<IconSend size={14} aria-hidden />}>
            Send
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconDatabasePlus size={14} aria-hidden />}
            onClick={() => setDestination('dataset')}
          >
            Add to dataset
          </Menu.Item>
          <Menu.Item
            leftSection={<IconClipboardCheck size={14} aria-hidden />}
            onClick={() => setDestination('review')}
          >
            Send to review
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {destination !== undefined && (
        <SendTraces
          destination={destination}
          experimentId={trace.experiment_id}
          targets={{ kind: 'some', ids: [trace.trace_id] }}
          count={1}
          onClose={close}
          onDone={(message) => {
            close();
            notifications.show({ message });
          }}
        />
      )}
    </>
  );
}
