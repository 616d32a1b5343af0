import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { askFigures } from '../../api/analytics.ts';

const ASKED_EVERY_MS = 2000;
const DAY_MS = 24 * 3_600_000;

type Counts = ReadonlyMap<string, number>;

/** Traces of the day before and after the page was opened, by experiment. */
const arrivalsQuery = (openedAt: number) =>
  queryOptions({
    queryKey: ['analytics', 'arrivals', openedAt],
    queryFn: async ({ signal }): Promise<Counts> => {
      const from = new Date(openedAt - DAY_MS).toISOString();
      const { rows } = await askFigures(
        { measures: ['count'], dimensions: ['experiment'], from, limit: 1000 },
        signal,
      );
      return new Map(
        rows.map(({ dimensions, measures }) => [String(dimensions['experiment']), measures['count'] ?? 0]),
      );
    },
    staleTime: 0,
  });

interface FirstTrace {
  /** The experiment that a trace came into since the page was opened. */
  readonly experimentId: string | undefined;
  /** Whether the server answers. */
  readonly isAway: boolean;
}

/** Looks again and again until a trace arrives. */
export function useFirstTrace(): FirstTrace {
  const [openedAt] = useState(() => Date.now());
  const before = useQuery({
    ...arrivalsQuery(openedAt),
    queryKey: ['analytics', 'arrivals before', openedAt],
    staleTime: Infinity,
  });
  const now = useQuery({
    ...arrivalsQuery(openedAt),
    enabled: before.data !== undefined,
    refetchInterval: ({ state }) =>
      arrivedIn(before.data, state.data) === undefined ? ASKED_EVERY_MS : false,
  });
  return { experimentId: arrivedIn(before.data, now.data), isAway: before.isError || now.isError };
}

function arrivedIn(before: Counts | undefined, now: Counts | undefined): string | undefined {
  if (before === undefined || now === undefined) return undefined;
  for (const [experimentId, count] of now) if (count > (before.get(experimentId) ?? 0)) return experimentId;
  return undefined;
}
