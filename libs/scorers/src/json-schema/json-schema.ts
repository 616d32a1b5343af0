import type { JsonValue } from '@millrace/domain';
import { z } from 'zod';
import { defineBuiltIn } from '../built-in-scorer.ts';
import { makeCheck, needs, passed } from '../check.ts';
import { allowCodeFence, readJson } from '../json-text.ts';
import { compileSchema } from './compile-schema.ts';

export const jsonSchema = defineBuiltIn({
  name: 'json_schema',
  title: 'JSON schema',
  description: 'Whether the answer is JSON of a schema.',
  level: 'trace',
  parameters: z.strictObject({
    schema: z
      .record(z.string(), z.json())
      .describe('The schema: draft 2020-12, or the draft that its $schema names (7 or 2019-09).'),
    allow_code_fence: allowCodeFence,
  }),
  needsExpectations: [],
  reads: ['outputs'],
  isJudge: false,
  create: (name, { schema, allow_code_fence }) => {
    const findFaults = compileSchema(schema);
    const judge = (value: JsonValue) => {
      const faults = findFaults(value);
      return passed(
        name,
        faults.length === 0,
        faults.length === 0
          ? 'The answer is of the schema.'
          : `The answer is not of the schema: ${faults.join('; ')}.`,
      );
    };
    return makeCheck({
      name,
      score: ({ outputs }) => {
        if (outputs === undefined || outputs === null) return needs('outputs');
        const read = readJson(outputs, allow_code_fence);
        return 'fault' in read ? passed(name, false, read.fault) : judge(read.value);
      },
    });
  },
});
