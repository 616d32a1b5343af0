import {
  attributeJson,
  attributeText,
  type AttributeValue,
  type OtlpSpan,
  type SpanEvent,
} from '@millrace/domain';
import type { PayloadTarget } from '../convention.ts';

/** Events that hold a whole payload in one attribute. */
const WHOLE_PAYLOADS: Readonly<Record<PayloadTarget, ReadonlyMap<string, string>>> = {
  inputs: new Map([
    ['gen_ai.client.inference.operation.details', 'gen_ai.input.messages'],
    ['gen_ai.content.prompt', 'gen_ai.prompt'],
  ]),
  outputs: new Map([
    ['gen_ai.client.inference.operation.details', 'gen_ai.output.messages'],
    ['gen_ai.content.completion', 'gen_ai.completion'],
  ]),
};

/** Events that hold one message each, with the role they imply (semantic conventions 1.28 to 1.36). */
const MESSAGES: Readonly<Record<PayloadTarget, ReadonlyMap<string, string>>> = {
  inputs: new Map([
    ['gen_ai.system.message', 'system'],
    ['gen_ai.user.message', 'user'],
    ['gen_ai.assistant.message', 'assistant'],
    ['gen_ai.tool.message', 'tool'],
  ]),
  outputs: new Map([['gen_ai.choice', 'assistant']]),
};

/** What the attributes of a message event may be called inside the message. */
const MESSAGE_FIELDS = ['content', 'tool_calls', 'id', 'name'] as const;

/** Whether events of this name hold inputs or outputs of a span. */
export function isContentEvent(name: string): boolean {
  return [...Object.values(WHOLE_PAYLOADS), ...Object.values(MESSAGES)].some((names) => names.has(name));
}

/** Inputs or outputs from span events: a whole payload as it is, else the messages as a JSON list. */
export function payloadInEvents(
  { events }: Pick<OtlpSpan, 'events'>,
  target: PayloadTarget,
): string | undefined {
  const messages: AttributeValue[] = [];
  for (const event of events) {
    const wholeKey = WHOLE_PAYLOADS[target].get(event.name);
    const whole = wholeKey === undefined ? undefined : event.attributes.get(wholeKey);
    if (whole !== undefined && whole !== null) return attributeText(whole);
    const role = MESSAGES[target].get(event.name);
    const message = role === undefined ? undefined : readMessage(event, role);
    if (message) messages.push(message);
  }
  return messages.length > 0 ? attributeJson(messages) : undefined;
}

/** The event's body is an attribute `gen_ai.event.content` with JSON (Azure), or spread over the event's attributes. */
function readMessage(event: SpanEvent, role: string): ReadonlyMap<string, AttributeValue> | undefined {
  const body = jsonObject(event.attributes.get('gen_ai.event.content'));
  const source = body ?? event.attributes;
  const nested = jsonObject(source.get('message'));
  const fields = new Map<string, AttributeValue>([
    ['role', textOr(role, nested?.get('role') ?? source.get('role'))],
  ]);
  for (const field of MESSAGE_FIELDS) {
    const value = nested?.get(field) ?? source.get(field);
    if (value !== undefined && value !== null) fields.set(field, parsed(value));
  }
  return fields.size > 1 ? fields : undefined;
}

function textOr(fallback: string, value: AttributeValue | undefined): string {
  return typeof value === 'string' && value !== '' ? value : fallback;
}

function jsonObject(value: AttributeValue | undefined): ReadonlyMap<string, AttributeValue> | undefined {
  const read = value === undefined ? undefined : parsed(value);
  return read instanceof Map ? read : undefined;
}

/** Deeper than any message; text beyond it stays text, so that nobody's nesting exhausts the stack. */
const DEEPEST = 64;

/** A string that holds a JSON object or list is one; any other value stays what it is. */
function parsed(value: AttributeValue): AttributeValue {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
  try {
    return fromJson(JSON.parse(value), DEEPEST);
  } catch {
    return value;
  }
}

function fromJson(value: unknown, depth: number): AttributeValue {
  if (depth === 0) throw new RangeError(`JSON is nested deeper than ${DEEPEST} levels`);
  if (Array.isArray(value)) return value.map((item) => fromJson(item, depth - 1));
  if (typeof value === 'object' && value !== null) {
    return new Map(Object.entries(value).map(([key, item]) => [key, fromJson(item, depth - 1)]));
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
