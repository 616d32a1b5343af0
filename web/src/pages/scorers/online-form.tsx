import { Button, Group, NumberInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { onlineScoringQuery, putOnlineScoring, SCORERS_KEY, type OnlineScoring } from '../../api/scorers.ts';
import { useChange } from '../../api/use-change.ts';
import { formatTime } from '../../components/format.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { QueryView } from '../../components/query-view.tsx';

interface OnlineFormProps {
  readonly experimentId: string;
  readonly name: string;
  readonly scorerId: string;
}

/** Which new traces the scorer judges as they complete. */
export function OnlineForm({ experimentId, name, scorerId }: OnlineFormProps) {
  const query = useQuery(onlineScoringQuery(experimentId));
  return (
    <section aria-label="New traces">
      <Title order={2} mb="xs">
        New traces
      </Title>
      <QueryView query={query} lines={2}>
        {({ online }) => {
          const known = online.find((each) => each.scorer_id === scorerId);
          return <Fields key={scorerId} experimentId={experimentId} name={name} known={known} />;
        }}
      </QueryView>
    </section>
  );
}

interface FieldsProps {
  readonly experimentId: string;
  readonly name: string;
  readonly known: OnlineScoring | undefined;
}

function Fields({ experimentId, name, known }: FieldsProps) {
  const [percent, setPercent] = useState<number | string>((known?.sample_rate ?? 0) * 100);
  const [filter, setFilter] = useState(known?.filter ?? '');
  const change = useChange(
    (rate: number) => putOnlineScoring({ experiment_id: experimentId, name, sample_rate: rate, filter }),
    [SCORERS_KEY],
  );
  const isActive = known !== undefined && known.sample_rate > 0;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    change.mutate(Number(percent) / 100);
  };
  const stop = (): void => {
    setPercent(0);
    change.mutate(0);
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Text size="sm" c={isActive ? 'var(--state-ok)' : 'var(--text-soft)'} role="status">
          {isActive ? `Judges since ${formatTime(known.active_since)}.` : 'Judges no new traces.'}
        </Text>
        <Group align="end">
          <NumberInput
            label="Share"
            suffix=" %"
            min={0}
            max={100}
            w={120}
            value={percent}
            onChange={setPercent}
          />
          <TextInput
            label="Filter"
            placeholder="all traces"
            style={{ flex: 1 }}
            value={filter}
            onChange={({ currentTarget: { value } }) => setFilter(value)}
          />
          <Button type="submit" variant="default" loading={change.isPending}>
            {isActive ? 'Save' : 'Start'}
          </Button>
          {isActive && (
            <Button variant="subtle" color="gray" onClick={stop}>
              Stop
            </Button>
          )}
        </Group>
        {change.isError && <ProblemNotice error={change.error} />}
      </Stack>
    </form>
  );
}
