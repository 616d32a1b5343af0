import { Rejected, Unavailable } from '@millrace/domain';
import type { AddressGuard } from '@millrace/service-kit';
import { Agent, fetch as undiciFetch } from 'undici';
import type { LlmConfig } from './llm.config.ts';

const CONNECT_TIMEOUT_MS = 10_000;
const RETRY_AFTER_MS = 1_000;

/** A fetch that reaches only what the guard allows, follows no redirect and ends an answer that is too large or falls silent. */
export function createGuardedFetch(
  guard: AddressGuard,
  { silenceMs, maxAnswerBytes }: LlmConfig,
): typeof fetch {
  const connect = { timeout: CONNECT_TIMEOUT_MS, ...(guard.lookup && { lookup: guard.lookup }) };
  const dispatcher = new Agent({ connect, headersTimeout: silenceMs, bodyTimeout: silenceMs });
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const refusal = guard.refusalOf(url);
    if (refusal !== undefined) throw new Rejected(refusal);
    // Typed by two copies of the same declarations: Node's own and undici's.
    const options = { ...init, dispatcher, redirect: 'manual' } as Parameters<typeof undiciFetch>[1];
    const response = await undiciFetch(url, options);
    if (response.status >= 300 && response.status < 400) {
      throw new Rejected(
        `${url.origin} redirects elsewhere, which is not followed: set api_base to the address itself.`,
      );
    }
    const { status, statusText } = response;
    const headers = new Headers([...response.headers]);
    return new Response(limit(response.body as ReadableStream<Uint8Array> | null, maxAnswerBytes), {
      status,
      statusText,
      headers,
    });
  };
}

function limit(body: ReadableStream<Uint8Array> | null, most: number): ReadableStream<Uint8Array> | null {
  let bytes = 0;
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform: (chunk, controller) => {
      bytes += chunk.byteLength;
      if (bytes > most) throw new Unavailable(`the answer is larger than ${most} bytes`, RETRY_AFTER_MS);
      controller.enqueue(chunk);
    },
  });
  return body && body.pipeThrough(counted);
}
