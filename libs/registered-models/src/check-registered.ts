import { Rejected } from '@millrace/domain';
import { checkLength, checkText } from '@millrace/service-kit';
import type { RegisteredKind } from './entities/registered-model.entity.ts';

const LONGEST_NAME = 256;
const LONGEST_ALIAS = 255;
const LONGEST_TAG_KEY = 250;
const LONGEST_TAG_VALUE = 100_000;
const LONGEST_DESCRIPTION = 100_000;
const HIGHEST_VERSION = 2 ** 31 - 1;

/** A key and its value. */
export interface Tag {
  readonly key: string;
  readonly value: string;
}

/** Throws Rejected for a name that a prompt or model can't have: names stand in URIs such as `prompts:/name/1`. */
export function checkName(name: string, kind: RegisteredKind): void {
  checkText(`Invalid value for parameter 'name': the name of a ${kind}`, name, LONGEST_NAME);
  if (kind === 'prompt' && !/^[A-Za-z0-9_.-]+$/.test(name)) {
    throw new Rejected(
      `Invalid prompt name '${name}': use letters, digits, underscores, hyphens and dots, for example support.greeting.`,
    );
  }
  if (/[/:]/.test(name)) {
    throw new Rejected(`Invalid model name '${name}'. Names cannot contain '/' or ':'.`);
  }
  if (/^\.+$/.test(name)) throw new Rejected(`Invalid ${kind} name '${name}': it must not be dots alone.`);
}

/** Throws Rejected for a text that no alias can be. */
export function checkAlias(alias: string): void {
  checkText('An alias', alias, LONGEST_ALIAS);
  if (!/^[\p{L}\p{N}_-]+$/u.test(alias)) {
    throw new Rejected(
      `Invalid alias name: '${alias}'. Names may only contain alphanumerics, underscores (_), and dashes (-).`,
    );
  }
}

/** Throws Rejected also for the aliases that mean something by themselves. */
export function checkNewAlias(alias: string): void {
  checkAlias(alias);
  if (isLatest(alias)) throw new Rejected("'latest' alias name (case insensitive) is reserved.");
  if (/^v\d+$/i.test(alias)) throw new Rejected(`Version alias name '${alias}' is reserved.`);
}

/** Whether an alias stands for the highest version there is. */
export function isLatest(alias: string): boolean {
  return alias.toLowerCase() === 'latest';
}

/** Throws Rejected for a key or value that is too long or a key that is empty; `owner` begins a name, e.g. `prompt version`. */
export function checkTags(owner: string, tags: readonly Tag[]): void {
  for (const { key, value } of tags) {
    checkText(`The key of a ${owner} tag`, key, LONGEST_TAG_KEY);
    checkLength(`The value of a ${owner} tag`, value, LONGEST_TAG_VALUE);
  }
}

/** Throws Rejected for one that is too long. */
export function checkDescription(description: string): void {
  checkLength('A description', description, LONGEST_DESCRIPTION);
}

/** The number of a version. Throws Rejected for a text that is none. */
export function parseVersion(text: string): number {
  const version = /^\d{1,10}$/.test(text) ? Number(text) : 0;
  if (version >= 1 && version <= HIGHEST_VERSION) return version;
  throw new Rejected(`Parameter 'version' must be a positive integer, got '${text.slice(0, 100)}'.`);
}

/** The last word on each key. */
export function lastByKey(tags: readonly Tag[]): Tag[] {
  return [...new Map(tags.map(({ key, value }) => [key, value]))].map(([key, value]) => ({ key, value }));
}
