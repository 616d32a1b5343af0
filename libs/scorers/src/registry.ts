import type { BuiltInScorer } from './built-in-scorer.ts';
import { exactMatch } from './exact-match/exact-match.ts';

/** Every scorer that comes with Millrace, in the order in which they are shown. */
export const BUILT_IN_SCORERS: readonly BuiltInScorer[] = [exactMatch];
