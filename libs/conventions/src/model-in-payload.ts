import type { SpanPayload } from '@millrace/domain';

/** Only calls of a model: a tool may well have an argument `model` that means a car. */
const MODEL_CALLS: ReadonlySet<string> = new Set(['LLM', 'CHAT_MODEL', 'EMBEDDING']);
/** Reading a longer text would cost more than the model's name is worth. */
const LONGEST_TEXT = 1_000_000;

/** The model named inside the request or the response, where a span has no attribute for it (as MLflow's server does). */
export function modelInPayload(
  type: string,
  inputs: SpanPayload | undefined,
  outputs: SpanPayload | undefined,
): string | undefined {
  return MODEL_CALLS.has(type) ? (modelIn(inputs) ?? modelIn(outputs)) : undefined;
}

function modelIn(payload: SpanPayload | undefined): string | undefined {
  const text = payload?.text;
  if (
    text === undefined ||
    text.length > LONGEST_TEXT ||
    !text.startsWith('{') ||
    !text.includes('"model"')
  ) {
    return undefined;
  }
  try {
    const parsed: unknown = JSON.parse(text);
    const model: unknown =
      typeof parsed === 'object' && parsed !== null ? Reflect.get(parsed, 'model') : undefined;
    return typeof model === 'string' && model !== '' ? model : undefined;
  } catch {
    return undefined;
  }
}
