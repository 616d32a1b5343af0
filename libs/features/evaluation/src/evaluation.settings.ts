import { SETTINGS } from '@millrace/service-kit';
import type { z } from 'zod';
import { evaluationConfigSchema, type EvaluationConfig } from './evaluation.config.ts';

/** What an operator sets about evaluation, by its names in the environment. */
export const EVALUATION_SETTINGS = {
  MILLRACE_ALERT_CHECK_SECONDS: SETTINGS.MILLRACE_ALERT_CHECK_SECONDS,
  MILLRACE_CLOCK_OFFSET_SECONDS: SETTINGS.MILLRACE_CLOCK_OFFSET_SECONDS,
  MILLRACE_COMPLETION_IDLE_SECONDS: SETTINGS.MILLRACE_COMPLETION_IDLE_SECONDS,
  MILLRACE_SESSION_IDLE_SECONDS: SETTINGS.MILLRACE_SESSION_IDLE_SECONDS,
  MILLRACE_JUDGE_MODEL: SETTINGS.MILLRACE_JUDGE_MODEL,
  MILLRACE_JUDGE_TIMEOUT_SECONDS: SETTINGS.MILLRACE_JUDGE_TIMEOUT_SECONDS,
  MILLRACE_JUDGE_CALLS_PER_MINUTE: SETTINGS.MILLRACE_JUDGE_CALLS_PER_MINUTE,
  MILLRACE_TRACE_JUDGES: SETTINGS.MILLRACE_TRACE_JUDGES,
} as const;

type EvaluationSettings = z.output<z.ZodObject<typeof EVALUATION_SETTINGS>>;

/** The feature's config. */
export function toEvaluationConfig(settings: EvaluationSettings): EvaluationConfig {
  return evaluationConfigSchema.parse({
    clockOffsetMs: 1000 * settings.MILLRACE_CLOCK_OFFSET_SECONDS,
    online: {
      completionIdleMs: 1000 * settings.MILLRACE_COMPLETION_IDLE_SECONDS,
      sessionIdleMs: 1000 * settings.MILLRACE_SESSION_IDLE_SECONDS,
    },
    alerts: { checkEveryMs: 1000 * settings.MILLRACE_ALERT_CHECK_SECONDS },
    judging: {
      model: settings.MILLRACE_JUDGE_MODEL,
      timeoutMs: 1000 * settings.MILLRACE_JUDGE_TIMEOUT_SECONDS,
      callsPerMinute: settings.MILLRACE_JUDGE_CALLS_PER_MINUTE,
      isTraced: settings.MILLRACE_TRACE_JUDGES,
    },
  });
}
