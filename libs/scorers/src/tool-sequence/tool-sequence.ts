import type { JsonValue } from '@millrace/domain';
import { z } from 'zod';
import { defineBuiltIn } from '../built-in-scorer.ts';
import { makeCheck, needsExpectation, passed } from '../check.ts';
import type { ScoredSpan } from '../subject.ts';
import { MODES } from './modes.ts';

/** As MLflow's data sets name it. */
const EXPECTED_TOOLS = 'expected_tool_calls';

const expectedTools = z.union([
  z.string().transform((name) => ({ name, arguments: undefined })),
  z.object({ name: z.string(), arguments: z.record(z.string(), z.json()).optional() }),
]);
const toolList = z.array(expectedTools);

const parameters = z.strictObject({
  tools: z
    .array(z.string().min(1))
    .optional()
    .describe('Names of the tools that should be called; absent: what the expectation says.'),
  expectation: z
    .string()
    .min(1)
    .default(EXPECTED_TOOLS)
    .describe('Name of the expectation that lists the calls: names, or objects with name and arguments.'),
  mode: z
    .enum(['exact', 'in_order', 'any_order', 'subset'])
    .default('exact')
    .describe(
      'exact: these calls and no other, in this order; in_order: in this order, others may come between; ' +
        'any_order: these and no other, in any order; subset: these, others may come too.',
    ),
  compare_arguments: z
    .boolean()
    .default(false)
    .describe('Whether the arguments that an expected call names have to be the same.'),
});

export const toolSequence = defineBuiltIn({
  name: 'tool_sequence',
  title: 'Tool sequence',
  description: 'Whether the tools that should be called were called, in the right order.',
  level: 'trace',
  parameters,
  needsExpectations: [EXPECTED_TOOLS],
  reads: ['spans of type TOOL'],
  isJudge: false,
  create: (name, { tools, expectation, mode, compare_arguments }) =>
    makeCheck({
      name,
      needsExpectations: tools ? [] : [expectation],
      score: ({ spans, expectations }) => {
        const { data: expected } = toolList.safeParse(tools ?? expectations[expectation]);
        if (!expected) return needsExpectation(expectation);
        const called = spans.filter(({ type }) => type === 'TOOL').toSorted(byStart);
        const isMatch = (index: number, span: ScoredSpan) => {
          const one = expected[index];
          return one?.name === span.name && (!compare_arguments || isSame(one.arguments, span.inputs));
        };
        const { holds, asks } = MODES[mode];
        const rationale = `Called: ${list(called)}. Expected ${asks}: ${list(expected)}.`;
        return passed(name, holds(expected.length, called, isMatch), rationale);
      },
    }),
});

function byStart(one: ScoredSpan, other: ScoredSpan): number {
  return Number(one.startTimeUnixNano - other.startTimeUnixNano);
}

function list(named: readonly { readonly name: string }[]): string {
  return named.length > 0 ? named.map(({ name }) => name).join(', ') : 'nothing';
}

/** Whatever the order of the keys. */
function isSame(expected: JsonValue | undefined, found: JsonValue | undefined): boolean {
  return expected === undefined || canonical(expected) === canonical(found ?? {});
}

function canonical(value: JsonValue): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
