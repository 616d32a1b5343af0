import { attributeText, type AttributeMap, type SpanPayload } from '@millrace/domain';
import { parsedJson } from '../parsed-json.ts';

const TEXT = 'ai.response.text';
const TOOL_CALLS = 'ai.response.toolCalls';
const REASONING = 'ai.response.reasoning';

/** What the model answered: the one attribute that says it, or text, thoughts and tool calls as one of the SDK's messages. */
export function answerOf(attributes: AttributeMap): SpanPayload | undefined {
  const found = [REASONING, TEXT, TOOL_CALLS].filter((key) => {
    const value = attributes.get(key);
    return value !== undefined && value !== null && value !== '';
  });
  const [only] = found;
  if (only === undefined) return undefined;
  const read = (key: string): string => attributeText(attributes.get(key) ?? null);
  if (found.length === 1) return { text: read(only), attribute: only };
  const content = found.flatMap((key): readonly unknown[] => {
    if (key !== TOOL_CALLS) return [{ type: key === TEXT ? 'text' : 'reasoning', text: read(key) }];
    const calls = parsedJson(read(key));
    return Array.isArray(calls)
      ? calls.map((call: unknown) => (typeof call === 'object' ? { type: 'tool-call', ...call } : call))
      : [{ type: 'text', text: read(key) }];
  });
  return { text: JSON.stringify([{ role: 'assistant', content }]) };
}
