import type { JsonValue } from '@millrace/domain';
import { z } from 'zod';
import { needs, scored } from '../check.ts';
import { isList } from '../json-fields.ts';
import type { Outcome } from '../scorer.ts';
import type { Blocks } from './blocks.ts';
import { isOutcome } from './define-judge.ts';
import type { Ask } from './make-judge.ts';

const guideline = z.string().trim().min(1);

export const guidelinesParameter = z
  .union([guideline, z.array(guideline).min(1)])
  .describe('A guideline, or several: rules in plain words.');

/** Guidelines, one or a list, as texts. */
export function guidelinesText(guidelines: JsonValue | undefined): readonly string[] {
  const list = isList(guidelines) ? guidelines : [guidelines ?? null];
  return list.flatMap((each) => (typeof each === 'string' && each.trim() !== '' ? [each] : []));
}

/** Asks whether what was read follows guidelines. The verdict says which they were, as MLflow's does. */
export async function judgeGuidelines(
  reading: Blocks | Outcome,
  guidelines: readonly string[],
  ask: Ask,
): Promise<Outcome> {
  if (guidelines.length === 0) return needs("an expectation 'guidelines'");
  if (isOutcome(reading)) return reading;
  const numbered = guidelines.map((text, index) => `${index + 1}. ${text}`).join('\n');
  const verdict = await ask({ blocks: { ...reading, guidelines: numbered } });
  return scored({ ...verdict, metadata: { guideline: guidelines.join('\n') } });
}
