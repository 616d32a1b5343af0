import { loadScorer } from '@millrace/scorers';
import type { PinnedScorer } from '../judging/judged-scorer.ts';
import type { Evaluation } from './evaluation.ts';

/** Whether it judges a trace, or a session as a whole. */
export function levelOf({ definition, name }: PinnedScorer): 'trace' | 'session' {
  return loadScorer(definition, name).level;
}

/** Whether no scorer looks at a trace by itself. */
export function judgesConversationsAlone({ scorers }: Pick<Evaluation, 'scorers'>): boolean {
  return scorers.every((scorer) => levelOf(scorer) === 'session');
}
