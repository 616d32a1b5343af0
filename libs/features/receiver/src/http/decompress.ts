import { Rejected } from '@millrace/domain';
import { promisify } from 'node:util';
import { gunzip, inflate, zstdDecompress } from 'node:zlib';

const DECODERS: Readonly<
  Record<string, (body: Uint8Array, options: { maxOutputLength: number }) => Promise<Buffer>>
> = {
  gzip: promisify(gunzip),
  deflate: promisify(inflate),
  zstd: promisify(zstdDecompress),
};

/** The body as the client had it before Content-Encoding. Throws Rejected; never holds more than `limit` bytes. */
export async function decompress(body: Buffer, encoding: string | undefined, limit: number): Promise<Buffer> {
  const name = encoding?.trim().toLowerCase() ?? '';
  if (name === '' || name === 'identity') return body;
  const decode = DECODERS[name];
  if (!decode)
    throw new Rejected(
      `Content-Encoding '${name}' is not supported; use identity, gzip, deflate or zstd`,
      'unsupported-type',
    );
  try {
    return await decode(body, { maxOutputLength: limit });
  } catch (error) {
    const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
    if (code === 'ERR_BUFFER_TOO_LARGE') {
      throw new Rejected(
        `the request is larger than ${limit} bytes once decompressed; send smaller batches`,
        'too-large',
        { cause: error },
      );
    }
    const reason = error instanceof Error ? error.message : String(error);
    throw new Rejected(`the body is not valid ${name}: ${reason}`, 'invalid', { cause: error });
  }
}
