import { SETTINGS } from '@millrace/service-kit';
import type { z } from 'zod';
import { lifecycleConfigSchema, type LifecycleConfig } from './lifecycle.config.ts';

/** What an operator sets about how long data is kept, by its names in the environment. */
export const LIFECYCLE_SETTINGS = {
  MILLRACE_CLOCK_OFFSET_SECONDS: SETTINGS.MILLRACE_CLOCK_OFFSET_SECONDS,
  MILLRACE_DELETION_GRACE_DAYS: SETTINGS.MILLRACE_DELETION_GRACE_DAYS,
} as const;

const DAY_MS = 86_400_000;

/** The feature's config. */
export function toLifecycleConfig(
  settings: z.output<z.ZodObject<typeof LIFECYCLE_SETTINGS>>,
): LifecycleConfig {
  return lifecycleConfigSchema.parse({
    clockOffsetMs: 1000 * settings.MILLRACE_CLOCK_OFFSET_SECONDS,
    deletionGraceMs: DAY_MS * settings.MILLRACE_DELETION_GRACE_DAYS,
  });
}
