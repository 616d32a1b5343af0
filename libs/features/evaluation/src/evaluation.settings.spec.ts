import { expect, it } from 'vitest';
import { z } from 'zod';
import { evaluationConfigSchema } from './evaluation.config.ts';
import { EVALUATION_SETTINGS, toEvaluationConfig } from './evaluation.settings.ts';

const schema = z.object(EVALUATION_SETTINGS);

it('presets what the config presets', () => {
  expect(toEvaluationConfig(schema.parse({}))).toEqual(evaluationConfigSchema.parse({}));
});

it('reads each setting into its place, seconds as milliseconds', () => {
  const settings = schema.parse({
    MILLRACE_ALERT_CHECK_SECONDS: '2',
    MILLRACE_CLOCK_OFFSET_SECONDS: '-3600',
    MILLRACE_COMPLETION_IDLE_SECONDS: '2',
    MILLRACE_SESSION_IDLE_SECONDS: '0.5',
    MILLRACE_JUDGE_MODEL: 'gateway:/judge',
    MILLRACE_JUDGE_TIMEOUT_SECONDS: '7',
    MILLRACE_JUDGE_CALLS_PER_MINUTE: '11',
    MILLRACE_TRACE_JUDGES: 'false',
  });
  expect(toEvaluationConfig(settings)).toEqual({
    clockOffsetMs: -3_600_000,
    alerts: { checkEveryMs: 2_000 },
    online: { completionIdleMs: 2_000, sessionIdleMs: 500, concurrency: 16 },
    judging: { model: 'gateway:/judge', timeoutMs: 7_000, callsPerMinute: 11, isTraced: false },
  });
});
