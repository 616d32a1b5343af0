import { Rejected } from '@millrace/domain';
import type { Transform } from 'node:stream';
import { createGunzip, createInflate, createZstdDecompress, type ZlibOptions } from 'node:zlib';

type Decoder = (options: Pick<ZlibOptions, 'chunkSize'>) => Transform;

const DECODERS: Readonly<Record<string, Decoder>> = {
  gzip: createGunzip,
  deflate: createInflate,
  zstd: createZstdDecompress,
};

const SMALLEST_PIECE = 16 * 1024;
const LARGEST_PIECE = 1024 * 1024;
/** Text of spans compresses to a fifth or less, so most requests come out in one piece. */
const USUAL_RATIO = 8;

export interface DecompressLimits {
  readonly maxBytes: number;
  /** Called for each piece that comes out, before the next one; what it throws ends the work. */
  reserve(bytes: number): void;
}

/** The body as the client had it before Content-Encoding. Throws Rejected; never holds more than `maxBytes` and what was reserved. */
export async function decompress(
  body: Buffer,
  encoding: string | undefined,
  limits: DecompressLimits,
): Promise<Buffer> {
  const name = encoding?.trim().toLowerCase() ?? '';
  if (name === '' || name === 'identity') return body;
  const decode = DECODERS[name];
  if (!decode)
    throw new Rejected(
      `Content-Encoding '${name}' is not supported; use identity, gzip, deflate or zstd`,
      'unsupported-type',
    );
  // No bytes are an empty request, in whatever encoding they were not sent.
  if (body.length === 0) return body;
  const chunkSize = Math.min(LARGEST_PIECE, Math.max(SMALLEST_PIECE, body.length * USUAL_RATIO));
  try {
    return await readAll(decode({ chunkSize }), body, limits);
  } catch (error) {
    if (!isCodecError(error)) throw error;
    throw new Rejected(`the body is not valid ${name}: ${error.message}`, 'invalid', { cause: error });
  }
}

async function readAll(decoder: Transform, body: Buffer, limits: DecompressLimits): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  decoder.end(body);
  // Leaving the loop destroys the decoder.
  for await (const piece of decoder as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > limits.maxBytes) {
      throw new Rejected(
        `the request is larger than ${limits.maxBytes} bytes once decompressed; send smaller batches`,
        'too-large',
      );
    }
    limits.reserve(piece.length);
    pieces.push(piece);
  }
  const [only] = pieces;
  return pieces.length === 1 && only ? only : Buffer.concat(pieces, size);
}

/** Codes of zlib are Z_DATA_ERROR and the like, of zstd ZSTD_error_…. */
function isCodecError(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const code: unknown = Reflect.get(error, 'code');
  return typeof code === 'string' && /^(Z_|ZSTD_)/.test(code);
}
