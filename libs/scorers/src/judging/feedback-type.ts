import { Rejected } from '@millrace/domain';
import { z } from 'zod';
import {
  ANY_TEXT,
  listOf,
  mapOf,
  numberOf,
  oneOf,
  orNothing,
  TRUE_OR_FALSE,
  type VerdictType,
} from './verdict-type.ts';

const primitive = z.union([z.string(), z.number(), z.boolean()]);
const simple = z.object({
  type: z.enum(['string', 'integer', 'number', 'boolean']),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
});
const nothing = z.object({ type: z.literal('null') });

/** The JSON schema of a verdict, as MLflow's make_judge serialises the type that a judge gives: a text, a number, words of a list … */
export const feedbackType = z.union([
  z.object({ enum: z.array(primitive).min(1) }),
  z.object({ const: primitive }),
  simple,
  z.object({ anyOf: z.array(z.union([simple, nothing])).min(2) }),
  z.object({ type: z.literal('array'), items: simple }),
  z.object({ type: z.literal('object'), additionalProperties: simple }),
]);

export type FeedbackType = z.output<typeof feedbackType>;

/** Throws Rejected for one that is written rightly and can't be asked for. */
export function verdictTypeOf(type: FeedbackType): VerdictType {
  if ('enum' in type) return oneOf(type.enum);
  if ('const' in type) return oneOf([type.const]);
  if ('anyOf' in type) return optional(type.anyOf);
  if (type.type === 'array') return listOf(simpleType(type.items));
  if (type.type === 'object') return mapOf(simpleType(type.additionalProperties));
  return simpleType(type);
}

function optional(types: readonly (z.output<typeof simple> | z.output<typeof nothing>)[]): VerdictType {
  const real = types.flatMap((type) => (type.type === 'null' ? [] : [type]));
  const [only] = real;
  if (!only || real.length !== 1 || types.length !== 2) {
    throw new Rejected("A verdict of 'anyOf' is one type or null: choose one type, or words of a list.");
  }
  return orNothing(simpleType(only));
}

function simpleType({ type, minimum, maximum }: z.output<typeof simple>): VerdictType {
  if (type === 'string') return ANY_TEXT;
  if (type === 'boolean') return TRUE_OR_FALSE;
  return numberOf(type, { minimum, maximum });
}
