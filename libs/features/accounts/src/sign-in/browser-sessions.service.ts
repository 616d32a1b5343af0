import { Injectable } from '@nestjs/common';
import { DataSource, LessThan } from 'typeorm';
import {
  askDatabase,
  AuditTrail,
  hashPassword,
  isPassword,
  PasswordSignIn,
  sessionHash,
  User,
  UserDirectory,
  UserSession,
  type NewAuditEntry,
  type Principal,
} from '@millrace/access';
import { Rejected } from '@millrace/domain';
import { randomBytes } from 'node:crypto';
import { checkPassword } from '../users/user-names.ts';
import { SESSION_MS } from './session-cookie.ts';

/** What the audit log calls it. */
const SIGN_IN = 'sign in';

/** Browsers that are signed in. Throws Unavailable while PostgreSQL is down. */
@Injectable()
export class BrowserSessions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly passwords: PasswordSignIn,
    private readonly users: UserDirectory,
    private readonly audit: AuditTrail,
  ) {}

  /** The token of a new session. Throws Rejected('unauthenticated'), Throttled. */
  async signIn(name: string, password: string, address: string): Promise<string> {
    try {
      const { user } = await this.passwords.identify(name, password, address);
      return await this.begin(user, address);
    } catch (error) {
      const isWrong = error instanceof Rejected && error.reason === 'unauthenticated';
      if (isWrong) await this.note({ actorName: name.slice(0, 255), outcome: 'refused', address });
      throw error;
    }
  }

  /** For someone whose identity is proven. */
  async begin({ id, name }: Pick<User, 'id' | 'name'>, address: string): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const now = Date.now();
    await askDatabase(this.dataSource, (manager) =>
      manager.transaction(async (within) => {
        await within.delete(UserSession, { expirationTime: LessThan(now) });
        await within.insert(UserSession, {
          tokenHash: sessionHash(token),
          userId: id,
          creationTime: now,
          expirationTime: now + SESSION_MS,
        });
        await within.update(User, id, { lastSignInTime: now });
      }),
    );
    await this.note({ actorKind: 'user', actorId: id, actorName: name, address });
    return token;
  }

  async end(token: string): Promise<void> {
    await askDatabase(this.dataSource, (manager) =>
      manager.delete(UserSession, { tokenHash: sessionHash(token) }),
    );
    this.users.forgetSession(token);
  }

  /** Ends all their sessions. Throws Rejected for a wrong old or an unfit new one. */
  async changePassword({ kind, id }: Principal, old: string, password: string): Promise<void> {
    if (kind !== 'user')
      throw new Rejected('Only a user has a password: sign in as one.', 'permission-denied');
    checkPassword(password);
    const user = await askDatabase(this.dataSource, (manager) => manager.findOneByOrFail(User, { id }));
    if (!(await isPassword(old, user.passwordHash))) {
      throw new Rejected('The old password is wrong.', 'permission-denied');
    }
    const passwordHash = await hashPassword(password);
    await askDatabase(this.dataSource, (manager) =>
      manager.transaction(async (within) => {
        await within.update(User, id, { passwordHash });
        await within.delete(UserSession, { userId: id });
      }),
    );
    this.users.forgetUser(user);
  }

  private note(entry: Partial<NewAuditEntry> & Pick<NewAuditEntry, 'address'>): Promise<void> {
    return this.audit.note({
      time: Date.now(),
      workspaceId: null,
      actorKind: 'nobody',
      actorId: '',
      actorName: '',
      action: SIGN_IN,
      target: '{}',
      outcome: 'done',
      ...entry,
    });
  }
}
