import { ForbiddenException } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isIP } from 'node:net';

/** Which pages of browsers may do what. */
export interface BrowserRules {
  /** Origins whose pages may call as our own do: `https://app.example`. */
  readonly allowedOrigins: readonly string[];
  /**
   * Names under which this server is called, besides addresses and `localhost`; undefined: any. A page that gives its own name an address of
   * this machine (DNS rebinding) is found out by it.
   */
  readonly allowedHosts?: readonly string[] | undefined;
}

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);
const ALLOWED_HEADERS =
  'authorization, content-type, content-encoding, x-mlflow-workspace, x-mlflow-experiment-id';
/** What no answer of the API is used for by a browser that asked for data. Pages of the web UI set their own. */
const HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
} as const;

/** Refuses what pages of other sites make a browser do, and answers the pages that are allowed (CORS). */
export function guardBrowsers(
  fastify: FastifyInstance,
  { allowedOrigins, allowedHosts }: BrowserRules,
): void {
  const origins = new Set(allowedOrigins);
  fastify.addHook('onRequest', async (request, reply) => {
    void reply.headers(HEADERS);
    if (allowedHosts) checkHost(request, allowedHosts);
    const { origin } = request.headers;
    if (origin === undefined || isOwn(request, origin)) return checkSite(request);
    if (!origins.has(origin)) return refuseOther(request, origin);
    void reply.headers({ 'access-control-allow-origin': origin, vary: 'origin' });
    if (request.method !== 'OPTIONS') return;
    await reply
      .headers({
        'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
        'access-control-allow-headers': ALLOWED_HEADERS,
        'access-control-max-age': '600',
      })
      .code(204)
      .send();
  });
}

function checkHost({ headers }: FastifyRequest, allowedHosts: readonly string[]): void {
  const name = hostname(headers.host ?? '');
  const plain = name.replace(/^\[|\]$/g, '');
  if (name === '' || name === 'localhost' || isIP(plain) > 0 || allowedHosts.includes(name)) return;
  throw new ForbiddenException(
    `this server is not called '${name.slice(0, 100)}': use its address or localhost, or add the name to MILLRACE_ALLOWED_HOSTS`,
  );
}

/** A browser that tells no origin still tells whether another site asked. */
function checkSite(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site'];
  if (READING.has(request.method) || site === undefined || site === 'same-origin' || site === 'none') return;
  refuseOther(request, 'another site');
}

function refuseOther({ method }: FastifyRequest, origin: string): void {
  if (READING.has(method)) return;
  throw new ForbiddenException(
    `a page of ${origin.slice(0, 100)} may not change anything here: add its origin to MILLRACE_ALLOWED_ORIGINS if it should`,
  );
}

function isOwn({ headers }: FastifyRequest, origin: string): boolean {
  const own = [headers.host, headers['x-forwarded-host']].filter((host) => typeof host === 'string');
  return URL.canParse(origin) && own.includes(new URL(origin).host);
}

function hostname(host: string): string {
  return host.toLowerCase().replace(/:\d+$/, '');
}
