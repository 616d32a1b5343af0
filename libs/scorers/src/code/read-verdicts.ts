import { Rejected, type JsonValue } from '@millrace/domain';
import { z } from 'zod';
import type { Verdict } from '../scorer.ts';

const MOST_VERDICTS = 100;

const plain = z.union([z.boolean(), z.number(), z.string()]);
const told = z.strictObject({
  value: z.json(),
  rationale: z.string().nullish(),
  name: z.string().min(1).max(250).optional(),
});
const one = z.union([plain, told]);
const several = z.union([one, z.array(one).min(1).max(MOST_VERDICTS)]);

/** What a program found, or undefined when it says nothing. Throws Rejected for anything else. */
export function readVerdicts(result: JsonValue, scorerName: string): readonly Verdict[] | undefined {
  if (result === null) return undefined;
  const { success, data } = several.safeParse(result);
  if (!success) {
    throw new Rejected(
      `Code scorer '${scorerName}' must return a boolean, a number, a text, { value, rationale, name }, a list of ` +
        `up to ${MOST_VERDICTS} of them, or null for no verdict; it returned ${JSON.stringify(result).slice(0, 200)}.`,
    );
  }
  const verdicts = (Array.isArray(data) ? data : [data]).map((each) => toVerdict(each, scorerName));
  const names = new Set(verdicts.map(({ name }) => name));
  if (names.size === verdicts.length) return verdicts;
  throw new Rejected(`Code scorer '${scorerName}' must give each of its verdicts a name of its own.`);
}

function toVerdict(found: z.output<typeof one>, scorerName: string): Verdict {
  if (typeof found !== 'object') return { name: scorerName, value: found };
  const { value, rationale, name = scorerName } = found;
  return { name, value: value as JsonValue, ...(typeof rationale === 'string' && { rationale }) };
}
