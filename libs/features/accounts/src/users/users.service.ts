import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  askDatabase,
  changeDatabase,
  hashPassword,
  User,
  UserDirectory,
  UserSession,
  type Principal,
} from '@millrace/access';
import { Rejected } from '@millrace/domain';
import { checkLength } from '@millrace/service-kit';
import { randomUUID } from 'node:crypto';
import { checkPassword, parseUserName } from './user-names.ts';

const LONGEST_DISPLAY_NAME = 255;

export interface NewUser {
  readonly name: string;
  readonly displayName: string;
  /** Absent for who signs in elsewhere only. */
  readonly password?: string | undefined;
  readonly isOperator: boolean;
}

/** What is absent stays. */
export interface UserChange {
  readonly displayName?: string | undefined;
  readonly password?: string | undefined;
  readonly isOperator?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
}

/** Who may sign in. Throws Rejected for what can't be, Unavailable while PostgreSQL is down. */
@Injectable()
export class UsersService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly directory: UserDirectory,
  ) {}

  /** By name. */
  list(): Promise<User[]> {
    return askDatabase(this.dataSource, (manager) => manager.find(User, { order: { name: 'ASC' } }));
  }

  async create({ name, displayName, password, isOperator }: NewUser): Promise<User> {
    const login = parseUserName(name);
    checkLength('The display name of a user', displayName, LONGEST_DISPLAY_NAME);
    if (password !== undefined) checkPassword(password);
    const passwordHash = password === undefined ? null : await hashPassword(password);
    return changeDatabase(this.dataSource, `There is a user '${login}' already.`, async (manager) => {
      const user = manager.create(User, {
        id: randomUUID(),
        name: login,
        displayName,
        passwordHash,
        isOperator,
        creationTime: Date.now(),
      });
      await manager.insert(User, { ...user });
      return user;
    });
  }

  /** A new password, and being shut out, end the user's sessions. */
  async change(id: string, { password, ...change }: UserChange, by: Principal): Promise<User> {
    if (change.displayName !== undefined) {
      checkLength('The display name of a user', change.displayName, LONGEST_DISPLAY_NAME);
    }
    if (password !== undefined) checkPassword(password);
    const passwordHash = password === undefined ? undefined : await hashPassword(password);
    const user = await this.within(async (manager) => {
      const found = await lockUser(manager, id);
      const isLeaving = change.isOperator === false || change.isDisabled === true;
      if (found.isOperator && isLeaving) await keepAnOperator(manager, found, by);
      Object.assign(found, definedOf({ ...change, passwordHash }));
      await manager.update(User, id, { ...found });
      if (passwordHash !== undefined || found.isDisabled) await manager.delete(UserSession, { userId: id });
      return found;
    });
    this.directory.forgetUser(user);
    return user;
  }

  async delete(id: string, by: Principal): Promise<void> {
    const user = await this.within(async (manager) => {
      const found = await lockUser(manager, id);
      if (found.isOperator) await keepAnOperator(manager, found, by);
      await manager.delete(User, id);
      return found;
    });
    this.directory.forgetUser(user);
  }

  private within<Result>(work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return askDatabase(this.dataSource, (manager) => manager.transaction(work));
  }
}

async function lockUser(manager: EntityManager, id: string): Promise<User> {
  const found = await manager.findOne(User, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (found) return found;
  throw new Rejected(`There is no user with the id '${id.slice(0, 100)}'.`, 'not-found');
}

/** Nobody locks themselves out, nor everybody. */
async function keepAnOperator(manager: EntityManager, user: User, by: Principal): Promise<void> {
  if (user.id === by.id) {
    throw new Rejected('You can not take this from yourself: ask another operator.');
  }
  // Locked, so that two operators can't remove each other at the same time.
  const others = await manager.find(User, {
    where: { isOperator: true, isDisabled: false },
    lock: { mode: 'pessimistic_write' },
    order: { id: 'ASC' },
  });
  if (others.every(({ id }) => id === user.id)) {
    throw new Rejected(`'${user.name}' is the only operator: make another one first.`);
  }
}

function definedOf(fields: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
