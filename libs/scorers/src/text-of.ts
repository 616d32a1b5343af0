import type { JsonValue } from '@millrace/domain';
import { fieldsOf, isList } from './json-fields.ts';

/** Where applications of one answer put it, when they answer an object. */
const ANSWER_FIELDS = ['answer', 'output', 'response', 'result', 'text', 'content', 'output_text'];

/**
 * What outputs (or an expectation) say as text: a chat completion's or the last message's content, the `answer` of an object that
 * has one; of anything else its JSON. Undefined where nothing was put out.
 */
export function textOf(value: JsonValue | undefined): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string') return value;
  if (typeof value !== 'object') return JSON.stringify(value);
  return messageTextOf(value) ?? answerIn(value) ?? JSON.stringify(value);
}

/** The texts of an expectation that may be one or a list of them. */
export function textsOf(value: JsonValue | undefined): string[] {
  const items = isList(value) && messageTextOf(value) === undefined ? value : [value];
  return items.map(textOf).filter((text): text is string => text !== undefined && text !== '');
}

/** The content of the message that a chat completion, a list of messages or a Responses API answer ends with. */
export function messageTextOf(value: JsonValue): string | undefined {
  if (isList(value)) return lastMessageText(value);
  const fields = fieldsOf(value);
  if (!fields) return undefined;
  const { choices, messages, output } = fields;
  const [choice] = isList(choices) ? choices : [];
  return (
    contentText(fieldsOf(fieldsOf(choice)?.['message'])?.['content']) ??
    (isList(messages) ? lastMessageText(messages) : undefined) ??
    (isList(output) ? lastMessageText(output) : undefined) ??
    ('role' in fields ? contentText(fields['content'] ?? fields['parts']) : undefined)
  );
}

function lastMessageText(messages: readonly JsonValue[]): string | undefined {
  const last = messages.map(fieldsOf).findLast((message) => message !== undefined && 'role' in message);
  return last && contentText(last['content'] ?? last['parts']);
}

/** A content is a text or a list of parts, as every provider and OpenTelemetry's conventions write it. */
function contentText(content: JsonValue | undefined): string | undefined {
  if (typeof content === 'string') return content;
  if (!isList(content)) return undefined;
  const texts = content.flatMap((part) => {
    const fields = fieldsOf(part);
    const text = fields?.['text'] ?? fields?.['content'];
    return typeof text === 'string' ? [text] : [];
  });
  return texts.length > 0 ? texts.join('') : undefined;
}

function answerIn(value: JsonValue): string | undefined {
  const fields = fieldsOf(value);
  const name = fields && ANSWER_FIELDS.find((field) => typeof fields[field] === 'string');
  return name === undefined ? undefined : String(fields?.[name]);
}
