import {
  TOKEN_COUNTS,
  type Convention,
  type FirstTokenRule,
  type PayloadTarget,
  type TextTarget,
  type TokenCount,
} from './convention.ts';
import { CONVENTIONS } from './registry.ts';
import { BILL_KEYS } from './tokens/read-bill.ts';

/** Where the values of a span's attributes go; the index is the place in a draft. */
export const TARGETS = [
  'type',
  'inputs',
  'outputs',
  'model',
  'provider',
  'sessionId',
  'userId',
  'messageFormat',
  'promptName',
  'promptVersion',
  'loggedModel',
  'tools',
  'documents',
  'timeToFirstToken',
] as const satisfies readonly (
  'type' | TextTarget | PayloadTarget | 'tools' | 'documents' | 'timeToFirstToken'
)[];

/** How the count in one attribute, or in one field of a usage, is to be read. */
export interface CountRule extends RulePlace {
  readonly kind: 'count';
  readonly count: TokenCount;
  readonly isCacheUnspecified: boolean;
  readonly isApart: boolean;
}

interface RulePlace {
  /** Index into TARGETS; -1 for what is gathered instead of chosen. */
  readonly target: number;
  /** Place in CONVENTIONS. */
  readonly convention: number;
  /** Lower is believed over higher. */
  readonly rank: number;
}

/** What to do with the attribute of one key. */
export type Rule =
  | ((
      | { readonly kind: 'prompts' | 'mark' | 'bill' }
      | { readonly kind: 'payload'; readonly blanks: ReadonlySet<string> | undefined }
      | { readonly kind: 'labels'; readonly separator: string | undefined }
      | { readonly kind: 'text'; readonly rename: ((text: string) => string | undefined) | undefined }
      | { readonly kind: 'firstToken'; readonly unit: FirstTokenRule['unit'] }
      | {
          readonly kind: 'type';
          readonly types: ReadonlyMap<string, string> | undefined;
          readonly always: string | undefined;
        }
      | {
          readonly kind: 'usage';
          readonly key: string;
          /** The better of two fields for one count stands first in the table. */
          readonly fields: ReadonlyMap<string, CountRule>;
          readonly contains: string | undefined;
        }
    ) &
      RulePlace)
  | CountRule;

/** An attribute of its own for a count is believed over a field. */
const USAGE_RANK = 1000;

/** More keys than any convention lists for one target, so that a rank orders by convention first. */
export const RANKS_PER_CONVENTION = 100;

const LAST_RANK = CONVENTIONS.length * RANKS_PER_CONVENTION;

/** All rules by attribute key, so that translating walks the attributes once. */
export const RULES: ReadonlyMap<string, readonly Rule[]> = compile(CONVENTIONS);

function compile(conventions: readonly Convention[]): ReadonlyMap<string, readonly Rule[]> {
  const byKey = new Map<string, Rule[]>();
  for (const key of BILL_KEYS) byKey.set(key, [{ kind: 'bill', target: -1, convention: -1, rank: 0 }]);
  for (const [index, convention] of conventions.entries()) {
    for (const [key, rule] of rulesOf(convention, index)) {
      const rules = byKey.get(key);
      if (rules) rules.push(rule);
      else byKey.set(key, [rule]);
    }
  }
  return byKey;
}

function* rulesOf(convention: Convention, index: number): Generator<[string, Rule]> {
  const base = (target: string, place: number) => ({
    target: TARGETS.findIndex((name) => name === target),
    convention: index,
    rank: index * RANKS_PER_CONVENTION + place,
  });
  for (const [place, { key, types }] of (convention.types ?? []).entries()) {
    const words = types instanceof Map ? types : undefined;
    const always = typeof types === 'object' && 'always' in types ? types.always : undefined;
    yield [key, { kind: 'type', types: words, always, ...base('type', place) }];
  }
  for (const [target, keys] of Object.entries<readonly string[]>(convention.texts ?? {})) {
    const rename = renameOf(convention, target);
    for (const [place, key] of keys.entries()) yield [key, { kind: 'text', rename, ...base(target, place) }];
  }
  const blanks = convention.blanks && new Set(convention.blanks);
  for (const [target, keys] of Object.entries<readonly string[]>(convention.payloads ?? {})) {
    for (const [place, key] of keys.entries())
      yield [key, { kind: 'payload', blanks, ...base(target, place) }];
  }
  for (const [place, { key, unit }] of (convention.timeToFirstToken ?? []).entries()) {
    const { rank, ...rest } = base('timeToFirstToken', place);
    // A time is sent in milliseconds, so any duration is more exact.
    yield [key, { kind: 'firstToken', unit, ...rest, rank: unit === 'time' ? rank + LAST_RANK : rank }];
  }
  const separator = convention.tags?.separator;
  for (const key of convention.tags?.labels ?? []) yield [key, { kind: 'labels', separator, ...base('', 0) }];
  for (const [kind, keys] of [
    ['prompts', convention.promptLists],
    ['mark', convention.marks],
  ] as const) {
    for (const key of keys ?? []) yield [key, { kind, ...base('', 0) }];
  }
  yield* tokenRules(convention, index);
}

/** What becomes of a text before it counts; undefined where it counts as it is. */
function renameOf(
  { unset, providerName }: Convention,
  target: string,
): ((text: string) => string | undefined) | undefined {
  const rename = target === 'provider' ? providerName : undefined;
  if (!unset) return rename;
  return (text) => (unset.includes(text) ? undefined : rename ? rename(text) : text);
}

function* tokenRules({ usage, tokens }: Convention, index: number): Generator<[string, Rule]> {
  const base = { target: -1, convention: index };
  const tables = usage === undefined ? [] : [usage].flat();
  for (const [table, { key, fields, apart, isProviders = false, contains }] of tables.entries()) {
    const byField = Object.entries(fields).map(([field, count], place): [string, CountRule] => {
      const isApart = apart?.includes(field) ?? false;
      const rank = USAGE_RANK + table * RANKS_PER_CONVENTION + place;
      return [field, { kind: 'count', count, isCacheUnspecified: isProviders, isApart, ...base, rank }];
    });
    yield [key, { kind: 'usage', key, fields: new Map(byField), contains, rank: 0, ...base }];
  }
  const unspecified = new Set(tokens?.unspecifiedCacheKeys);
  for (const count of TOKEN_COUNTS) {
    for (const [place, key] of (tokens?.counts[count] ?? []).entries()) {
      yield [
        key,
        {
          kind: 'count',
          count,
          isCacheUnspecified: unspecified.has(key),
          isApart: false,
          rank: place,
          ...base,
        },
      ];
    }
  }
}
