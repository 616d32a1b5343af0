import { RE2JS } from 're2js';
import { z } from 'zod';
import { Rejected } from '@millrace/domain';
import { defineBuiltIn } from '../built-in-scorer.ts';
import { makeCheck, passed } from '../check.ts';
import { mlflowTextOf, noOutputs } from '../mlflow-text-of.ts';
import { toLinearPattern } from '../python-pattern.ts';

const LONGEST_PATTERN = 10_000;

const parameters = z.strictObject({
  pattern: z
    .string()
    .min(1)
    .max(LONGEST_PATTERN)
    .describe('A regular expression as Python writes it, without look-ahead and back-references.'),
  match_type: z
    .enum(['search', 'fullmatch'])
    .default('search')
    .describe('Whether it may match anywhere in the answer, or has to match the whole.'),
  case_insensitive: z.boolean().default(false).describe('Whether A is a.'),
});

export const regexMatch = defineBuiltIn({
  name: 'regex_match',
  title: 'Regular expression',
  description: 'Whether the answer matches a regular expression, in time that grows with its length only.',
  level: 'trace',
  parameters,
  needsExpectations: [],
  reads: ['outputs'],
  isJudge: false,
  mlflowClass: 'RegexMatch',
  create: (name, { pattern, match_type, case_insensitive }) => {
    const expression = compile(pattern, match_type === 'fullmatch', case_insensitive);
    return makeCheck({
      name,
      score: ({ outputs }) => {
        const text = mlflowTextOf(outputs);
        if (text === undefined) return noOutputs(name);
        const matches = expression.test(text);
        return passed(name, matches, `Output ${matches ? 'matches' : 'does not match'} pattern '${pattern}'`);
      },
    });
  },
});

function compile(pattern: string, isWhole: boolean, ignoresCase: boolean): RE2JS {
  const linear = toLinearPattern(pattern, isWhole);
  try {
    return RE2JS.compile(linear, RE2JS.LOOKBEHINDS | (ignoresCase ? RE2JS.CASE_INSENSITIVE : 0));
  } catch (error) {
    throw new Rejected(
      `'pattern': invalid regex pattern '${pattern}': ${error instanceof Error ? error.message : String(error)}. ` +
        'Look-ahead and back-references are not supported, because they can take forever.',
      'invalid',
      { cause: error },
    );
  }
}
