import { z } from 'zod';
import { defineBuiltIn } from '../built-in-scorer.ts';
import { makeCheck, needs, passed } from '../check.ts';
import { allowCodeFence, readJson } from '../json-text.ts';

export const jsonValid = defineBuiltIn({
  name: 'json_valid',
  title: 'Valid JSON',
  description: 'Whether the answer is JSON.',
  level: 'trace',
  parameters: z.strictObject({ allow_code_fence: allowCodeFence }),
  needsExpectations: [],
  reads: ['outputs'],
  isJudge: false,
  create: (name, { allow_code_fence }) =>
    makeCheck({
      name,
      score: ({ outputs }) => {
        if (outputs === undefined || outputs === null) return needs('outputs');
        const read = readJson(outputs, allow_code_fence);
        return 'fault' in read ? passed(name, false, read.fault) : passed(name, true, 'The answer is JSON.');
      },
    }),
});
