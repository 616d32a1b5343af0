import { FilterMatch } from './filter-match.ts';
import { OnlineJudge } from './online-judge.ts';
import { OnlineQueueing } from './online-queueing.ts';
import { OnlineScorers } from './online-scorers.ts';
import { OnlineWorkers } from './online-workers.ts';
import { SessionScoring } from './session-scoring.ts';
import { TraceScoring } from './trace-scoring.ts';

/** What online scoring is made of. */
export const ONLINE_PROVIDERS = [
  FilterMatch,
  OnlineJudge,
  OnlineQueueing,
  OnlineScorers,
  OnlineWorkers,
  SessionScoring,
  TraceScoring,
];
