import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { experimentQuery, experimentsQuery } from '../api/experiments.ts';

const TYPING_MS = 200;

/** Which experiment the pages are about; goes to the same experiment's overview when it changes. */
export function ExperimentSelect() {
  const { experimentId } = useParams({ strict: false });
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [name] = useDebouncedValue(typed, TYPING_MS);
  const chosen = useQuery({ ...experimentQuery(experimentId ?? ''), enabled: experimentId !== undefined });
  const isSearching = name !== '' && name !== chosen.data?.name;
  const { data } = useQuery(experimentsQuery(isSearching ? name : ''));
  const listed = data?.experiments ?? [];
  const options = [...(chosen.data === undefined ? [] : [chosen.data]), ...listed].map((each) => ({
    value: each.experiment_id,
    label: each.name,
  }));
  return (
    <Select
      aria-label="Experiment"
      placeholder="Choose an experiment"
      searchable
      size="xs"
      w={260}
      data={options.filter(({ value }, at) => options.findIndex((each) => each.value === value) === at)}
      value={experimentId ?? null}
      onSearchChange={setTyped}
      nothingFoundMessage="No experiment has this in its name"
      onChange={(next) => {
        if (next !== null)
          void navigate({ to: '/experiments/$experimentId', params: { experimentId: next } });
      }}
    />
  );
}
