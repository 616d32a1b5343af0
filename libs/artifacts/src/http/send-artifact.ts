import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ArtifactStore } from '../artifact-store.ts';
import type { Artifact } from '../entities/artifact.entity.ts';
import { parseByteRange } from './byte-range.ts';

/** A request and its answer, as Nest injects them. */
export interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/**
 * Answers a GET or HEAD with a file, or the range of it that is asked for. Always as an attachment whose type is not guessed at: its
 * bytes are a user's, and must not run as a page of this server.
 */
export async function sendArtifact(
  store: ArtifactStore,
  artifact: Artifact,
  { request, reply }: Exchange,
): Promise<void> {
  const isConditional = request.headers['if-range'] !== undefined;
  const range = parseByteRange(isConditional ? undefined : request.headers.range, artifact.bytes);
  void reply.headers({
    'accept-ranges': 'bytes',
    'content-type': artifact.contentType,
    'content-disposition': disposition(artifact.path),
    'last-modified': new Date(artifact.lastUpdateTime).toUTCString(),
    'x-content-type-options': 'nosniff',
  });
  if (range === 'unsatisfiable') {
    void reply.status(416).header('content-range', `bytes */${artifact.bytes}`).send(Readable.from([]));
    return;
  }
  const sent = range === 'whole' ? { start: 0, end: artifact.bytes } : range;
  if (range !== 'whole') {
    void reply.status(206).header('content-range', `bytes ${sent.start}-${sent.end - 1}/${artifact.bytes}`);
  }
  void reply.header('content-length', String(sent.end - sent.start));
  await reply.send(request.method === 'HEAD' ? Readable.from([]) : await store.read(artifact, sent));
}

/** RFC 6266: the name for old clients, and the name as it is. */
function disposition(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const plain = name.replace(/[^\x20-\x7e]|["%\\]/g, '_');
  const exact = encodeURIComponent(name).replace(/['()*]/g, (each) => `%${each.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}
