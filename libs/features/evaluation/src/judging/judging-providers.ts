import { JudgeDesk } from './asking/judge-desk.ts';
import { JudgeTracer } from './asking/judge-tracer.ts';
import { JudgementCache } from './asking/judgement-cache.ts';
import { ModelConversation } from './asking/model-conversation.ts';
import { JudgeRateLimiter } from './asking/rate-limiter.ts';
import { JudgingService } from './judging.service.ts';
import { VerdictPublisher } from './verdict-publisher.ts';
import { VerdictStore } from './verdict-store.ts';
import { VerdictSweep } from './verdict-sweep.service.ts';

/** What JudgingService is made of. */
export const JUDGING_PROVIDERS = [
  JudgeDesk,
  JudgementCache,
  JudgeRateLimiter,
  JudgeTracer,
  JudgingService,
  ModelConversation,
  VerdictPublisher,
  VerdictStore,
  VerdictSweep,
];
