import type { FastifyRequest } from 'fastify';

/** Where the client of a request reaches this server, as far as it and the proxies before it say; without a slash at the end. */
export function publicAddress({ headers, protocol, host }: FastifyRequest): string {
  const forwarded = (name: string): string | undefined =>
    String(headers[name] ?? '')
      .split(',')[0]
      ?.trim() || undefined;
  const scheme = forwarded('x-forwarded-proto') === 'https' ? 'https' : protocol;
  const prefix = (forwarded('x-forwarded-prefix') ?? '').replace(/\/+$/, '');
  return `${scheme}://${forwarded('x-forwarded-host') ?? host}${prefix}`;
}
