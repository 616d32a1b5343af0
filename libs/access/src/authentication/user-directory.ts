import { Injectable } from '@nestjs/common';
import { DataSource, type FindOptionsWhere } from 'typeorm';
import { askDatabase } from '../database/ask-database.ts';
import { FreshAnswers } from '../database/fresh-answers.ts';
import { UserSession } from '../entities/user-session.entity.ts';
import { User } from '../entities/user.entity.ts';
import { WorkspaceMember } from '../entities/workspace-member.entity.ts';
import type { Role } from '../permissions/roles.ts';
import { hashSecret } from './api-key-text.ts';

/** A user, and what they are where. */
export interface KnownUser {
  readonly user: User;
  readonly roles: ReadonlyMap<string, Role>;
}

/** Finds users by what they show. What was taken away may hold for 5 s more; while PostgreSQL is down, those known before still do. */
@Injectable()
export class UserDirectory {
  private readonly byId = new FreshAnswers((id) => this.ask({ id }));
  private readonly byName = new FreshAnswers((name) => this.ask({ name }));
  private readonly sessions = new FreshAnswers((tokenHash) => this.askSession(tokenHash));

  constructor(private readonly dataSource: DataSource) {}

  /** Whose session it is; undefined for one that has ended, or whose user may not sign in any more. Throws Unavailable. */
  async findBySession(token: string): Promise<KnownUser | undefined> {
    const session = await this.sessions.get(sessionHash(token));
    if (!session || session.expirationTime <= Date.now()) return undefined;
    const known = await this.byId.get(session.userId);
    return known?.user.isDisabled === true ? undefined : known;
  }

  /** Undefined for a name that is not there, or whose user may not sign in any more. Throws Unavailable. */
  async findByName(name: string): Promise<KnownUser | undefined> {
    const known = await this.byName.get(name.toLowerCase());
    return known?.user.isDisabled === true ? undefined : known;
  }

  /** For the process that has just changed them. */
  forgetUser({ id, name }: Pick<User, 'id' | 'name'>): void {
    this.byId.forget(id);
    this.byName.forget(name);
  }

  forgetSession(token: string): void {
    this.sessions.forget(sessionHash(token));
  }

  private ask(where: FindOptionsWhere<User>): Promise<KnownUser | undefined> {
    return askDatabase(this.dataSource, async (manager) => {
      const user = await manager.findOneBy(User, where);
      if (!user) return undefined;
      const memberships = await manager.findBy(WorkspaceMember, { userId: user.id });
      return { user, roles: new Map(memberships.map(({ workspaceId, role }) => [workspaceId, role])) };
    });
  }

  private async askSession(tokenHash: string): Promise<UserSession | undefined> {
    const found = await askDatabase(this.dataSource, (manager) =>
      manager.findOneBy(UserSession, { tokenHash }),
    );
    return found ?? undefined;
  }
}

/** What is kept of a session's token. */
export function sessionHash(token: string): string {
  return hashSecret(token).toString('hex');
}
