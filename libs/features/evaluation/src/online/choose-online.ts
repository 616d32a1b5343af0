import { isInShare } from '@millrace/domain';
import type { OnlineScorer } from './online-scorers.ts';

/** What may be judged, and when it completed. */
export interface Candidate {
  readonly level: OnlineScorer['level'];
  /** Of the trace, or of the session. */
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly completedAt: number;
}

/** The scorers that sampling chooses for it: by its id and theirs alone, so every process at every time chooses the same. */
export function chooseOnline(
  scorers: readonly OnlineScorer[],
  { level, id, completedAt }: Candidate,
): readonly OnlineScorer[] {
  return scorers.filter(
    (online) =>
      online.level === level &&
      online.activeSince <= completedAt &&
      isInShare(`${id}/${online.scorer.scorerId}`, online.sampleRate),
  );
}
