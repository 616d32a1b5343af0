import { Alert, Button } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { askFigures } from '../../api/analytics.ts';
import { trafficByExperimentQuery } from './traffic-by-experiment.ts';

const hasEverHadTraces = queryOptions({
  queryKey: ['analytics', 'ever'],
  queryFn: async ({ signal }) => {
    const { rows } = await askFigures({ measures: ['count'], from: new Date(0).toISOString() }, signal);
    return (rows[0]?.measures['count'] ?? 0) > 0;
  },
});

/** In a workspace that never had a trace: the way to the first one. */
export function FirstRunNotice() {
  const { data: recent } = useQuery(trafficByExperimentQuery);
  // Asked only where the last days are empty: it reads everything.
  const { data: hasTraces } = useQuery({ ...hasEverHadTraces, enabled: recent?.size === 0 });
  if (recent?.size !== 0 || hasTraces !== false) return null;
  return (
    <Alert m="md" color="water" variant="light" title="No trace has arrived yet">
      <Button size="xs" renderRoot={(props) => <Link {...props} to="/start" />}>
        Send your first trace
      </Button>
    </Alert>
  );
}
