import { z } from 'zod';

const NANOS_PER_MS = 1_000_000n;
const RFC_3339 = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)$/i;

/** A time in RFC 3339 with up to nine digits, or milliseconds since the epoch; yields nanoseconds. */
export const unixNano = z
  .string()
  .transform((text, context) => parseUnixNano(text) ?? refuseTime(text, context))
  .meta({ type: 'string', description: 'RFC 3339, or milliseconds since the epoch' });

/** Undefined for a text that is no time. */
export function parseUnixNano(text: string): bigint | undefined {
  if (/^\d{1,15}$/.test(text)) return BigInt(text) * NANOS_PER_MS;
  const [, seconds, fraction = '', zone] = RFC_3339.exec(text) ?? [];
  if (seconds === undefined || zone === undefined) return undefined;
  const milliseconds = Date.parse(seconds + zone.toUpperCase());
  if (Number.isNaN(milliseconds)) return undefined;
  return BigInt(milliseconds) * NANOS_PER_MS + BigInt(fraction.padEnd(9, '0'));
}

function refuseTime(text: string, context: z.RefinementCtx<string>): never {
  context.addIssue({
    code: 'custom',
    message: `'${text}' is neither RFC 3339 nor milliseconds since the epoch`,
  });
  return z.NEVER;
}
