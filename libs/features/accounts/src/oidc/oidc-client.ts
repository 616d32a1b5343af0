import { Injectable } from '@nestjs/common';
import { Rejected, Unavailable } from '@millrace/domain';
import * as oidc from 'openid-client';
import { AccountsOptions } from '../accounts.config.ts';
import type { OidcConfig } from './oidc.config.ts';

/** What a browser must bring back to prove that it is the one that set out. */
export interface OidcTrip {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Whom the issuer vouches for. */
export interface OidcIdentity {
  readonly issuer: string;
  readonly subject: string;
  /** Of an address that the issuer has verified. */
  readonly email: string | undefined;
  readonly preferredName: string | undefined;
  readonly displayName: string;
}

/** Asks the issuer: the code flow with PKCE. Throws Rejected for what it does not vouch for, Unavailable while it can't be reached. */
@Injectable()
export class OidcClient {
  private discovered: Promise<oidc.Configuration> | undefined;

  constructor(private readonly options: AccountsOptions) {}

  /** Where a browser goes to sign in, and what it takes along. */
  async begin(): Promise<{ address: URL; trip: OidcTrip }> {
    const config = this.requireConfig();
    const issuer = await this.discover(config);
    const trip = {
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      verifier: oidc.randomPKCECodeVerifier(),
    };
    const address = oidc.buildAuthorizationUrl(issuer, {
      redirect_uri: config.callback.href,
      scope: config.scopes,
      state: trip.state,
      nonce: trip.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(trip.verifier),
      code_challenge_method: 'S256',
    });
    return { address, trip };
  }

  /** @param query of the address that the issuer sent the browser to. */
  async finish(query: string, trip: OidcTrip): Promise<OidcIdentity> {
    const config = this.requireConfig();
    const issuer = await this.discover(config);
    const came = new URL(config.callback);
    came.search = query;
    const tokens = await oidc
      .authorizationCodeGrant(issuer, came, {
        expectedState: trip.state,
        expectedNonce: trip.nonce,
        pkceCodeVerifier: trip.verifier,
        idTokenExpected: true,
      })
      .catch((error: unknown) => Promise.reject(explain(error, config)));
    return toIdentity(await allClaims(issuer, tokens, config));
  }

  private requireConfig(): OidcConfig {
    const { oidc: config } = this.options;
    if (config) return config;
    throw new Rejected(
      'Nobody signs in by OpenID Connect here: MILLRACE_OIDC_ISSUER is not set.',
      'not-found',
    );
  }

  /** Once; what failed is tried again by the next browser. */
  private discover(config: OidcConfig): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = config;
    // Only an operator can name an issuer without TLS, for a test.
    const execute = issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : [];
    this.discovered ??= oidc
      .discovery(issuer, clientId, clientSecret, undefined, { execute })
      .catch((error: unknown) => {
        this.discovered = undefined;
        throw explain(error, config);
      });
    return this.discovered;
  }
}

/** Some issuers tell everything in the token, others only who it is, and the rest when asked. */
async function allClaims(
  issuer: oidc.Configuration,
  tokens: oidc.TokenEndpointResponse & oidc.TokenEndpointResponseHelpers,
  config: OidcConfig,
): Promise<oidc.IDToken> {
  const claims = tokens.claims();
  if (!claims) throw new Rejected(`${config.name} told nothing of who you are.`, 'unauthenticated');
  const isAskable = issuer.serverMetadata().userinfo_endpoint !== undefined;
  if (claims['email'] !== undefined || !isAskable) return claims;
  const told = await oidc
    .fetchUserInfo(issuer, tokens.access_token, claims.sub)
    .catch((error: unknown) => Promise.reject(explain(error, config)));
  return { ...told, ...claims };
}

function toIdentity(claims: oidc.IDToken): OidcIdentity {
  const textOf = (claim: string): string | undefined => {
    const value = claims[claim];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const email = claims['email_verified'] === true ? textOf('email') : undefined;
  return {
    issuer: claims.iss,
    subject: claims.sub,
    email,
    preferredName: textOf('preferred_username'),
    displayName: textOf('name') ?? '',
  };
}

/** The issuer's refusals are final; that it does not answer is not. */
function explain(error: unknown, { name }: OidcConfig): Error {
  const cause = error instanceof Error ? error : new Error(String(error));
  const isUnreachable = cause instanceof TypeError || ('code' in cause && cause.code === 'OAUTH_TIMEOUT');
  if (isUnreachable) return new Unavailable(`${name} can't be reached: try again soon.`, 5_000, { cause });
  return new Rejected(`${name} does not vouch for you: ${cause.message}. Sign in again.`, 'unauthenticated', {
    cause,
  });
}
