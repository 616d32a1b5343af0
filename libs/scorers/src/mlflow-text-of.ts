import type { JsonValue } from '@millrace/domain';
import { passed } from './check.ts';
import type { Outcome } from './scorer.ts';

type Fields = Readonly<Record<string, JsonValue>>;

/**
 * Outputs as text the way MLflow's rule-based scorers read them, so that a scorer finds here what it finds in Python: as
 * `textOf` for chat completions and messages, but of a list the first item, and of any other object its JSON as Python writes it.
 */
export function mlflowTextOf(outputs: JsonValue | undefined): string | undefined {
  if (outputs === undefined || outputs === null) return undefined;
  if (typeof outputs === 'string') return outputs;
  if (isList(outputs) && outputs.length > 0) return mlflowTextOf(outputs[0]) ?? ' ';
  const fields = fieldsOf(outputs);
  return (fields && chatTextOf(fields)) ?? pythonJson(outputs);
}

/** MLflow's verdict where there is nothing to look at. */
export function noOutputs(name: string): Outcome {
  return passed(name, false, 'No outputs provided to evaluate.');
}

function chatTextOf({ choices, messages, output }: Fields): string | undefined {
  const choice = isList(choices) ? fieldsOf(fieldsOf(choices[0])?.['message']) : undefined;
  if (typeof choice?.['content'] === 'string') return choice['content'];
  const last = isList(messages) ? fieldsOf(messages.at(-1)) : undefined;
  if (typeof last?.['content'] === 'string') return last['content'];
  return isList(output) ? responseTextOf(output) : undefined;
}

/** Of OpenAI's Responses API. */
function responseTextOf(output: readonly JsonValue[]): string | undefined {
  const last = fieldsOf(output.at(-1));
  if (last?.['type'] !== 'message' || !('content' in last)) return undefined;
  for (const item of output.map(fieldsOf).reverse()) {
    if (item?.['role'] !== 'assistant') continue;
    const content = item['content'];
    if (typeof content === 'string') return content;
    const part = (isList(content) ? content : [])
      .map(fieldsOf)
      .find((each) => each?.['type'] === 'text' || each?.['type'] === 'output_text');
    if (part) return typeof part['text'] === 'string' ? part['text'] : pythonJson(output);
  }
  return pythonJson(output);
}

/** As Python's `json.dumps` writes it: spaces after commas and colons, ASCII only. */
function pythonJson(value: JsonValue): string {
  if (isList(value)) return `[${value.map(pythonJson).join(', ')}]`;
  const fields = fieldsOf(value);
  if (!fields) return ascii(JSON.stringify(value));
  const entries = Object.entries(fields).map(
    ([key, each]) => `${ascii(JSON.stringify(key))}: ${pythonJson(each)}`,
  );
  return `{${entries.join(', ')}}`;
}

function ascii(json: string): string {
  return json.replaceAll(
    /[\x7f-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function fieldsOf(value: JsonValue | undefined): Fields | undefined {
  return typeof value === 'object' && value !== null && !isList(value) ? value : undefined;
}
