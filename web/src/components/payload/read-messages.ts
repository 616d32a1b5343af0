import { readParts, readToolCall, readToolCalls, readToolResult, type MessagePart } from './message-parts.ts';
import { isList, isObject, textAt, type PayloadObject, type PayloadValue } from './parse-payload.ts';

/** A message of a conversation in one form, whatever convention it was written in. */
export interface Message {
  /** system, user, assistant, tool, or the client's own word. */
  readonly role: string;
  readonly name?: string;
  readonly parts: readonly MessagePart[];
}

const ROLES: Readonly<Record<string, string>> = {
  human: 'user',
  ai: 'assistant',
  model: 'assistant',
  AIMessageChunk: 'assistant',
  developer: 'system',
  function: 'tool',
};
/** Types of messages in LangChain, which has no role. */
const LANGCHAIN = new Set(['human', 'ai', 'system', 'tool', 'function', 'AIMessageChunk']);
/** Keys of a result that is an answer and nothing that a reader would miss. */
const ANSWER = new Set(['text', 'toolCalls', 'files', 'reasoning', 'sources', 'warnings']);
const DEEPEST = 4;

/** The messages that inputs or outputs hold, by their shape; undefined where they are no conversation. */
export function readMessages(value: PayloadValue, depth = 0): Message[] | undefined {
  if (depth > DEEPEST) return undefined;
  if (isList(value)) return readList(value, depth);
  if (!isObject(value)) return undefined;
  const message = readMessage(value);
  if (message) return [message];
  for (const reader of CONTAINERS) {
    const messages = reader(value, depth + 1);
    if (messages !== undefined && messages.length > 0) return messages;
  }
  return undefined;
}

function readList(list: readonly PayloadValue[], depth: number): Message[] | undefined {
  if (list.length === 0) return undefined;
  const read = list.map((item) => readItem(item, depth));
  if (!read.every((messages) => messages !== undefined)) return undefined;
  return joinCalls(read.flat());
}

function readItem(item: PayloadValue, depth: number): Message[] | undefined {
  if (isList(item)) return readPair(item) ?? readMessages(item, depth + 1);
  if (!isObject(item)) return undefined;
  const message = readMessage(item) ?? readBareCall(item) ?? readBareText(item);
  if (message) return [message];
  const inner = item['message'];
  return isObject(inner) ? readMessages(inner, depth + 1) : undefined;
}

/** ["user", "text"], as LangChain takes them. */
function readPair([role, content, ...rest]: readonly PayloadValue[]): Message[] | undefined {
  const isPair = typeof role === 'string' && typeof content === 'string' && rest.length === 0;
  return isPair && (LANGCHAIN.has(role) || /^(user|assistant)$/.test(role))
    ? [{ role: roleName(role), parts: readParts(content) }]
    : undefined;
}

function readMessage(value: PayloadObject): Message | undefined {
  const kwargs = value['kwargs'];
  if (value['lc'] !== undefined && isObject(kwargs)) return readLangChain(kwargs, value['id']);
  const role = textAt(value, 'role');
  const type = textAt(value, 'type') ?? '';
  if (role !== undefined && CONTENT_KEYS.some((key) => value[key] !== undefined))
    return withRole(role, value);
  if (LANGCHAIN.has(type) && value['content'] !== undefined) return withRole(type, value);
  if (type === 'function_call' || type === 'reasoning') {
    return { role: 'assistant', parts: readParts(value) };
  }
  if (type === 'function_call_output') return { role: 'tool', parts: [readToolResult(value)] };
  return undefined;
}

const CONTENT_KEYS = ['content', 'parts', 'tool_calls', 'function_call', 'toolCalls'];

function readLangChain(kwargs: PayloadObject, id: PayloadValue | undefined): Message {
  const className = isList(id) ? String(id.at(-1)) : '';
  const type = textAt(kwargs, 'type') ?? className.replace(/Message(Chunk)?$/, '').toLowerCase();
  return withRole(type, kwargs);
}

function withRole(given: string, value: PayloadObject): Message {
  const role = roleName(given);
  const name = textAt(value, 'name');
  const content = value['parts'] ?? value['content'];
  const id = textAt(value, 'tool_call_id', 'toolCallId');
  // What a tool answered is its result, however many texts it has.
  if (role === 'tool' && id !== undefined) {
    const result = content ?? null;
    return { role, parts: [{ kind: 'tool-result', id, name: name ?? '', result }] };
  }
  const parts = [...readReasoningText(value), ...readParts(content), ...readCallsBeside(value)];
  return { role, ...(name !== undefined && { name }), parts };
}

function readReasoningText(value: PayloadObject): MessagePart[] {
  const text = textAt(value, 'reasoning_content', 'reasoning');
  return text === undefined ? [] : [{ kind: 'reasoning', text }];
}

/** LangChain repeats a call in `additional_kwargs`, LlamaIndex has it in `options`: the first place that has any counts. */
function readCallsBeside(value: PayloadObject): MessagePart[] {
  const more = value['additional_kwargs'];
  const options = value['options'];
  const places = [
    value['tool_calls'],
    value['toolCalls'],
    isObject(more) ? more['tool_calls'] : undefined,
    isObject(options) ? options['toolCall'] : undefined,
  ];
  const calls = places.map(readToolCalls).find((read) => read.length > 0) ?? [];
  const call = value['function_call'];
  return isObject(call) && calls.length === 0 ? [readToolCall(call)] : calls;
}

