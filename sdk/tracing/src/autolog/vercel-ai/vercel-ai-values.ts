import { chatTool } from '../chat-tool.ts';
import type { TokenUsage } from '../model-call.ts';
import type {
  LanguageModelStart,
  LanguageModelUsage,
  OperationStart,
  ToolOffer,
} from './vercel-ai-events.ts';

/** MLflow's names of what the SDK calls `google.generative-ai` or `openai.chat`; the longest beginning first. */
const PROVIDERS: readonly (readonly [beginning: string, name: string])[] = [
  ['google.vertex', 'vertex_ai'],
  ['google', 'gemini'],
  ['amazon-bedrock', 'bedrock'],
];

export function providerOf(name: string): string {
  const known = PROVIDERS.find(([beginning]) => name.startsWith(beginning));
  return known?.[1] ?? name.replace(/\..*$/, '');
}

export function usageOf(usage: LanguageModelUsage): TokenUsage {
  const { inputTokens: input = 0, outputTokens: output = 0, totalTokens, inputTokenDetails = {} } = usage;
  const { cacheReadTokens: read = 0, cacheWriteTokens: written = 0 } = inputTokenDetails;
  return {
    input_tokens: input,
    output_tokens: output,
    total_tokens: totalTokens ?? input + output,
    ...(read > 0 && { cache_read_input_tokens: read }),
    ...(written > 0 && { cache_creation_input_tokens: written }),
  };
}

/** In MLflow's words; tools that the provider runs itself are known by their name alone. */
export function toolsOf(tools: readonly ToolOffer[] | undefined): unknown {
  if (!tools || tools.length === 0) return undefined;
  return tools.map(({ name, description, inputSchema }) =>
    chatTool({ name, description, parameters: inputSchema }),
  );
}

/** What a whole operation was given. */
export function operationInputs(event: OperationStart): unknown {
  const { instructions, prompt, messages, value, query, documents, text } = event;
  if (messages) return { messages: withInstructions(instructions, messages) };
  if (prompt !== undefined) return { messages: withInstructions(instructions, asMessages(prompt)) };
  if (query !== undefined) return { query, documents };
  return value ?? text;
}

/** Settings of the call that a reader would look for. */
const SETTINGS = [
  'maxOutputTokens',
  'temperature',
  'topP',
  'topK',
  'presencePenalty',
  'frequencyPenalty',
  'stopSequences',
  'seed',
  'reasoning',
];

export function modelInputs(event: LanguageModelStart): unknown {
  const { modelId, instructions, messages = event.promptMessages ?? [], tools } = event;
  const settings = SETTINGS.flatMap((key) => (event[key] === undefined ? [] : [[key, event[key]] as const]));
  return {
    model: modelId,
    messages: withInstructions(instructions, messages),
    ...(tools && tools.length > 0 && { tools }),
    ...Object.fromEntries(settings),
  };
}

/** An answer of text alone is that text, else it is a message of the SDK's own parts. */
export function answerOf(content: readonly unknown[]): unknown {
  const [only, ...others] = content as readonly { readonly type?: string; readonly text?: string }[];
  if (only?.type === 'text' && others.length === 0) return only.text;
  return [{ role: 'assistant', content }];
}

function withInstructions(instructions: unknown, messages: readonly unknown[]): readonly unknown[] {
  if (instructions === undefined || instructions === null) return messages;
  if (typeof instructions === 'string') return [{ role: 'system', content: instructions }, ...messages];
  return [...(Array.isArray(instructions) ? (instructions as unknown[]) : [instructions]), ...messages];
}

function asMessages(prompt: unknown): readonly unknown[] {
  return Array.isArray(prompt) ? (prompt as unknown[]) : [{ role: 'user', content: prompt }];
}
