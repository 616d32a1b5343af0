import { Rejected, type JsonValue } from '@millrace/domain';
import type { Judge, JudgeRequest, JudgeTool } from '../judge.ts';
import type { Verdict } from '../scorer.ts';
import { writeBlocks, type Blocks } from './blocks.ts';
import type { JudgeParameters } from './judge-parameters.ts';
import rules from './judge-rules.md';
import type { VerdictType } from './verdict-type.ts';

/** What a judge is to find out. */
export interface Question {
  /** The criteria; `{{ name }}` stands for a block. */
  readonly prompt: string;
  readonly blocks: Blocks;
  readonly verdict: VerdictType;
  readonly parameters: JudgeParameters;
  readonly tools?: readonly JudgeTool[] | undefined;
}

export const PLACEHOLDER = /\{\{\s*(\w+)\s*\}\}/g;

const CLOSING =
  'Judge the material above by your task. Answer with one JSON object: the rationale first, then the result.';

/** The request of a question: criteria and rules in the system's words, material in blocks of the user's, a schema for the answer. */
export function toRequest({ prompt, blocks, verdict, parameters, tools }: Question): JudgeRequest {
  const { model, inference_params: inference = {} } = parameters;
  const { temperature, top_p: topP, max_tokens, max_completion_tokens } = inference;
  return {
    model,
    messages: [
      { role: 'system', text: systemText(prompt) },
      { role: 'user', parts: [{ kind: 'text', text: `${writeBlocks(blocks)}\n\n${CLOSING}` }] },
    ],
    schema: answerSchema(verdict),
    temperature,
    topP,
    maxOutputTokens: max_completion_tokens ?? max_tokens,
    ...(tools && { tools }),
  };
}

/** Asks a question. Throws what `Judge` throws, and Rejected when the answer is none of the type. */
export async function askJudge(judge: Judge, name: string, question: Question): Promise<Verdict> {
  const answer = await judge.ask(toRequest(question));
  const { rationale, result } = answer.value;
  return { name, value: question.verdict.read(result), rationale: rationaleIn(rationale), answer };
}

/** What a request takes besides its material. */
export function promptCharactersOf(prompt: string): number {
  return systemText(prompt).length + CLOSING.length;
}

function systemText(prompt: string): string {
  return `${rules.trim()}\n\n${prompt.trim().replaceAll(PLACEHOLDER, '[block $1]')}`;
}

function answerSchema(verdict: VerdictType): JudgeRequest['schema'] {
  return {
    type: 'object',
    // Models write in this order, and a verdict that follows its reasons is better than reasons that follow a verdict.
    properties: {
      rationale: {
        type: 'string',
        description: 'Why, in a few sentences that name the passages which decide.',
      },
      result: { description: 'The verdict that follows from the rationale.', ...verdict.schema },
    },
    required: ['rationale', 'result'],
    additionalProperties: false,
  };
}

function rationaleIn(answer: JsonValue | undefined): string {
  if (typeof answer === 'string') return answer;
  throw new Rejected('The judge gave no rationale: ask again, or another model.');
}
