import { useQuery } from '@tanstack/react-query';
import { experimentsQuery } from '../../../api/experiments.ts';

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The experiments of the workspace, to choose one. */
export function useExperimentChoices(): readonly Choice[] {
  const { data } = useQuery(experimentsQuery());
  return (data?.experiments ?? []).map(({ experiment_id: value, name: label }) => ({ value, label }));
}
