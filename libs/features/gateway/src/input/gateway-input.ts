import { randomUUID } from 'node:crypto';
import { Rejected } from '@millrace/domain';

const LONGEST_NAME = 255;
/** It becomes part of addresses: `gateway:/<name>`, `/gateway/<name>/…`. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9._:@ -]*$/;

/** A new id, such as `e-` and 32 hexadecimal digits. */
export function newId(prefix: 's' | 'd' | 'e' | 'm'): string {
  return `${prefix}-${randomUUID().replaceAll('-', '')}`;
}

/** Throws Rejected for a text that can be no name; `what` begins the sentence. */
export function checkName(what: string, name: string): void {
  if (name.length <= LONGEST_NAME && NAME.test(name)) return;
  throw new Rejected(
    `${what} '${name.slice(0, 50)}' can't be used: it has 1 to ${LONGEST_NAME} letters, digits, spaces and . _ : @ -, and begins with a letter or digit.`,
  );
}

/** By id or by name, exactly one of them. Throws Rejected for both or neither. */
export function byIdOrName(
  words: { readonly id: string; readonly name: string },
  asked: { readonly id?: string | undefined; readonly name?: string | undefined },
): { readonly id: string } | { readonly name: string } {
  const { id, name } = asked;
  if (id !== undefined && name === undefined) return { id };
  if (name !== undefined && id === undefined) return { name };
  throw new Rejected(`Exactly one of ${words.id} or ${words.name} must be provided`);
}

/** The answer to a wrong id or name, the same everywhere. */
export function notFound(kind: string, asked: Readonly<Record<string, string>>): never {
  const what = Object.entries(asked)
    .map(([key, value]) => `${key}='${value}'`)
    .join(', ');
  throw new Rejected(`${kind} not found (${what})`, 'not-found');
}
