import { ActionIcon, Button, Group, Menu, Tooltip } from '@mantine/core';
import { useSessionStorage } from '@mantine/hooks';
import { IconCheck, IconChevronDown, IconRefresh } from '@tabler/icons-react';
import { useIsFetching, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

const INTERVALS = [
  { label: 'Off', short: '', seconds: 0 },
  { label: 'Every 10 seconds', short: '10 s', seconds: 10 },
  { label: 'Every 30 seconds', short: '30 s', seconds: 30 },
  { label: 'Every minute', short: '1 min', seconds: 60 },
  { label: 'Every 5 minutes', short: '5 min', seconds: 300 },
] as const;

/** Asks again for what the page shows, at once or again and again. */
export function RefreshControl() {
  const queries = useQueryClient();
  const isFetching = useIsFetching({ predicate: ({ queryKey }) => queryKey[0] !== 'freshness' }) > 0;
  const [seconds, setSeconds] = useSessionStorage({ key: 'millrace.refresh', defaultValue: 0 });
  useEffect(() => {
    if (seconds === 0) return;
    const timer = setInterval(() => {
      // Nobody looks at a hidden tab; it is fresh a moment after it is shown again.
      if (document.visibilityState === 'visible') void queries.invalidateQueries();
    }, seconds * 1000);
    return () => clearInterval(timer);
  }, [seconds, queries]);
  const chosen = INTERVALS.find((each) => each.seconds === seconds) ?? INTERVALS[0];
  return (
    <Group gap={0} wrap="nowrap">
      <Tooltip label="Ask again">
        <ActionIcon
          variant="default"
          size={30}
          aria-label="Refresh"
          data-busy={isFetching || undefined}
          onClick={() => void queries.invalidateQueries()}
        >
          <IconRefresh size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <Button
            variant="default"
            size="xs"
            px={6}
            fw={500}
            rightSection={<IconChevronDown size={14} aria-hidden />}
            styles={{ section: { marginInlineStart: chosen.short === '' ? 0 : 4 } }}
            aria-label={`Refresh by itself: ${chosen.label}`}
          >
            {chosen.short}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>Refresh by itself</Menu.Label>
          {INTERVALS.map((each) => (
            <Menu.Item
              key={each.label}
              onClick={() => setSeconds(each.seconds)}
              rightSection={each === chosen && <IconCheck size={14} aria-label="chosen" />}
            >
              {each.label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}
