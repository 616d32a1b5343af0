import { chatTool } from '../chat-tool.ts';
import type { TokenUsage } from '../model-call.ts';
import type { Document, ExtraParams, LLMResult, Message, Metadata } from './langchain-types.ts';

/** Deeper than messages stand in what a graph passes on. */
const DEEPEST = 6;

/** Messages of a chat model as MLflow's Python autolog has them: in OpenAI's words. */
export function chatInputs(batches: readonly (readonly Message[])[]): unknown {
  const [messages, ...others] = batches;
  return others.length === 0
    ? { messages: (messages ?? []).map(chatMessage) }
    : batches.map((each) => each.map(chatMessage));
}

export function chatOutputs({ generations }: LLMResult): unknown {
  const choices = generations.flat().map(({ text, message, generationInfo = {} }) => ({
    message: message ? chatMessage(message) : { role: 'assistant', content: text },
    finish_reason: generationInfo['finish_reason'] ?? message?.response_metadata?.['finish_reason'] ?? null,
  }));
  return { choices };
}

/** LangChain.js puts what is no object into one before it tells of it; its Python package does not. */
export function unwrapped(value: unknown, key: 'input' | 'output'): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const [only, ...others] = Object.entries(value);
  if (only?.[0] !== key || others.length > 0) return value;
  const inner: unknown = only[1];
  const isWrapped = typeof inner !== 'object' || inner === null || Array.isArray(inner);
  return isWrapped ? inner : value;
}

/** What a chain or tool takes and gives: its messages as LangChain's Python writes them, the rest as it is. */
export function plain(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return value;
  if (isMessage(value)) return plainMessage(value);
  if (Array.isArray(value)) return value.map((each) => plain(each, depth + 1));
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each, depth + 1)]));
}

export function plainDocuments(documents: readonly Document[]): unknown {
  return documents.map(({ pageContent, metadata, id }) => ({ page_content: pageContent, metadata, id }));
}

/** LangChain gives the input of a tool as text, which is JSON for all but the oldest. */
export function toolInputs(input: string): unknown {
  try {
    return JSON.parse(input) as unknown;
  } catch {
    return input;
  }
}

export function toolsOf({ invocation_params: params = {} }: ExtraParams): unknown {
  const { tools } = params;
  if (!Array.isArray(tools) || tools.length === 0) return undefined;
  return (tools as readonly { name?: string; description?: string; function?: unknown }[]).map((tool) =>
    tool.function ? tool : chatTool({ name: tool.name, description: tool.description }),
  );
}

export function modelOf(metadata: Metadata, { invocation_params: params = {} }: ExtraParams): unknown {
  return metadata?.['ls_model_name'] ?? params['model'] ?? params['model_name'];
}

/** As the provider named it: of a stream the chunks tell it, of an answer its message. */
export function answeringModel({ generations }: LLMResult): unknown {
  const { message, generationInfo = {} } = generations.flat()[0] ?? { generationInfo: {} };
  const told = { ...generationInfo, ...message?.response_metadata };
  return told['model_name'] ?? told['model'];
}

/** Of all that was generated. */
export function usageOf({ generations }: LLMResult): TokenUsage | undefined {
  const told = generations.flat().flatMap(({ message }) => message?.usage_metadata ?? []);
  if (told.length === 0) return undefined;
  const sum = (count: (usage: (typeof told)[number]) => number | undefined): number =>
    told.reduce((total, usage) => total + (count(usage) ?? 0), 0);
  const read = sum((usage) => usage.input_token_details?.cache_read);
  const written = sum((usage) => usage.input_token_details?.cache_creation);
  return {
    input_tokens: sum((usage) => usage.input_tokens),
    output_tokens: sum((usage) => usage.output_tokens),
    total_tokens: sum((usage) => usage.total_tokens),
    ...(read > 0 && { cache_read_input_tokens: read }),
    ...(written > 0 && { cache_creation_input_tokens: written }),
  };
}

const ROLES: Readonly<Record<string, string>> = { human: 'user', ai: 'assistant' };

function chatMessage(message: Message): unknown {
  const { content, name, tool_calls: calls = [], tool_call_id: id } = message;
  const type = message.getType();
  return {
    role: type === 'generic' ? (message.role ?? type) : (ROLES[type] ?? type),
    content: calls.length > 0 ? (beside(content) ?? null) : content,
    ...(name !== undefined && { name }),
    ...(id !== undefined && { tool_call_id: id }),
    ...(calls.length > 0 && {
      tool_calls: calls.map((call) => ({
        id: call.id,
        type: 'function',
        function: { name: call.name, arguments: JSON.stringify(call.args) },
      })),
    }),
  };
}

/** What is said beside calls of tools, which some providers list in the content as well. */
function beside(content: unknown): unknown {
  if (!Array.isArray(content)) return content === '' ? undefined : content;
  const said = (content as readonly { type?: string }[]).filter(({ type }) => type !== 'tool_use');
  return said.length > 0 ? said : undefined;
}

function plainMessage(message: Message): unknown {
  const { content, id, name, role, tool_calls, tool_call_id, response_metadata, usage_metadata } = message;
  const told = { id, name, role, tool_calls, tool_call_id, response_metadata, usage_metadata };
  const known = Object.entries(told).filter(([, value]) => value !== undefined);
  return { type: message.getType(), content, ...Object.fromEntries(known) };
}

function isMessage(value: object): value is Message {
  return 'getType' in value && typeof value.getType === 'function' && 'content' in value;
}
