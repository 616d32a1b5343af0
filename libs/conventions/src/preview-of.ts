import type { SpanPayload } from '@millrace/domain';
import { unquoted } from './plain-text.ts';

const MAX_LENGTH = 1000;
const ELLIPSIS = '...';
/** A longer text is cut without looking for messages: parsing it would hold up the writer. */
const LONGEST_PARSED = 4_000_000;
const ROLES = { request: 'user', response: 'assistant' } as const;
/** What parts with text are called by OpenAI's chat completions and responses; gen_ai has `text` too. */
const TEXT_PARTS: ReadonlySet<unknown> = new Set(['text', 'input_text', 'output_text']);

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * What a list of traces shows of a payload: the text of its last user message (request) or assistant message (response), the
 * last message's if no one has that role, else the text itself; at most 1,000 characters. Source: MLflow's
 * tracing/utils/truncation.py, extended by bare lists of messages, gen_ai's `parts` and the JSON of Anthropic, Gemini and Bedrock.
 */
export function previewOf(kind: keyof typeof ROLES, payload: SpanPayload): string {
  const { text } = payload;
  const content =
    messageText(payload, ROLES[kind]) ??
    unquoted(text.length > LONGEST_PARSED ? text.slice(0, MAX_LENGTH + 1) : text);
  return content.length <= MAX_LENGTH ? content : cut(content);
}

/** Never ends in half a character: storage would replace it. */
function cut(text: string): string {
  const kept = text.slice(0, MAX_LENGTH - ELLIPSIS.length);
  return (kept.isWellFormed() ? kept : kept.slice(0, -1)) + ELLIPSIS;
}

/** The only argument of a function; several have no text in common. */
function onlyArgument({ args }: JsonObject): unknown {
  return isFilled(args) && args.length === 1 ? args[0] : undefined;
}

/** Where the text stands in what some libraries write, by the beginning of their attributes. */
const WRAPPINGS: readonly { readonly prefix: string; readonly unwrap: (object: JsonObject) => unknown }[] = [
  { prefix: 'ai.prompt', unwrap: ({ prompt }) => prompt },
  { prefix: 'mastra.', unwrap: ({ text }) => text },
  { prefix: 'traceloop.entity.input', unwrap: onlyArgument },
  { prefix: 'langfuse.observation.input', unwrap: onlyArgument },
];

function messageText({ text, attribute }: SpanPayload, role: string): string | undefined {
  if (text.length > LONGEST_PARSED || !(text.startsWith('{') || text.startsWith('['))) return undefined;
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  const wrapping = WRAPPINGS.find(({ prefix }) => attribute?.startsWith(prefix));
  const inner = wrapping && isObject(parsed) ? wrapping.unwrap(parsed) : undefined;
  if (typeof inner === 'string' && inner !== '') return inner;
  const messages = messagesIn(typeof inner === 'object' && inner !== null ? inner : parsed);
  const message = messages?.findLast((item) => roleOf(item) === role) ?? messages?.at(-1);
  return message && (textOf(message['content'] ?? message['parts']) || undefined);
}

/** Gemini calls the assistant a model. */
function roleOf({ role }: JsonObject): unknown {
  return role === 'model' ? 'assistant' : role;
}

/** A request may be wrapped (MLflow's ResponsesAgent), but not for ever. */
const MOST_WRAPPINGS = 8;

function messagesIn(value: unknown, wrappings = MOST_WRAPPINGS): readonly JsonObject[] | undefined {
  if (Array.isArray(value)) return asMessages(value);
  if (!isObject(value)) return undefined;
  const { messages, contents, input, output, request } = value;
  if (isFilled(messages)) return asMessages(messages);
  if (isFilled(contents)) return asMessages(contents);
  if (typeof contents === 'string') return [{ role: 'user', content: contents }];
  const answer = answerIn(value);
  if (answer) return [answer];
  const list = [input, output].find(isFilled);
  if (list) return asMessages(list);
  return wrappings > 0 ? messagesIn(request, wrappings - 1) : undefined;
}

/** Of OpenAI, Gemini, Bedrock, LlamaIndex and Anthropic. */
function answerIn(value: JsonObject): JsonObject | undefined {
  const { choices, candidates, output, message } = value;
  const places = [
    property(isFilled(choices) ? choices[0] : undefined, 'message'),
    property(isFilled(candidates) ? candidates[0] : undefined, 'content'),
    property(output, 'message'),
    message,
    value,
  ];
  return places.find(isMessage);
}

function property(value: unknown, key: string): unknown {
  return isObject(value) ? value[key] : undefined;
}

/** What LangChain calls the roles of its messages, in their `type` or as the first of a pair. */
const LANGCHAIN_ROLES: ReadonlyMap<unknown, string> = new Map([
  ['human', 'user'],
  ['ai', 'assistant'],
  ['user', 'user'],
  ['assistant', 'assistant'],
  ['system', 'system'],
  ['tool', 'tool'],
]);

/** Those of a list that are messages, LangChain's and the `message` of a choice among them. */
function asMessages(list: readonly unknown[]): readonly JsonObject[] {
  return list.flatMap((item): readonly JsonObject[] => {
    if (isMessage(item)) return [item];
    const [first, content] = Array.isArray(item) && item.length === 2 ? (item as readonly unknown[]) : [];
    if (typeof content === 'string' && LANGCHAIN_ROLES.has(first))
      return [{ role: LANGCHAIN_ROLES.get(first), content }];
    if (!isObject(item)) return [];
    const { type, content: text, message } = item;
    const role = text === undefined ? undefined : LANGCHAIN_ROLES.get(type);
    if (role !== undefined) return [{ role, content: text }];
    return isMessage(message) ? [message] : [];
  });
}

function textOf(content: unknown): string | undefined {
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return undefined;
  for (const part of content as unknown[]) {
    if (typeof part === 'string') return part;
    if (!isObject(part) || !isText(part)) continue;
    const text = part['text'] ?? part['content'];
    if (typeof text === 'string') return text;
  }
  return undefined;
}

/** Parts of Gemini and Bedrock have no type. */
function isText({ type, thought }: JsonObject): boolean {
  return type === undefined ? thought !== true : TEXT_PARTS.has(type);
}

function isMessage(value: unknown): value is JsonObject {
  return isObject(value) && 'role' in value && ('content' in value || 'parts' in value);
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isFilled(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length > 0;
}
