import type { FastifyRequest } from 'fastify';
import { Rejected } from '@millrace/domain';
import type { IncomingBytes } from '../artifact-contents.ts';

const LARGEST_TYPE = 200;

/** The body of a route with StreamedBody. Reading it throws Rejected when the client ends early. */
export function readUpload({
  raw,
  headers,
}: FastifyRequest): IncomingBytes & { readonly contentType?: string } {
  const length = headers['content-length'];
  const contentType = headers['content-type'];
  return {
    bytes: untilCutOff(raw),
    ...(length !== undefined && { length: Number(length) }),
    ...(contentType !== undefined && contentType.length <= LARGEST_TYPE && { contentType }),
  };
}

async function* untilCutOff(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes;
  } catch (error) {
    throw new Rejected('The upload ended before all of it had come: send it again.', 'invalid', {
      cause: error,
    });
  }
}
