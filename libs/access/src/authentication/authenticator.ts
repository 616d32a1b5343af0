import { Injectable } from '@nestjs/common';
import { Rejected } from '@millrace/domain';
import type { ApiKey } from '../entities/api-key.entity.ts';
import { KeyUses } from '../audit/key-uses.ts';
import { hashSecret, matchesHash } from './api-key-text.ts';
import { ApiKeyDirectory } from './api-key-directory.ts';
import { AuthenticationConfig } from './authentication-config.ts';
import { readCredential, type Credential } from './credentials.ts';
import { PasswordSignIn } from './password-sign-in.ts';
import { ANYONE, type Principal } from './principal.ts';
import { UserDirectory, type KnownUser } from './user-directory.ts';

/** What a request shows of whoever sends it. */
export interface Caller {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, unknown>>;
  /** Where it comes from. */
  readonly ip?: string;
}

const SIGN_IN =
  'send an API key as `authorization: Bearer <key>` (MLFLOW_TRACKING_TOKEN), or a name and password (MLFLOW_TRACKING_USERNAME, MLFLOW_TRACKING_PASSWORD)';

/** Finds out who calls. */
@Injectable()
export class Authenticator {
  constructor(
    private readonly config: AuthenticationConfig,
    private readonly keys: ApiKeyDirectory,
    private readonly users: UserDirectory,
    private readonly passwords: PasswordSignIn,
    private readonly keyUses: KeyUses,
  ) {}

  /** Throws Rejected('unauthenticated') for nobody it knows, Throttled, Unavailable. */
  async identify({ headers, ip = '' }: Caller): Promise<Principal> {
    if (!this.config.isRequired) return ANYONE;
    const credential = readCredential(headers);
    if (!credential) throw new Rejected(`Nobody is signed in: ${SIGN_IN}.`, 'unauthenticated');
    return this.check(credential, ip);
  }

  /** Whether it shows the token that is for metrics alone. */
  mayScrape({ headers }: Caller): boolean {
    const { metricsToken } = this.config;
    const { authorization } = headers;
    if (metricsToken === undefined || typeof authorization !== 'string') return false;
    return matchesHash(authorization, hashSecret(`Bearer ${metricsToken}`));
  }

  private async check(credential: Credential, address: string): Promise<Principal> {
    if (credential.kind === 'key') {
      const key = await this.keys.find(credential.key);
      if (key) {
        this.keyUses.note(key, address);
        return ofKey(key);
      }
      throw new Rejected(
        'The API key is not known here, was revoked or has expired: ask an administrator of the workspace for one.',
        'unauthenticated',
      );
    }
    if (credential.kind === 'password') {
      return ofUser(await this.passwords.identify(credential.name, credential.password, address));
    }
    if (credential.kind === 'session') {
      const known = await this.users.findBySession(credential.token);
      if (known) return ofUser(known);
      throw new Rejected('The session has ended: sign in again.', 'unauthenticated');
    }
    throw new Rejected(`The authorization header can't be read: ${SIGN_IN}.`, 'unauthenticated');
  }
}

function ofKey({ id, name, workspaceId, role, experimentId }: ApiKey): Principal {
  return {
    kind: 'key',
    id,
    name,
    isOperator: false,
    roles: new Map([[workspaceId, role]]),
    experimentId: experimentId ?? undefined,
  };
}

function ofUser({ user, roles }: KnownUser): Principal {
  return {
    kind: 'user',
    id: user.id,
    name: user.name,
    isOperator: user.isOperator,
    roles,
    experimentId: undefined,
  };
}
