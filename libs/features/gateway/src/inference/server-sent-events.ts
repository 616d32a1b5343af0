import { Logger } from '@nestjs/common';
import type { ChatDelta } from '@millrace/ports';
import { CompletionChunks, type Completion } from './chat-completion.ts';

/** A stream of OpenAI's API. One that breaks off ends with an event that says why, and without `[DONE]`. */
export async function* toServerSentEvents(
  completion: Completion,
  deltas: AsyncIterable<ChatDelta>,
  { includeUsage }: { readonly includeUsage: boolean },
): AsyncGenerator<string> {
  const chunks = new CompletionChunks(completion, includeUsage);
  yield event(chunks.begin());
  try {
    for await (const delta of deltas) for (const chunk of chunks.of(delta)) yield event(chunk);
    yield 'data: [DONE]\n\n';
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    new Logger('Gateway').warn(`a stream of ${completion.provider} broke off: ${message}`);
    yield event({ error: { message, type: 'provider_error', code: null } });
  }
}

function event(data: object): string {
  return `data: ${JSON.stringify(data)}\n\n`;
}
