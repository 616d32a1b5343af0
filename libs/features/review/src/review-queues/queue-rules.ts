import { Rejected } from '@millrace/domain';
import { checkText } from '@millrace/service-kit';
import type { QueueKind } from './review-queue.entity.ts';

const LONGEST_NAME = 250;
const LONGEST_USER = 250;
const LONGEST_SCHEMA_ID = 250;
const MOST_USERS = 10;
/** The queue of everybody on a server without sign-in. */
const RESERVED_NAME = 'default';

/** What a queue is made of, as it is stored. */
export interface QueueParts {
  readonly name: string;
  readonly users: readonly string[];
  readonly schemaIds: readonly string[];
}

/** Brings names into their one spelling. Throws Rejected for what a queue of this kind can't be. */
export function queueParts(kind: QueueKind, given: QueueParts): QueueParts {
  const users = normalUsers(given.users);
  const schemaIds = normalSchemaIds(given.schemaIds);
  if (kind === 'custom') return { name: customName(given.name), users, schemaIds };
  const name = normalUser(given.name);
  if (users.length > 1 || (users.length === 1 && users[0] !== name)) {
    throw new Rejected(
      `A user queue has exactly one user, its name: it is named '${name}' and users are '${users.join("', '")}'.`,
    );
  }
  if (schemaIds.length > 0) {
    throw new Rejected('A user queue asks all questions of its experiment: leave schema_ids out.');
  }
  return { name, users: [name], schemaIds };
}

export function customName(given: string): string {
  const name = given.trim();
  checkText('The name of a review queue', name, LONGEST_NAME);
  if (name.toLowerCase() !== RESERVED_NAME) return name;
  throw new Rejected(`'${name}' is a reserved queue name and cannot be used for a custom queue.`);
}

/** In lower case, so that a user matches the source of their assessments however it is spelled. */
export function normalUser(given: string): string {
  const user = given.trim().toLowerCase();
  checkText('A user of a review queue', user, LONGEST_USER);
  return user;
}

/** Sorted, each once. */
export function normalUsers(given: readonly string[]): string[] {
  const users = [...new Set(given.map(normalUser))].sort();
  if (users.length <= MOST_USERS) return users;
  throw new Rejected(`A review queue has at most ${MOST_USERS} users, not ${users.length}.`);
}

/** Sorted, each once. */
export function normalSchemaIds(given: readonly string[]): string[] {
  const ids = given.map((id) => id.trim());
  for (const id of ids) checkText('The id of a label schema', id, LONGEST_SCHEMA_ID);
  return [...new Set(ids)].sort();
}

export function normalOwner(given: string): string {
  const owner = given.trim();
  checkText('The owner of a review queue', owner, LONGEST_USER);
  return owner;
}
