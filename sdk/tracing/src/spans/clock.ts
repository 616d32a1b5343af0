import type { HrTime } from '@opentelemetry/api';

/** The wall clock counts milliseconds, within which many spans begin; where the two clocks are further apart than this it was set. */
const MOST_DRIFT_MS = 5;
const NANOS_PER_MS = 1e6;

let wallMs = Number.NEGATIVE_INFINITY;
let monotonicMs = 0;

/** The time of the wall clock with the fineness of the monotonic one, so that spans are in the order they began in. */
export function preciseNow(): HrTime {
  const wall = Date.now();
  const monotonic = performance.now();
  let now = wallMs + (monotonic - monotonicMs);
  if (!(Math.abs(now - wall) <= MOST_DRIFT_MS)) {
    wallMs = wall;
    monotonicMs = monotonic;
    now = wall;
  }
  const seconds = Math.floor(now / 1000);
  return [seconds, Math.round((now - seconds * 1000) * NANOS_PER_MS)];
}
