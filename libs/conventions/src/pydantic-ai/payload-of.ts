import { attributeText, type OtlpSpan, type SpanPayload } from '@millrace/domain';
import type { PayloadTarget } from '../convention.ts';
import { parsedJson } from '../parsed-json.ts';

/** A conversation of an agent: messages asked and answered, in one attribute. */
const CONVERSATIONS = ['pydantic_ai.all_messages', 'all_messages_events'];
/** Only in spans of these libraries: the names are too common to be believed elsewhere. */
const SCOPES = ['pydantic-ai', 'logfire'];
const ANSWERS: Readonly<Record<PayloadTarget, readonly string[]>> = {
  inputs: ['inputs'],
  outputs: ['final_result', 'embeddings'],
};

/** What an agent was asked (the messages up to the last question) and its final result; what was embedded and the vectors. */
export function payloadOf(span: OtlpSpan, target: PayloadTarget): SpanPayload | undefined {
  const { scopeName } = span.origin;
  if (!SCOPES.some((scope) => scopeName === scope || scopeName.startsWith(`${scope}.`))) return undefined;
  for (const key of CONVERSATIONS) {
    const value = target === 'inputs' ? span.attributes.get(key) : undefined;
    if (typeof value === 'string') return { text: messagesAsked(value) };
  }
  for (const key of ANSWERS[target]) {
    const value = span.attributes.get(key);
    if (value !== undefined && value !== null) return { text: attributeText(value), attribute: key };
  }
  return undefined;
}

/** Parsing a longer conversation would hold up the writer. */
const LONGEST_PARSED = 1_000_000;

/** The conversation without what came after the last question; whole where it can't be told. */
function messagesAsked(text: string): string {
  const messages = text.length > LONGEST_PARSED ? undefined : parsedJson(text);
  if (!Array.isArray(messages)) return text;
  const last = messages.findLastIndex(isQuestion);
  return last === -1 || last === messages.length - 1 ? text : JSON.stringify(messages.slice(0, last + 1));
}

/** Results of tools come under the same role up to format 5. */
function isQuestion(message: unknown): boolean {
  if (typeof message !== 'object' || message === null || Reflect.get(message, 'role') !== 'user')
    return false;
  const parts: unknown = Reflect.get(message, 'parts');
  if (!Array.isArray(parts)) return true;
  return parts.some((part: unknown) => {
    const isPart = typeof part === 'object' && part !== null;
    return !isPart || Reflect.get(part, 'type') !== 'tool_call_response';
  });
}
