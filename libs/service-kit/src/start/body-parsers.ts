import { Readable } from 'node:stream';
import { BadRequestException } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify';
import { streamedBodyLimit } from './streamed-body.ts';

/** OTLP paths: the receiver reads their bytes itself, whatever their type and encoding. */
const RAW_PATH = /^\/v1\//;
/** The MLflow client sends all records of a dataset at once. */
const BULK_PATH = /\/datasets\/:[^/]+\/records$/;

export interface BodyLimits {
  /** Of OTLP requests as they come, compressed or not, and of records of datasets; bytes. */
  readonly otlpBytes: number;
  /** Of every other request; bytes. */
  readonly jsonBytes: number;
}

export const DEFAULT_BODY_LIMITS: BodyLimits = { otlpBytes: 64 * 1024 * 1024, jsonBytes: 10 * 1024 * 1024 };

/** Buffers for OTLP, nothing for streamed bodies, parsed JSON for the rest. An empty JSON body is none; a JSON string that holds JSON is parsed twice, as MLflow does. */
export function useBodyParsers(fastify: FastifyInstance, limits: BodyLimits): void {
  fastify.addHook('onRoute', (route) => {
    leaveStreamed(route);
    const isLarge = RAW_PATH.test(route.url) || BULK_PATH.test(route.url);
    route.bodyLimit ??= isLarge ? limits.otlpBytes : limits.jsonBytes;
  });
  fastify.removeAllContentTypeParsers();
  const asBuffer = { parseAs: 'buffer' } as const;
  fastify.addContentTypeParser('application/json', asBuffer, async (request: FastifyRequest, body: Buffer) =>
    RAW_PATH.test(request.url) ? body : parseJson(body),
  );
  fastify.addContentTypeParser('*', asBuffer, async (_: FastifyRequest, body: Buffer) => body);
}

/** A parser gets nothing of a body that the handler reads itself, from `request.raw`. */
function leaveStreamed(route: RouteOptions): void {
  const limit = streamedBodyLimit(route.config);
  if (limit === undefined) return;
  route.bodyLimit = limit;
  route.preParsing = async ({ headers }) => {
    const receivedEncodedLength = Number(headers['content-length'] ?? 0);
    return Object.assign(Readable.from([]), { receivedEncodedLength });
  };
}

function parseJson(body: Buffer): unknown {
  if (body.length === 0) return undefined;
  try {
    const parsed: unknown = JSON.parse(body.toString('utf8'));
    return typeof parsed === 'string' ? JSON.parse(parsed) : parsed;
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error);
    throw new BadRequestException(`the body is not JSON: ${fault}`, { cause: error });
  }
}
