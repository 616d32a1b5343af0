import { Autocomplete, Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Schemas } from '../../api/client.ts';
import { recentTracesQuery } from '../../api/recent-traces.ts';
import { tryScorer } from '../../api/scorers.ts';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { ScoringView } from './scoring-view.tsx';

interface TryPanelProps {
  readonly experimentId: string;
  readonly scorer: () => Schemas['TryScorerBody']['scorer'];
  /** Whether the scorer is described well enough to be tried. */
  readonly isReady: boolean;
  /** Whether it judges sessions instead of traces. */
  readonly isSession: boolean;
}

/** What a scorer would say of one trace or session; nothing is stored. */
export function TryPanel({ experimentId, scorer, isReady, isSession }: TryPanelProps) {
  const [subject, setSubject] = useState('');
  const trial = useMutation({
    // In the mutation, so that parameters that are no JSON are told like any other fault.
    mutationFn: async () =>
      tryScorer({
        scorer: scorer(),
        ...(isSession
          ? { session_id: subject.trim(), experiment_id: experimentId }
          : { trace_id: subject.trim() }),
      }),
  });
  return (
    <Stack component="section" aria-label="Try it">
      <Title order={2}>Try it</Title>
      <Group align="end" wrap="nowrap">
        {isSession ? (
          <TextInput
            label="Session"
            style={{ flex: 1 }}
            value={subject}
            onChange={({ currentTarget: { value } }) => setSubject(value)}
          />
        ) : (
          <TraceInput experimentId={experimentId} value={subject} onChange={setSubject} />
        )}
        <Button
          variant="default"
          disabled={!isReady || subject.trim() === ''}
          loading={trial.isPending}
          onClick={() => trial.mutate()}
        >
          Try
        </Button>
      </Group>
      <Text size="xs" c="var(--text-soft)">
        Nothing is stored; what a judge’s model costs is paid.
      </Text>
      {trial.isError && <ProblemNotice error={trial.error} />}
      {trial.data !== undefined && <ScoringView scoring={trial.data} experimentId={experimentId} />}
    </Stack>
  );
}

interface TraceInputProps {
  readonly experimentId: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** An id as it is pasted, or one of the latest traces. */
function TraceInput({ experimentId, value, onChange }: TraceInputProps) {
  const { data } = useQuery(recentTracesQuery(experimentId));
  const traces = new Map(data?.traces.map((trace) => [trace.trace_id, trace]));
  return (
    <Autocomplete
      label="Trace"
      placeholder="One of the latest, or any id"
      style={{ flex: 1 }}
      data={[...traces.keys()]}
      value={value}
      onChange={onChange}
      renderOption={({ option }) => (
        <div style={{ minWidth: 0 }}>
          <Text size="sm" truncate>
            {traces.get(option.value)?.request_preview ?? traces.get(option.value)?.name}
          </Text>
          <Text size="xs" c="var(--text-soft)">
            {option.value}
          </Text>
        </div>
      )}
    />
  );
}
