import type { JsonValue } from '@millrace/domain';
import type { ScoredSpan, ScoredTrace } from '../subject.ts';
import { fieldsOf, isList, parsed, readable, type JsonFields } from '../json-fields.ts';

/** A call of a tool, as its span tells it. */
export interface ToolCall {
  readonly name: string;
  readonly arguments: JsonFields;
  readonly output: JsonValue | undefined;
  readonly fault: string | undefined;
}

/** A call that was to be made; without arguments only its name counts. */
export interface ExpectedToolCall {
  readonly name: string;
  readonly arguments: JsonFields | undefined;
}

const MODEL_TYPES = new Set(['CHAT_MODEL', 'LLM']);
const ERROR_STATUS = 2;

/** The calls of tools in a trace, by time. */
export function toolCallsOf({ spans }: ScoredTrace): readonly ToolCall[] {
  return spans
    .filter(({ type }) => type === 'TOOL')
    .toSorted((one, other) => Number(one.startTimeUnixNano - other.startTimeUnixNano))
    .map((span) => ({
      name: nameOf(span),
      arguments: fieldsOf(parsed(span.inputs)) ?? (span.inputs === undefined ? {} : { input: span.inputs }),
      output: span.outputs,
      fault: span.statusCode === ERROR_STATUS ? span.statusMessage || 'it failed' : undefined,
    }));
}

/** The calls as a judge reads them. */
export function toolCallsText(calls: readonly ToolCall[]): string {
  if (calls.length === 0) return 'No tool was called.';
  return calls
    .map(({ name, arguments: given, output, fault }, index) =>
      [
        `Call ${index + 1}: ${name}`,
        `Arguments: ${JSON.stringify(given)}`,
        output === undefined || output === null ? 'Output: none' : `Output: ${readable(output)}`,
        ...(fault === undefined ? [] : [`Failed: ${fault}`]),
      ].join('\n'),
    )
    .join('\n\n');
}

/** The definitions of all tools that a model was offered, each once, as JSON. */
export function availableToolsText({ spans }: ScoredTrace): string {
  const told = spans
    .filter(({ type }) => MODEL_TYPES.has(type))
    .flatMap(
      ({ tools, inputs }) => listOf(parsed(tools)) ?? listOf(fieldsOf(parsed(inputs))?.['tools']) ?? [],
    );
  const once = [...new Set(told.map((tool) => JSON.stringify(fieldsOf(tool)?.['function'] ?? tool)))];
  return once.length === 0 ? 'The trace does not tell which tools were on offer.' : once.join('\n');
}

/** The calls that an expectation names; undefined where there are none. */
export function expectedToolCalls({ expectations }: ScoredTrace): readonly ExpectedToolCall[] | undefined {
  const calls = (listOf(parsed(expectations['expected_tool_calls'])) ?? []).flatMap((each) => {
    const call = fieldsOf(each);
    const name = typeof each === 'string' ? each : call?.['name'];
    return typeof name === 'string' ? [{ name, arguments: fieldsOf(parsed(call?.['arguments'])) }] : [];
  });
  return calls.length === 0 ? undefined : calls;
}

function nameOf(span: ScoredSpan): string {
  const name = fieldsOf(fieldsOf(parsed(span.inputs))?.['call'])?.['tool_name'];
  return typeof name === 'string' ? name : span.name;
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] | undefined {
  return isList(value) ? value : undefined;
}