/** A text without a role, as exporters of embeddings tell what was asked. */
function readBareText(value: PayloadObject): Message | undefined {
  const text = textAt(value, 'content');
  const isAlone = text !== undefined && Object.keys(value).length === 1;
  return isAlone ? { role: 'user', parts: readParts(text) } : undefined;
}

/** A call that stands alone in a list of calls, as some exporters tell the answer of a model. */
function readBareCall(value: PayloadObject): Message | undefined {
  const name = textAt(value, 'toolName') ?? (textAt(value, 'call_id') && textAt(value, 'name'));
  if (name === undefined || name === '') return undefined;
  return { role: 'assistant', parts: [readToolCall(value)] };
}

/** Calls of one answer stand in one message. */
function joinCalls(messages: readonly Message[]): Message[] {
  const joined: Message[] = [];
  for (const message of messages) {
    const last = joined.at(-1);
    const isMore = message.role === 'assistant' && message.parts.every(({ kind }) => kind === 'tool-call');
    if (last?.role === 'assistant' && isMore && message.parts.length > 0) {
      joined[joined.length - 1] = { ...last, parts: [...last.parts, ...message.parts] };
    } else joined.push(message);
  }
  return joined;
}

type ContainerReader = (value: PayloadObject, depth: number) => Message[] | undefined;

/** What requests and responses keep their messages in, the surest first. */
const CONTAINERS: readonly ContainerReader[] = [
  (value, depth) => withSystem(value, readMessages(value['messages'] ?? null, depth)),
  (value, depth) => withSystem(value, readContents(value['contents'], depth)),
  (value, depth) => readMessages(value['choices'] ?? null, depth),
  (value, depth) =>
    isObject(value['message'] ?? null) ? readMessages(value['message'] ?? null, depth) : undefined,
  (value, depth) => readWrapped(value['candidates'], 'content', depth),
  (value, depth) => readMessages(value['generations'] ?? null, depth),
  (value, depth) =>
    readMessages(isObject(value['content'] ?? null) ? (value['content'] ?? null) : null, depth),
  (value, depth) => readMessages(value['request'] ?? null, depth),
  (value) => readChatContext(value['items']),
  (value, depth) => readMessages(value['output'] ?? null, depth),
  (value, depth) => withSystem(value, readAsked(value['input'] ?? value['prompt'], value, depth)),
  readAnswer,
];

/** Gemini's client takes a text or parts alone as well. */
function readContents(contents: PayloadValue | undefined, depth: number): Message[] | undefined {
  if (contents === undefined) return undefined;
  const messages = readMessages(contents, depth);
  if (messages) return messages;
  const parts = readParts(contents);
  const isAsked = parts.length > 0 && parts.every(({ kind }) => kind !== 'other');
  return isAsked ? [{ role: 'user', parts }] : undefined;
}

function readWrapped(list: PayloadValue | undefined, key: string, depth: number): Message[] | undefined {
  return isList(list)
    ? readMessages(
        list.filter(isObject).map((each) => each[key] ?? null),
        depth,
      )
    : undefined;
}

/** LiveKit: among the messages stand changes of the agent, which are none. */
function readChatContext(items: PayloadValue | undefined): Message[] | undefined {
  if (!isList(items)) return undefined;
  return readList(
    items.filter((item) => isObject(item) && readMessage(item) !== undefined),
    1,
  );
}

/** A question beside what only a request to a model has. */
function readAsked(
  asked: PayloadValue | undefined,
  value: PayloadObject,
  depth: number,
): Message[] | undefined {
  const isRequest = ['model', 'system', 'instructions'].some((key) => value[key] !== undefined);
  if (typeof asked === 'string' && isRequest && value['encoding_format'] === undefined) {
    return [{ role: 'user', parts: readParts(asked) }];
  }
  return isList(asked) ? readMessages(asked, depth) : undefined;
}

function readAnswer(value: PayloadObject): Message[] | undefined {
  const text = textAt(value, 'text');
  const calls = readToolCalls(value['toolCalls']);
  const isAnswer = Object.keys(value).every((key) => ANSWER.has(key));
  // An answer may be empty: a model that only called tools, or said nothing.
  if (!isAnswer || (typeof value['text'] !== 'string' && calls.length === 0)) return undefined;
  return [{ role: 'assistant', parts: [...readParts(text), ...calls] }];
}

/** The system prompt that Anthropic, Gemini, Vercel and the Responses API take beside the messages. */
function withSystem(value: PayloadObject, messages: Message[] | undefined): Message[] | undefined {
  if (messages === undefined) return undefined;
  const config = value['config'];
  const system =
    value['system'] ??
    value['instructions'] ??
    value['systemInstruction'] ??
    value['system_instruction'] ??
    (isObject(config) ? (config['system_instruction'] ?? config['systemInstruction']) : undefined);
  const content = isObject(system) ? (system['parts'] ?? system) : system;
  const parts = readParts(content);
  return parts.length === 0 ? messages : [{ role: 'system', parts }, ...messages];
}

function roleName(role: string): string {
  return Object.hasOwn(ROLES, role) ? (ROLES[role] ?? role) : role;
}
