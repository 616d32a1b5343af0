import { z } from 'zod';
import { LIMIT_KINDS, type LimitKind, type Limits } from './limit-kinds.ts';

const KINDS: ReadonlySet<string> = new Set(LIMIT_KINDS);
const EXPECTED = `expected limits such as spans_per_second=5000,requests_per_second=100; there are ${LIMIT_KINDS.join(', ')}`;

/** What every workspace may use unless it was given limits of its own. */
export const LIMIT_SETTINGS = {
  MILLRACE_DEFAULT_LIMITS: z
    .string()
    .default('')
    .transform((text, context) => {
      const pairs = text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== '')
        .map((part) => part.split('='));
      const isRight = pairs.every(
        ([kind = '', value = '', ...rest]) =>
          KINDS.has(kind) && /^[1-9]\d{0,14}$/.test(value) && rest.length === 0,
      );
      if (!isRight) context.addIssue({ code: 'custom', message: EXPECTED });
      return Object.fromEntries(pairs.map(([kind, value]) => [kind as LimitKind, Number(value)])) as Limits;
    })
    .describe(
      'What a workspace may use unless it has limits of its own: spans_per_second=5000,requests_per_second=100 (docs/limits.md)',
    ),
};

/** What the process was told. */
export class DefaultLimits {
  constructor(readonly ofWorkspace: Limits) {}
}
