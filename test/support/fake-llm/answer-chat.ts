/** The parts of a chat completion request that decide the answer. */
export interface ChatRequest {
  readonly model: string;
  readonly messages: readonly ChatMessage[];
  readonly tools?: readonly { readonly function: { readonly name: string } }[];
  readonly stream?: boolean;
  readonly stream_options?: { readonly include_usage?: boolean };
  readonly response_format?: { readonly json_schema?: { readonly schema?: JsonSchema } };
}

interface JsonSchema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
}

export interface ChatMessage {
  readonly role: string;
  readonly content?: string | readonly { readonly type: string; readonly text?: string }[] | null;
}

export interface ChatAnswer {
  readonly model: string;
  readonly content: string | null;
  readonly toolCalls: readonly ToolCall[];
  readonly finishReason: 'stop' | 'tool_calls';
  readonly usage: ChatUsage;
}

interface ToolCall {
  readonly id: string;
  readonly type: 'function';
  readonly function: { readonly name: string; readonly arguments: string };
}

interface ChatUsage {
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
  readonly total_tokens: number;
  readonly prompt_tokens_details: { readonly cached_tokens: number; readonly audio_tokens: number };
  readonly completion_tokens_details: { readonly reasoning_tokens: number; readonly audio_tokens: number };
}

/** A system prompt this long counts as cached by the provider, as OpenAI does from 1,024 tokens. */
const CACHED_PREFIX_WORDS = 20;
/** What models of the `o` series think before they answer. */
const REASONING_TOKENS = 64;

/**
 * Echoes the last user message; with tools on offer it first calls the first tool, and answers once a tool message is there.
 * When JSON of a schema is asked for it is the least of them, with `yes` for every text. Tokens are counted in words.
 */
export function answerChat(request: ChatRequest): ChatAnswer {
  const last = request.messages.at(-1);
  const tool = request.tools?.[0];
  const isToolCall = tool !== undefined && last?.role === 'user';
  const question = textOf(request.messages.findLast((message) => message.role === 'user'));
  const schema = request.response_format?.json_schema?.schema;
  const content = isToolCall
    ? null
    : last?.role === 'tool'
      ? `The tool says: ${textOf(last)}`
      : schema
        ? JSON.stringify(exampleOf(schema))
        : `You said: ${question}`;
  const toolCalls: readonly ToolCall[] = isToolCall
    ? [
        {
          id: 'call_fake',
          type: 'function',
          function: { name: tool.function.name, arguments: '{"city":"Paris"}' },
        },
      ]
    : [];
  return {
    // Providers answer with the dated name of the model that was asked for.
    model: `${request.model}-2026-01-01`,
    content,
    toolCalls,
    finishReason: isToolCall ? 'tool_calls' : 'stop',
    usage: countTokens(request, content ?? 'one tool call'),
  };
}

function exampleOf({ type, enum: values, anyOf, properties = {} }: JsonSchema): unknown {
  if (values) return values[0];
  if (anyOf?.[0]) return exampleOf(anyOf[0]);
  if (type === 'object')
    return Object.fromEntries(Object.entries(properties).map(([key, each]) => [key, exampleOf(each)]));
  if (type === 'array') return [];
  if (type === 'boolean') return true;
  return type === 'number' || type === 'integer' ? 1 : 'yes';
}

function countTokens(request: ChatRequest, answer: string): ChatUsage {
  const prompt = request.messages.reduce((sum, message) => sum + words(textOf(message)) + 3, 0);
  const prefix = words(textOf(request.messages.find((message) => message.role === 'system')));
  const reasoning = request.model.startsWith('o') ? REASONING_TOKENS : 0;
  const completion = words(answer) + reasoning;
  return {
    prompt_tokens: prompt,
    completion_tokens: completion,
    total_tokens: prompt + completion,
    prompt_tokens_details: { cached_tokens: prefix >= CACHED_PREFIX_WORDS ? prefix : 0, audio_tokens: 0 },
    completion_tokens_details: { reasoning_tokens: reasoning, audio_tokens: 0 },
  };
}

function textOf(message: ChatMessage | undefined): string {
  const content = message?.content ?? '';
  return typeof content === 'string' ? content : content.map((part) => part.text ?? '').join(' ');
}

function words(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}
