import type { FastifyInstance, FastifyRequest } from 'fastify';

/** OTLP paths: the receiver reads their bytes itself, whatever their type and encoding. */
const RAW_PATH = /^\/v1\//;

export interface BodyLimits {
  /** Of OTLP requests as they come, compressed or not; bytes. */
  readonly otlpBytes: number;
  /** Of every other request; bytes. */
  readonly jsonBytes: number;
}

export const DEFAULT_BODY_LIMITS: BodyLimits = { otlpBytes: 64 * 1024 * 1024, jsonBytes: 10 * 1024 * 1024 };

class BodyError extends Error {
  constructor(
    readonly statusCode: number,
    message: string,
  ) {
    super(message);
  }
}

/** Buffers for OTLP, parsed JSON for the rest. An empty JSON body is none; a JSON string that holds JSON is parsed twice, as MLflow does. */
export function useBodyParsers(fastify: FastifyInstance, limits: BodyLimits): void {
  fastify.removeAllContentTypeParsers();
  const options = { parseAs: 'buffer' as const, bodyLimit: limits.otlpBytes };
  fastify.addContentTypeParser('application/json', options, async (request: FastifyRequest, body: Buffer) =>
    RAW_PATH.test(request.url) ? body : parseJson(withinLimit(body, limits)),
  );
  fastify.addContentTypeParser('*', options, async (request: FastifyRequest, body: Buffer) =>
    RAW_PATH.test(request.url) ? body : withinLimit(body, limits),
  );
}

function withinLimit(body: Buffer, { jsonBytes }: BodyLimits): Buffer {
  if (body.length > jsonBytes)
    throw new BodyError(413, `the body has ${body.length} bytes; at most ${jsonBytes} are taken`);
  return body;
}

function parseJson(body: Buffer): unknown {
  if (body.length === 0) return undefined;
  try {
    const parsed: unknown = JSON.parse(body.toString('utf8'));
    return typeof parsed === 'string' ? JSON.parse(parsed) : parsed;
  } catch (error) {
    throw new BodyError(
      400,
      `the body is not JSON: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
