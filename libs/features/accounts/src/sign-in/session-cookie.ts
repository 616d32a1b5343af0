import { SESSION_COOKIE } from '@millrace/access';
import type { FastifyRequest } from 'fastify';

/** How long a browser stays signed in, in milliseconds. */
export const SESSION_MS = 14 * 24 * 3_600_000;

/**
 * `Strict`: no other site's page makes a request that carries it. `Secure` where the browser's side is https, as a proxy in
 * front says; a script of a page can't read it.
 */
export function sessionCookie(request: FastifyRequest, token: string, maxAgeMs = SESSION_MS): string {
  const parts = [`${SESSION_COOKIE}=${token}`, 'Path=/', 'HttpOnly', 'SameSite=Strict'];
  return [...parts, `Max-Age=${Math.floor(maxAgeMs / 1000)}`, ...(isSecure(request) ? ['Secure'] : [])].join(
    '; ',
  );
}

/** Whether the browser's side is https. */
export function isSecure({ protocol, headers }: FastifyRequest): boolean {
  return protocol === 'https' || headers['x-forwarded-proto'] === 'https';
}
