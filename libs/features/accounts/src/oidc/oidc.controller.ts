import { Controller, Get, HttpStatus, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { readCookie } from '@millrace/access';
import { Rejected } from '@millrace/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { BrowserSessions } from '../sign-in/browser-sessions.service.ts';
import { isSecure, sessionCookie } from '../sign-in/session-cookie.ts';
import { OidcClient, type OidcTrip } from './oidc-client.ts';
import { OidcUsers } from './oidc-users.service.ts';

const TRIP_COOKIE = 'millrace_trip';
/** How long somebody may take to sign in with the issuer, in seconds. */
const TRIP_SECONDS = 600;
const tripSchema = z.object({ state: z.string(), nonce: z.string(), verifier: z.string() });

/** Signing in by OpenID Connect: to the issuer, and back. For browsers, not for programs. */
@ApiExcludeController()
@Controller('auth/oidc')
export class OidcController {
  constructor(
    private readonly client: OidcClient,
    private readonly users: OidcUsers,
    private readonly sessions: BrowserSessions,
  ) {}

  @Get()
  async begin(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { address, trip } = await this.client.begin();
    void reply.header('set-cookie', tripCookie(request, trip));
    await reply.redirect(address.href, HttpStatus.FOUND);
  }

  @Get('callback')
  async finish(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const query = request.url.split('?')[1] ?? '';
    const identity = await this.client.finish(query, readTrip(request));
    const token = await this.sessions.begin(await this.users.find(identity), request.ip);
    void reply.header('set-cookie', [tripCookie(request, undefined), sessionCookie(request, token)]);
    await reply.redirect('/', HttpStatus.FOUND);
  }
}

/** `Lax`: the issuer sends the browser back from another site. */
function tripCookie(request: FastifyRequest, trip: OidcTrip | undefined): string {
  const value = trip === undefined ? '' : Buffer.from(JSON.stringify(trip)).toString('base64url');
  const parts = [`${TRIP_COOKIE}=${value}`, 'Path=/auth/oidc', 'HttpOnly', 'SameSite=Lax'];
  const age = `Max-Age=${trip === undefined ? 0 : TRIP_SECONDS}`;
  return [...parts, age, ...(isSecure(request) ? ['Secure'] : [])].join('; ');
}

function readTrip({ headers }: FastifyRequest): OidcTrip {
  const text = readCookie(headers.cookie, TRIP_COOKIE) ?? '';
  const trip = tripSchema.safeParse(parseJson(Buffer.from(text, 'base64url').toString('utf8')));
  if (trip.success) return trip.data;
  throw new Rejected(
    'This browser did not set out to sign in, or took longer than ten minutes: sign in again.',
    'unauthenticated',
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
