import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { changeDatabase, User, UserDirectory } from '@millrace/access';
import { Rejected } from '@millrace/domain';
import { randomUUID } from 'node:crypto';
import { parseUserName } from '../users/user-names.ts';
import type { OidcIdentity } from './oidc-client.ts';

/** Users whom an issuer vouches for. Throws Rejected for who may not sign in, Unavailable while PostgreSQL is down. */
@Injectable()
export class OidcUsers {
  constructor(
    private readonly dataSource: DataSource,
    private readonly directory: UserDirectory,
  ) {}

  /** The user of an identity: known from before, waiting for it without a password, or new and of no workspace yet. */
  async find(identity: OidcIdentity): Promise<User> {
    const name = parseUserName(identity.email ?? identity.preferredName ?? identity.subject);
    const taken = `There is another user '${name}': ask an operator.`;
    const user = await changeDatabase(this.dataSource, taken, async (manager) => {
      const known = await manager.findOneBy(User, {
        oidcIssuer: identity.issuer,
        oidcSubject: identity.subject,
      });
      return known ?? (await adopt(manager, name, identity)) ?? create(manager, name, identity);
    });
    if (user.isDisabled)
      throw new Rejected('You may not sign in any more: ask an operator.', 'permission-denied');
    this.directory.forgetUser(user);
    return user;
  }
}

/** Whoever has a password has proven more than an address: nobody takes their place by one. */
async function adopt(
  manager: EntityManager,
  name: string,
  { issuer, subject, email }: OidcIdentity,
): Promise<User | undefined> {
  const waiting = await manager.findOne(User, { where: { name }, lock: { mode: 'pessimistic_write' } });
  if (!waiting) return undefined;
  if (email === undefined || waiting.passwordHash !== null || waiting.oidcSubject !== null) {
    throw new Rejected(
      `There is a user '${name}' who signs in otherwise: use the password, or ask an operator.`,
      'permission-denied',
    );
  }
  await manager.update(User, waiting.id, { oidcIssuer: issuer, oidcSubject: subject });
  return Object.assign(waiting, { oidcIssuer: issuer, oidcSubject: subject });
}

async function create(
  manager: EntityManager,
  name: string,
  { issuer, subject, displayName }: OidcIdentity,
): Promise<User> {
  const user = manager.create(User, {
    id: randomUUID(),
    name,
    displayName: displayName.slice(0, 255),
    oidcIssuer: issuer,
    oidcSubject: subject,
    creationTime: Date.now(),
  });
  await manager.insert(User, { ...user });
  return user;
}
