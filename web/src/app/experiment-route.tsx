import { createRoute, retainSearchParams } from '@tanstack/react-router';
import { ExperimentLayout } from './experiment-layout.tsx';
import { rootRoute } from './root-route.tsx';
import { readTrafficSearch, TRAFFIC_KEYS, type TrafficSearch } from './traffic-search.ts';

/** Parent of every page of one experiment: they share time range and filter through the address. */
export const experimentRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/experiments/$experimentId',
  validateSearch: (search: Record<string, unknown>): TrafficSearch => readTrafficSearch(search),
  search: { middlewares: [retainSearchParams([...TRAFFIC_KEYS])] },
  component: ExperimentLayout,
});
