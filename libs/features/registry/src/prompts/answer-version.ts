import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import type { RegisteredVersion } from '@millrace/registered-models';
import { PromptVersionDto } from './prompt-versions.dto.ts';

interface WrittenVersion {
  readonly json: string;
  readonly tag: string;
}

/** Loaded versions are shared by those who ask, so each is written once. */
const written = new WeakMap<RegisteredVersion, WrittenVersion>();

/** Answers a version, or 304 to a client that has it already. */
export function answerVersion(
  version: RegisteredVersion,
  { headers }: Pick<FastifyRequest, 'headers'>,
  reply: FastifyReply,
): string | undefined {
  const { json, tag } = writeVersion(version);
  // What an alias stands for and what tags say may change: ask each time, at the price of a header.
  reply.header('etag', tag).header('cache-control', 'private, no-cache');
  if (isKnown(headers['if-none-match'], tag)) {
    reply.status(304);
    return undefined;
  }
  reply.header('content-type', 'application/json; charset=utf-8');
  return json;
}

function writeVersion(version: RegisteredVersion): WrittenVersion {
  const known = written.get(version);
  if (known) return known;
  const json = JSON.stringify(new PromptVersionDto(version));
  const made = { json, tag: `"${createHash('sha256').update(json).digest('base64url').slice(0, 22)}"` };
  written.set(version, made);
  return made;
}

/** RFC 9110, 13.1.2: weak comparison, a list, or any. */
function isKnown(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  return header
    .split(',')
    .map((each) => each.trim().replace(/^W\//, ''))
    .some((each) => each === tag || each === '*');
}
