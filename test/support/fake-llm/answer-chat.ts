import { createHash } from 'node:crypto';
import { valueOf, verdictOf, type JsonSchema } from './judge-verdicts.ts';

/** The parts of a chat completion request that decide the answer. */
export interface ChatRequest {
  readonly model: string;
  readonly messages: readonly ChatMessage[];
  readonly tools?: readonly ToolOnOffer[];
  readonly stream?: boolean;
  readonly stream_options?: { readonly include_usage?: boolean };
  readonly response_format?: { readonly json_schema?: { readonly schema?: JsonSchema } };
  /** The tool by which the JSON of `response_format` is to be given, for models that have no other way. */
  readonly jsonTool?: string;
}

interface ToolOnOffer {
  readonly function: { readonly name: string; readonly parameters?: JsonSchema };
}

export interface ChatMessage {
  readonly role: string;
  readonly content?: string | readonly { readonly type: string; readonly text?: string }[] | null;
}

export interface ChatAnswer {
  readonly model: string;
  readonly content: string | null;
  readonly toolCalls: readonly ToolCall[];
  readonly finishReason: 'stop' | 'tool_calls' | 'length';
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
const MARK = /\[\[fake: ([\w-]+)\]\]/g;
const WRONG_SCHEMA = '{"opinion":"maybe"}';
const NOT_JSON = 'I would say yes, but I am not sure.';

/** What tells the fake how to behave: the last `[[fake: …]]` in the conversation, else the name of the model. */
export function instructionOf(request: ChatRequest): string {
  const marks = request.messages.flatMap((message) => [...textOf(message).matchAll(MARK)]);
  return marks.at(-1)?.[1] ?? request.model;
}

/**
 * Echoes the last user message; with tools on offer it first calls the first tool, and answers once a tool message is there.
 * JSON of a schema is the least of it, with what `judge-verdicts.ts` says as verdict. Tokens are counted in words.
 */
export function answerChat(request: ChatRequest, calls: Map<string, number>): ChatAnswer {
  const tool = request.tools?.[0];
  if (tool !== undefined && request.messages.at(-1)?.role === 'user') {
    const { name, parameters } = tool.function;
    return answerOf(request, { content: null, calls: [toolCall(name, argumentsFor(parameters))] });
  }
  const content = textFor(request, calls);
  const isCut = instructionOf(request).endsWith('cut-answer');
  if (request.jsonTool !== undefined && isJson(content) && !isCut) {
    return answerOf(request, { content: null, calls: [toolCall(request.jsonTool, content)] });
  }
  return answerOf(request, { content, calls: [], isCut });
}

function answerOf(
  request: ChatRequest,
  { content, calls, isCut = false }: { content: string | null; calls: readonly ToolCall[]; isCut?: boolean },
): ChatAnswer {
  return {
    // Providers answer with the dated name of the model that was asked for.
    model: `${request.model}-2026-01-01`,
    content: isCut ? (content?.slice(0, content.length / 2) ?? null) : content,
    toolCalls: calls,
    finishReason: isCut ? 'length' : calls.length > 0 ? 'tool_calls' : 'stop',
    usage: countTokens(request, content ?? 'one tool call'),
  };
}

function textFor(request: ChatRequest, calls: Map<string, number>): string {
  const last = request.messages.at(-1);
  const schema = request.response_format?.json_schema?.schema;
  const question = textOf(request.messages.findLast((message) => message.role === 'user'));
  if (!schema) return last?.role === 'tool' ? `The tool says: ${textOf(last)}` : `You said: ${question}`;
  const instruction = instructionOf(request);
  if (instruction.endsWith('not-json')) return NOT_JSON;
  if (instruction.endsWith('wrong-schema-always')) return WRONG_SCHEMA;
  if (instruction.endsWith('wrong-schema-once') && isFirst(request, calls)) return WRONG_SCHEMA;
  const value = valueOf(schema, verdictOf(instruction, textOf(firstQuestion(request))));
  return JSON.stringify(
    schema.properties?.['prompt'] ? { ...Object(value), prompt: betterPrompt(question) } : value,
  );
}

/** A prompt with every variable of the one that is to be improved. */
function betterPrompt(question: string): string {
  const variables = new Set([...question.matchAll(/\{\{\s*[\w.]+\s*\}\}/g)].map(([variable]) => variable));
  return `Better: ${[...variables].join(' ')}`;
}

/** Whether this question, however it goes on, was not asked before. */
function isFirst(request: ChatRequest, calls: Map<string, number>): boolean {
  const text = `${request.model}\n${textOf(firstQuestion(request))}`;
  const key = `question ${createHash('sha256').update(text).digest('hex')}`;
  const before = calls.get(key) ?? 0;
  calls.set(key, before + 1);
  return before === 0;
}

function firstQuestion(request: ChatRequest): ChatMessage | undefined {
  return request.messages.find((message) => message.role === 'user');
}

function toolCall(name: string, given: string): ToolCall {
  return { id: 'call_fake', type: 'function', function: { name, arguments: given } };
}

function argumentsFor(parameters: JsonSchema = {}): string {
  const names = Object.keys(parameters.properties ?? {});
  if (names.length === 0 || names.includes('city')) return '{"city":"Paris"}';
  return JSON.stringify(valueOf({ type: 'object', ...parameters }, 'yes'));
}

function isJson(text: string): boolean {
  return text.startsWith('{');
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

/** Text of a message, whatever its parts. */
export function textOf(message: ChatMessage | undefined): string {
  const content = message?.content ?? '';
  return typeof content === 'string' ? content : content.map((part) => part.text ?? '').join(' ');
}

function words(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}
