import type { Ledger } from '../../../api/evaluations.ts';

const STATES = ['scored', 'skipped', 'failed', 'pending'] as const;

export interface CoveragePart {
  readonly state: (typeof STATES)[number];
  readonly count: number;
  /** Of what was sampled. */
  readonly share: number;
}

/** The parts of the sample that are not empty, those that are done first. */
export function coverageOf(ledger: Pick<Ledger, 'sampled' | (typeof STATES)[number]>): CoveragePart[] {
  return STATES.map((state) => ({
    state,
    count: ledger[state],
    share: ledger.sampled === 0 ? 0 : ledger[state] / ledger.sampled,
  })).filter(({ count }) => count > 0);
}
