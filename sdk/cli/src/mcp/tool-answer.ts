import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';

/** Of an answer, so that one call can't fill a model's context. */
const MOST_CHARACTERS = 100_000;

/** What a tool found, as JSON; cut where it is longer than a model should read at once. */
export function toolAnswer(found: unknown): CallToolResult {
  const text = JSON.stringify(found, undefined, 1);
  const shown =
    text.length > MOST_CHARACTERS
      ? `${text.slice(0, MOST_CHARACTERS)}\n… cut after ${MOST_CHARACTERS} of ${text.length} characters: ask for less.`
      : text;
  return { content: [{ type: 'text', text: shown }] };
}

/** A text, or its first part and how long it is. */
export function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most)}… (${text.length} characters)`;
}
