import { z } from 'zod';
import { defineBuiltIn } from '../built-in-scorer.ts';
import { makeCheck, needs, needsExpectation, passed, scored } from '../check.ts';
import { judgeParameters } from '../judging/judge-parameters.ts';
import { makeTraceJudge } from '../judging/make-judge.ts';
import {
  availableToolsText,
  expectedToolCalls,
  toolCallsOf,
  toolCallsText,
  type ExpectedToolCall,
} from '../judging/tool-calls.ts';
import { requestText } from '../judging/trace-texts.ts';
import type { Scorer } from '../scorer.ts';
import { compareToolCalls } from './compare-tool-calls.ts';
import expectedCalls from './expected-calls.md';
import expectedNames from './expected-names.md';
import prompt from './prompt.md';

const EXPECTATION = 'expected_tool_calls';

const parameters = judgeParameters.extend({
  should_exact_match: z
    .boolean()
    .default(false)
    .describe(`Whether the calls are compared with '${EXPECTATION}' by code, and no model is asked.`),
  should_consider_ordering: z.boolean().default(false).describe('Whether the order of the calls counts.'),
});

const ORDER = 'The order of the calls has to be the expected one, or where none is expected, a sensible one.';
const NO_ORDER = 'The order of the calls does not matter.';

export const toolCallCorrectness = defineBuiltIn({
  name: 'tool_call_correctness',
  title: 'Tool call correctness',
  description: 'Whether the right tools were called with the right arguments.',
  level: 'trace',
  parameters,
  needsExpectations: [],
  reads: ['inputs', 'spans of type TOOL'],
  isJudge: true,
  mlflowClass: 'ToolCallCorrectness',
  create: (name, { should_exact_match, should_consider_ordering: isOrdered, ...rest }) => {
    if (should_exact_match) return makeComparison(name, isOrdered);
    return makeTraceJudge({
      ...{ name, prompt, parameters: rest },
      score: async (trace, ask) => {
        const expected = expectedToolCalls(trace);
        const calls = toolCallsOf(trace);
        const request = requestText(trace);
        if (request === undefined) return needs('inputs');
        const blocks = { request, tools: availableToolsText(trace), calls: toolCallsText(calls) };
        const order = `\n\n${isOrdered ? ORDER : NO_ORDER}`;
        if (!expected) return scored(await ask({ blocks, prompt: prompt + order }));
        const criteria = hasArguments(expected) ? expectedCalls : expectedNames;
        return scored(
          await ask({ blocks: { ...blocks, expected: expectedText(expected) }, prompt: criteria + order }),
        );
      },
    });
  },
});

function makeComparison(name: string, isOrdered: boolean): Scorer {
  return makeCheck({
    name,
    needsExpectations: [EXPECTATION],
    score: (trace) => {
      const expected = expectedToolCalls(trace);
      if (!expected) return needsExpectation(EXPECTATION);
      const difference = compareToolCalls(toolCallsOf(trace), expected, isOrdered);
      return passed(name, difference === undefined, difference ?? 'The calls are the expected ones.');
    },
  });
}

/** Only when all expected calls have arguments are arguments compared. */
function hasArguments(expected: readonly ExpectedToolCall[]): boolean {
  return expected.every((call) => call.arguments !== undefined);
}

function expectedText(expected: readonly ExpectedToolCall[]): string {
  const isWhole = hasArguments(expected);
  return expected
    .map(({ name, arguments: wanted }, index) =>
      isWhole
        ? `Call ${index + 1}: ${name}\nArguments: ${JSON.stringify(wanted)}`
        : `Tool ${index + 1}: ${name}`,
    )
    .join('\n');
}
