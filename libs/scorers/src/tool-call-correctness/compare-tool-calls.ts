import type { JsonValue } from '@millrace/domain';
import type { ExpectedToolCall, ToolCall } from '../judging/tool-calls.ts';
import { fieldsOf, isList } from '../json-fields.ts';
import { quote } from '../quote.ts';

/** How the calls that were made differ from the expected ones; undefined when they do not. Arguments count when all expected calls have them. */
export function compareToolCalls(
  calls: readonly ToolCall[],
  expected: readonly ExpectedToolCall[],
  isOrdered: boolean,
): string | undefined {
  if (calls.length !== expected.length)
    return `${expected.length} calls were expected, ${calls.length} were made.`;
  const withArguments = expected.every((call) => call.arguments !== undefined);
  const made = calls.map((call) => signatureOf(call, withArguments));
  const wanted = expected.map((call) => signatureOf(call, withArguments));
  if (isOrdered) {
    const at = wanted.findIndex((signature, index) => signature !== made[index]);
    return at < 0
      ? undefined
      : `Call ${at + 1} was to be ${quote(wanted[at] ?? '')}, and is ${quote(made[at] ?? '')}.`;
  }
  const missing = wanted.filter((signature) => !made.includes(signature));
  const extra = made.filter((signature) => !wanted.includes(signature));
  if (missing.length === 0 && extra.length === 0) return undefined;
  return `Missing: ${listed(missing)}. Unexpected: ${listed(extra)}.`;
}

function signatureOf(call: ToolCall | ExpectedToolCall, withArguments: boolean): string {
  return withArguments ? `${call.name}(${canonical(call.arguments ?? {})})` : call.name;
}

/** JSON that is the same whatever the order of the fields. */
function canonical(value: JsonValue): string {
  if (isList(value)) return `[${value.map(canonical).join(',')}]`;
  const fields = fieldsOf(value);
  if (!fields) return JSON.stringify(value);
  const pairs = Object.entries(fields).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `{${pairs.map(([name, each]) => `${JSON.stringify(name)}:${canonical(each)}`).join(',')}}`;
}

function listed(signatures: readonly string[]): string {
  return signatures.length === 0 ? 'none' : signatures.map(quote).join(', ');
}
