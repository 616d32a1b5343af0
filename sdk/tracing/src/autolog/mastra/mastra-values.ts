import { SpanType } from '../../spans/span-type.ts';
import type { TokenUsage } from '../model-call.ts';
import type { Usage } from './mastra-types.ts';

const TYPES: Readonly<Record<string, SpanType>> = {
  agent_run: SpanType.AGENT,
  model_inference: SpanType.CHAT_MODEL,
  tool_call: SpanType.TOOL,
  mcp_tool_call: SpanType.TOOL,
  client_tool_call: SpanType.TOOL,
  provider_tool_call: SpanType.TOOL,
  workflow_run: SpanType.WORKFLOW,
  memory_operation: SpanType.MEMORY,
  scorer_run: SpanType.EVALUATOR,
  scorer_step: SpanType.EVALUATOR,
  classifier_evaluation: SpanType.EVALUATOR,
  rag_embedding: SpanType.EMBEDDING,
  rag_vector_operation: SpanType.RETRIEVER,
  generic: SpanType.CHAIN,
};

export function typeOf(type: string): SpanType {
  return TYPES[type] ?? SpanType.TASK;
}

/** Mastra says `tool: 'forecast'` of what others call `forecast`. */
export function nameOf(name: string): string {
  return /^[^']*: '(.*)'$/.exec(name)?.[1] ?? name;
}

export function usageOf(usage: Usage): TokenUsage | undefined {
  const { inputTokens: input, outputTokens: output = 0, inputDetails = {} } = usage;
  if (input === undefined) return undefined;
  const { cacheRead: read = 0, cacheWrite: written = 0 } = inputDetails;
  return {
    input_tokens: input,
    output_tokens: output,
    total_tokens: input + output,
    ...(read > 0 && { cache_read_input_tokens: read }),
    ...(written > 0 && { cache_creation_input_tokens: written }),
  };
}

/** `openai.chat` is OpenAI. */
export function providerOf(provider: string | undefined): string | undefined {
  return provider?.replace(/\..*$/, '');
}

interface Said {
  readonly text?: string;
  readonly toolCalls?: readonly { toolCallId: string; toolName: string; args: unknown }[];
}

/** A message in the words of the AI SDK, on which Mastra stands; of words alone these. */
export function answerOf(output: unknown): unknown {
  const { text = '', toolCalls = [] } = (output ?? {}) as Said;
  if (toolCalls.length === 0) return withoutEmpty(output);
  const calls = toolCalls.map(({ toolCallId, toolName, args }) => ({
    type: 'tool-call',
    toolCallId,
    toolName,
    input: args,
  }));
  return [{ role: 'assistant', content: [...(text === '' ? [] : [{ type: 'text', text }]), ...calls] }];
}

/** Of what an agent answers: words alone where it is no more than that. */
export function withoutEmpty(output: unknown): unknown {
  if (typeof output !== 'object' || output === null || Array.isArray(output)) return output;
  const isFilled = (value: unknown): boolean =>
    value !== undefined && !(Array.isArray(value) && value.length === 0);
  const [only, ...others] = Object.entries(output).filter(([, value]) => isFilled(value));
  return only?.[0] === 'text' && others.length === 0 ? only[1] : output;
}
