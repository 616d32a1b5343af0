import { isList, isObject, textAt, type PayloadObject, type PayloadValue } from './parse-payload.ts';

/** One piece of a message, whatever convention it was written in. */
export type MessagePart =
  | { readonly kind: 'text' | 'reasoning'; readonly text: string }
  | ToolCall
  | {
      readonly kind: 'tool-result';
      readonly id: string;
      readonly name: string;
      readonly result: PayloadValue;
    }
  | { readonly kind: 'image'; readonly url: string }
  | { readonly kind: 'file'; readonly mediaType: string; readonly size: number }
  | { readonly kind: 'other'; readonly value: PayloadValue };

export interface ToolCall {
  readonly kind: 'tool-call';
  readonly id: string;
  readonly name: string;
  readonly input: PayloadValue;
}

type Reader = (part: PayloadObject) => MessagePart | undefined;

/** Parts by their `type`: OpenAI, Anthropic, gen_ai of OpenTelemetry, Vercel, the Responses API. */
const BY_TYPE: Readonly<Record<string, Reader>> = {
  text: (part) => textPart(part),
  input_text: (part) => textPart(part),
  output_text: (part) => textPart(part),
  refusal: (part) => textPart(part, 'refusal'),
  // Of LiveKit; says nothing to a reader.
  cache_breakpoint: () => ({ kind: 'text', text: '' }),
  reasoning: readReasoning,
  thinking: readReasoning,
  tool_call: readToolCall,
  tool_use: readToolCall,
  'tool-call': readToolCall,
  function_call: readToolCall,
  function: readToolCall,
  tool_call_response: readToolResult,
  tool_result: readToolResult,
  'tool-result': readToolResult,
  function_call_output: readToolResult,
  image: readMedia,
  image_url: readMedia,
  input_image: readMedia,
  file: readMedia,
  blob: readMedia,
  uri: readMedia,
};

/** The parts of a message's content: a text, a list, or one part alone. */
export function readParts(content: PayloadValue | undefined): MessagePart[] {
  if (content === undefined || content === null || content === '') return [];
  if (typeof content === 'string') return [{ kind: 'text', text: content }];
  if (isList(content)) return content.flatMap(readParts);
  const part: MessagePart = isObject(content) ? readPart(content) : { kind: 'other', value: content };
  return part.kind === 'text' && part.text === '' ? [] : [part];
}

/** Calls as OpenAI and LangChain list them beside the content. */
export function readToolCalls(calls: PayloadValue | undefined): MessagePart[] {
  return isList(calls) ? calls.filter(isObject).map(readToolCall) : [];
}

/** Name and arguments, however they are called. */
export function readToolCall(part: PayloadObject): ToolCall {
  const own = part['function'];
  const call = isObject(own) ? { ...part, ...own } : part;
  const input = call['arguments'] ?? call['args'] ?? call['input'] ?? null;
  return {
    kind: 'tool-call',
    id: textAt(call, 'id', 'call_id', 'toolCallId', 'tool_call_id', 'toolUseId') ?? '',
    name: textAt(call, 'name', 'toolName', 'tool_name') ?? 'tool',
    input,
  };
}

export function readToolResult(part: PayloadObject): MessagePart {
  return {
    kind: 'tool-result',
    id: textAt(part, 'tool_use_id', 'toolCallId', 'tool_call_id', 'toolUseId', 'call_id', 'id') ?? '',
    name: textAt(part, 'name', 'toolName') ?? '',
    result: part['response'] ?? part['result'] ?? part['output'] ?? part['content'] ?? null,
  };
}

function readPart(part: PayloadObject): MessagePart {
  const type = textAt(part, 'type') ?? '';
  const reader = Object.hasOwn(BY_TYPE, type) ? BY_TYPE[type] : readUntyped;
  return reader?.(part) ?? { kind: 'other', value: part };
}

function textPart(part: PayloadObject, key?: string): MessagePart {
  const text = key === undefined ? textAt(part, 'text', 'content') : textAt(part, key);
  return { kind: 'text', text: text ?? '' };
}

function readReasoning(part: PayloadObject): MessagePart | undefined {
  const summary = part['summary'];
  const summed = isList(summary) ? summary.filter(isObject).map((each) => textAt(each, 'text') ?? '') : [];
  const text = textAt(part, 'thinking', 'text', 'content') ?? summed.join('\n');
  return text === '' ? undefined : { kind: 'reasoning', text };
}

/** Parts without a type: Gemini and Bedrock, by the one key they have. */
function readUntyped(part: PayloadObject): MessagePart | undefined {
  const call = part['functionCall'] ?? part['function_call'] ?? part['toolUse'];
  if (isObject(call)) return readToolCall(call);
  const response = part['functionResponse'] ?? part['function_response'] ?? part['toolResult'];
  if (isObject(response)) return readToolResult(response);
  const reasoning = part['reasoningContent'];
  const thought = isObject(reasoning) ? reasoning['reasoningText'] : undefined;
  if (isObject(thought)) return readReasoning(thought);
  const data = part['inlineData'] ?? part['inline_data'] ?? part['fileData'] ?? part['file_data'];
  if (isObject(data)) return readMedia(data);
  const text = textAt(part, 'text');
  if (text === undefined) return undefined;
  return { kind: part['thought'] === true ? 'reasoning' : 'text', text };
}

/** An image by address or by its bytes; any other file by its kind and size alone. */
function readMedia(part: PayloadObject): MessagePart | undefined {
  const source = [part['source'], part['image_url'], part['image'], part['file']].find(isObject) ?? part;
  const mediaType =
    textAt(source, 'media_type', 'mediaType', 'mime_type', 'mimeType') ??
    textAt(part, 'mediaType', 'mime_type') ??
    '';
  const url = textAt(source, 'url', 'uri', 'image_url', 'file_uri', 'fileUri');
  if (url !== undefined) return { kind: 'image', url };
  const data = textAt(source, 'data', 'image', 'file_data', 'content');
  if (data === undefined) return undefined;
  if (/^(data|https?):/.test(data)) return { kind: 'image', url: data };
  if (mediaType === '' || mediaType.startsWith('image/')) {
    return { kind: 'image', url: `data:${mediaType === '' ? 'image/png' : mediaType};base64,${data}` };
  }
  return { kind: 'file', mediaType, size: Math.floor((data.length * 3) / 4) };
}
