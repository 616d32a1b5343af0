import type { Metrics } from './metrics.ts';

/** From any service that knows the log, so that it is told as well while no writer runs. */
export function measureLogLag(metrics: Metrics, freshness: () => Promise<{ readonly lagMs: number }>): void {
  metrics.observed(
    'log_lag_seconds',
    'Age of what has been acknowledged longest and is not yet stored; 0 when all is stored',
    async () => (await freshness()).lagMs / 1_000,
  );
}
