import { z } from 'zod';
import { defineBuiltIn } from '../built-in-scorer.ts';
import { makeCheck, needs, scored } from '../check.ts';
import { textOf } from '../text-of.ts';
import { gradeLevel } from './grade-level.ts';

export const fleschKincaidGradeLevel = defineBuiltIn({
  name: 'flesch_kincaid_grade_level',
  title: 'Flesch-Kincaid grade level',
  description: 'How many years of school it takes to read the answer, for English.',
  level: 'trace',
  parameters: z.strictObject({}),
  needsExpectations: [],
  reads: ['outputs'],
  isJudge: false,
  create: (name) =>
    makeCheck({
      name,
      score: ({ outputs }) => {
        const value = gradeLevel(textOf(outputs) ?? '');
        return value === undefined ? needs('outputs with words') : scored({ name, value });
      },
    }),
});
