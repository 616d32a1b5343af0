import fc from 'fast-check';
import type { OpenApi } from '../openapi.ts';
import { parametersOf } from '../tenancy/native-attacks.ts';
import type { Ids } from '../tenancy/victim.ts';
import { hostileText, hostileValue } from './hostile-values.ts';
import { mutate } from './mutate.ts';

/** A list, one thing a page: its address without a token. */
export function pagedLists({ paths }: OpenApi, ids: Ids): string[] {
  return Object.entries(paths).flatMap(([template, { get }]) => {
    const names = get?.parameters?.map(({ name }) => name) ?? [];
    if (!names.includes('page_token')) return [];
    const path = [...parametersOf(template, ids)].reduce(
      (text, [name, value]) => text.replace(`{${name}}`, encodeURIComponent(value)),
      template,
    );
    const experiment = names.includes('experiment_id') ? `&experiment_id=${ids.experiment}` : '';
    return [`${path}?limit=1${experiment}`];
  });
}

/** Like the token, and not it: other values of the same form, cut, longer, of other text. */
export function forgedToken(token: string): fc.Arbitrary<string> {
  const read = readJson(token);
  const other = fc.oneof(
    hostileText.map((text) => text.toWellFormed().slice(0, 3_000)),
    fc.nat(token.length).map((cut) => token.slice(0, cut)),
    fc
      .tuple(fc.nat(token.length - 1), fc.constantFrom('A', '_', '%', 'é'))
      .map(([at, letter]) => `${token.slice(0, at)}${letter}${token.slice(at + 1)}`),
  );
  if (read === undefined) return other;
  const values = fc
    .tuple(fc.nat(20), fc.oneof(hostileValue, fc.constantFrom('', 'zzz', '-1', '1e9', 'not a date')))
    .map(([place, value]) => {
      const changed = mutate(read, { place, kind: 'replace', value, text: '' });
      return Buffer.from(JSON.stringify(changed)).toString('base64url');
    });
  return fc.oneof({ arbitrary: values, weight: 3 }, { arbitrary: other, weight: 1 });
}

/** What a token says, where it is JSON. */
function readJson(token: string): unknown {
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString()) as unknown;
  } catch {
    return undefined;
  }
}
