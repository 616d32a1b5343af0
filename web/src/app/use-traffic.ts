import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { timeBounds, type TimeBounds, type TrafficSearch } from './traffic-search.ts';

const route = getRouteApi('/experiments/$experimentId');

export interface Traffic {
  readonly experimentId: string;
  readonly search: TrafficSearch;
  readonly filter: string;
  /** The bounds as they are at this moment: ask when a request is made, not when a page is drawn. */
  bounds(): TimeBounds;
  /** Changes the address, and with it every page that shows this traffic. */
  change(next: TrafficSearch): void;
}

/** The experiment, time range and filter of the address. `[experimentId, search]` belongs into every query key that depends on them. */
export function useTraffic(): Traffic {
  const { experimentId } = route.useParams();
  const { range, from, to, filter } = route.useSearch();
  // Not the route's own, which would leave the page for the experiment's first one.
  const navigate = useNavigate();
  const search: TrafficSearch = { range, from, to, filter };
  const change = useCallback(
    (next: TrafficSearch) =>
      void navigate({
        to: '.',
        search: (all: object) =>
          ({ ...all, range: undefined, from: undefined, to: undefined, ...next }) as never,
      }),
    [navigate],
  );
  return { experimentId, search, filter: filter ?? '', bounds: () => timeBounds(search, Date.now()), change };
}
