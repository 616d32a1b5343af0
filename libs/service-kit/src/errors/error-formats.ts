import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Answers a failed request in the words of its protocol. */
export type WriteError = (error: unknown, request: FastifyRequest, reply: FastifyReply) => void;

/** Protocols whose errors have a form of their own, by the beginning of their paths; those of the framework included. */
@Injectable()
export class ErrorFormats {
  private readonly formats = new Map<string, WriteError>();

  register(pathPrefix: string, write: WriteError): void {
    this.formats.set(pathPrefix, write);
  }

  find(url: string): WriteError | undefined {
    for (const [prefix, write] of this.formats) if (url.startsWith(prefix)) return write;
    return undefined;
  }
}
