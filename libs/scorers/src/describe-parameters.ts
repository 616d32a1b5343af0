import { z } from 'zod';
import type { BuiltInScorer } from './built-in-scorer.ts';

/** JSON schema of what a definition may set, with descriptions and defaults. */
export function describeParameters({ parameters }: BuiltInScorer): Readonly<Record<string, unknown>> {
  const { $schema: _, ...schema } = z.toJSONSchema(parameters, { io: 'input', unrepresentable: 'any' });
  return schema;
}
