import type { JsonValue } from '@millrace/domain';
import { z } from 'zod';
import { messageTextOf } from './text-of.ts';

export const allowCodeFence = z
  .boolean()
  .default(false)
  .describe('Whether JSON may stand in a Markdown code block, with nothing around it.');

const FENCE = /^\s*```(?:json)?[^\S\n]*\n([^]*?)\n?[^\S\n]*```\s*$/i;

/** What an answer says as JSON, or why it is none. An answer that is an object already says itself. */
export function readJson(
  outputs: JsonValue,
  allowsFence: boolean,
): { readonly value: JsonValue } | { readonly fault: string } {
  const text = typeof outputs === 'string' ? outputs : messageIn(outputs);
  if (text === undefined) return { value: outputs };
  try {
    const json = (allowsFence ? FENCE.exec(text)?.[1] : undefined) ?? text;
    return { value: JSON.parse(json) as JsonValue };
  } catch (error) {
    return { fault: `The answer is no JSON: ${error instanceof Error ? error.message : String(error)}.` };
  }
}

/** A list may be the answer itself, so only an object can be a chat completion around it. */
function messageIn(outputs: JsonValue): string | undefined {
  return Array.isArray(outputs) && !outputs.some((item) => Object(item) === item && 'role' in Object(item))
    ? undefined
    : messageTextOf(outputs);
}
