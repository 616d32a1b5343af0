import type { Verdict } from '@millrace/scorers';
import type { JudgedScorer, PinnedScorer } from './judged-scorer.ts';
import type { StoredVerdict } from './verdict.entity.ts';

/** The findings of a stored verdict. */
export function readFindings({ findings }: Pick<StoredVerdict, 'findings'>): Verdict[] {
  // Written by this module alone.
  return JSON.parse(findings) as Verdict[];
}

/** A stored verdict as it is told to who asked for it. */
export function toJudged(scorer: PinnedScorer, verdict: StoredVerdict): JudgedScorer {
  const { state, reason, inputTokens, outputTokens, costUsd, isCached, isPublic, assessmentIds } = verdict;
  return {
    scorer,
    state,
    reason: reason ?? undefined,
    verdicts: readFindings(verdict),
    inputTokens,
    outputTokens,
    costUsd,
    isCached,
    assessmentIds: isPublic ? assessmentIds : [],
  };
}
