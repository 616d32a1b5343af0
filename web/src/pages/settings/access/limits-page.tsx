import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { LIMITS, limitsQuery, type LimitKind, type Limits } from '../../../api/limits.ts';
import { formatBytes, formatCount } from '../../../components/format.ts';
import { QueryView } from '../../../components/query-view.tsx';
import { Section } from '../../../components/section.tsx';
import { LimitsForm } from './limits-form.tsx';

const REFETCH_MS = 5_000;
/** From here on a bar warns. */
const NEARLY = 0.8;

/** What the workspace may use, and what it used. */
export function LimitsPage() {
  const limits = useQuery({ ...limitsQuery(), refetchInterval: REFETCH_MS });
  const [isChanging, { open, close }] = useDisclosure();
  return (
    <Section
      title="Limits"
      description="What this workspace may use; operators change it. Above a limit senders are told when to come again. Days and months are of UTC."
      actions={
        <Button size="xs" onClick={open} disabled={!limits.data}>
          Change limits
        </Button>
      }
    >
      <QueryView query={limits} lines={8}>
        {(known) => (
          <Stack gap="sm" maw={620}>
            {LIMITS.map(({ kind, label }) => (
              <Limit key={kind} kind={kind} label={label} known={known} />
            ))}
          </Stack>
        )}
      </QueryView>
      {isChanging && limits.data && (
        <LimitsForm title="Limits of the workspace" known={limits.data} onClose={close} />
      )}
    </Section>
  );
}

interface LimitProps {
  readonly kind: LimitKind;
  readonly label: string;
  readonly known: Limits;
}

function Limit({ kind, label, known }: LimitProps) {
  const limit = known.limits[kind];
  const used = usedOf(kind, known);
  const format = kind.startsWith('bytes') ? formatBytes : formatCount;
  const most = limit === undefined || limit === null ? 'no limit' : format(limit);
  const share = limit ? (used ?? 0) / limit : 0;
  return (
    <div>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{label}</Text>
        <Text size="sm" ff="monospace" c="var(--text-soft)">
          {used === undefined ? most : `${format(used)}${limit ? ' of ' : ', '}${most}`}
        </Text>
      </Group>
      {used !== undefined && limit ? (
        <Progress
          aria-label={`${label}: used`}
          value={Math.min(100, 100 * share)}
          color={share >= 1 ? 'red' : share >= NEARLY ? 'yellow' : undefined}
          size="sm"
          mt={4}
        />
      ) : null}
    </div>
  );
}

/** Undefined for what is no quota. */
function usedOf(kind: LimitKind, { today, this_month: month }: Limits): number | undefined {
  const used: Partial<Record<LimitKind, number>> = {
    spans_per_day: today.spans,
    bytes_per_day: today.bytes,
    spans_per_month: month.spans,
    bytes_per_month: month.bytes,
  };
  return used[kind];
}
