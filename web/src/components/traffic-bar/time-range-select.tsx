import { Button, Divider, Group, Popover, Stack, Text, TextInput } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { DEFAULT_RANGE, TIME_RANGES, type TimeRange } from '../../app/traffic-search.ts';
import { useTraffic } from '../../app/use-traffic.ts';
import { formatTime } from '../format.ts';
import { fromLocalInput, toLocalInput } from './local-input.ts';

const LABELS: Readonly<Record<TimeRange, string>> = {
  '15m': 'Last 15 minutes',
  '1h': 'Last hour',
  '24h': 'Last 24 hours',
  '7d': 'Last 7 days',
  '30d': 'Last 30 days',
  '90d': 'Last 90 days',
  all: 'All time',
};

/** The time range of the address: a length up to now, or two times in the reader's zone. */
export function TimeRangeSelect() {
  const { search, filter, change } = useTraffic();
  const [isOpen, setOpen] = useState(false);
  const { from, to } = search;
  const isCustom = search.range === undefined && (from !== undefined || to !== undefined);
  const chosen = isCustom ? undefined : (search.range ?? DEFAULT_RANGE);
  const kept = filter === '' ? {} : { filter };
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" trapFocus returnFocus shadow="md">
      <Popover.Target>
        <Button
          size="xs"
          variant="default"
          fw={500}
          leftSection={<IconClock size={15} aria-hidden />}
          onClick={() => setOpen(!isOpen)}
          aria-label={`Time range: ${chosen === undefined ? describe(from, to) : LABELS[chosen]}`}
        >
          {chosen === undefined ? describe(from, to) : LABELS[chosen]}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap={2}>
          {TIME_RANGES.map((range) => (
            <Button
              key={range}
              size="xs"
              fw={500}
              justify="flex-start"
              variant={range === chosen ? 'light' : 'subtle'}
              color={range === chosen ? undefined : 'gray'}
              aria-pressed={range === chosen}
              onClick={() => {
                change({ ...kept, range: range === DEFAULT_RANGE ? undefined : range });
                setOpen(false);
              }}
            >
              {LABELS[range]}
            </Button>
          ))}
        </Stack>
        <Divider my="xs" />
        <CustomRange
          from={from}
          to={to}
          onChosen={(bounds) => {
            change({ ...kept, ...bounds });
            setOpen(false);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

interface CustomRangeProps {
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly onChosen: (bounds: { readonly from?: string; readonly to?: string }) => void;
}

function CustomRange({ from, to, onChosen }: CustomRangeProps) {
  const [typed, setTyped] = useState({ from: toLocalInput(from), to: toLocalInput(to) });
  const bounds = { from: fromLocalInput(typed.from), to: fromLocalInput(typed.to) };
  const isReversed = bounds.from !== undefined && bounds.to !== undefined && bounds.from >= bounds.to;
  const isEmpty = bounds.from === undefined && bounds.to === undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isReversed && !isEmpty) onChosen(bounds);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        {(['from', 'to'] as const).map((side) => (
          <TextInput
            key={side}
            type="datetime-local"
            label={side === 'from' ? 'From' : 'To'}
            size="xs"
            value={typed[side]}
            onChange={(event) => setTyped({ ...typed, [side]: event.currentTarget.value })}
          />
        ))}
        {isReversed && (
          <Text size="xs" c="var(--state-error)" role="alert">
            It ends before it begins.
          </Text>
        )}
        <Group justify="flex-end">
          <Button type="submit" size="xs" disabled={isReversed || isEmpty}>
            Show
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function describe(from: string | undefined, to: string | undefined): string {
  if (from === undefined) return to === undefined ? '' : `Until ${formatTime(to)}`;
  return to === undefined ? `Since ${formatTime(from)}` : `${formatTime(from)} – ${formatTime(to)}`;
}
