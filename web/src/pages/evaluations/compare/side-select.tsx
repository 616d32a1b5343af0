import { Select } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { comparableModelsQuery, comparablePromptsQuery } from '../../../api/comparable.ts';
import { evaluationsQuery } from '../../../api/evaluations.ts';
import { clientRunsQuery } from '../../../api/runs.ts';
import { formatTime } from '../../../components/format.ts';

interface SideSelectProps {
  readonly label: string;
  readonly experimentId: string;
  readonly value: string | undefined;
  readonly onChange: (side: string | undefined) => void;
}

/** What can stand on one side: evaluations, runs of clients, prompt versions, versions of the application. */
export function SideSelect({ label, experimentId, value, onChange }: SideSelectProps) {
  const evaluations = useInfiniteQuery(evaluationsQuery(experimentId));
  const runs = useInfiniteQuery(clientRunsQuery(experimentId));
  const { data: prompts } = useQuery(comparablePromptsQuery);
  const { data: models } = useQuery(comparableModelsQuery(experimentId));
  const groups = [
    {
      group: 'Evaluations',
      items: (evaluations.data?.pages ?? [])
        .flatMap((page) => page.evaluations)
        .map(({ evaluation_id: id, name, creation_time: time }) => ({
          value: `evaluation:${id}`,
          label: `${name} · ${formatTime(time)}`,
        })),
    },
    {
      group: 'Runs of clients',
      items: (runs.data?.pages ?? [])
        .flatMap((page) => page.runs)
        .map(({ run_id: id, name, start_time: time }) => ({
          value: `run:${id}`,
          label: `${name} · ${formatTime(time)}`,
        })),
    },
    { group: 'Prompt versions', items: prompts ?? [] },
    { group: 'Versions', items: models ?? [] },
  ];
  return (
    <Select
      label={label}
      placeholder="Evaluation, run, prompt version or version"
      searchable
      clearable
      w={340}
      limit={100}
      data={groups.filter(({ items }) => items.length > 0)}
      value={value ?? null}
      nothingFoundMessage="Nothing has this in its name"
      onChange={(next) => onChange(next ?? undefined)}
    />
  );
}
