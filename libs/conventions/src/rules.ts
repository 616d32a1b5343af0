import {
  TOKEN_COUNTS,
  type Convention,
  type PayloadTarget,
  type TextTarget,
  type TokenCount,
} from './convention.ts';
import { CONVENTIONS } from './registry.ts';

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
] as const satisfies readonly ('type' | TextTarget | PayloadTarget)[];

/** What to do with the attribute of one key. */
export type Rule = (
  | { readonly kind: 'text' | 'payload' }
  | {
      readonly kind: 'type';
      readonly types: ReadonlyMap<string, string> | undefined;
      readonly always: string | undefined;
    }
  | { readonly kind: 'count'; readonly count: TokenCount; readonly isCacheUnspecified: boolean }
  | { readonly kind: 'usage'; readonly fields: ReadonlyMap<string, TokenCount> }
) & {
  /** Index into TARGETS; -1 for tokens. */
  readonly target: number;
  /** Place in CONVENTIONS. */
  readonly convention: number;
  /** Lower is believed over higher. */
  readonly rank: number;
};

/** More keys than any convention lists for one target, so that a rank orders by convention first. */
const RANKS_PER_CONVENTION = 100;

/** All rules by attribute key, so that translating walks the attributes once. */
export const RULES: ReadonlyMap<string, readonly Rule[]> = compile(CONVENTIONS);

function compile(conventions: readonly Convention[]): ReadonlyMap<string, readonly Rule[]> {
  const byKey = new Map<string, Rule[]>();
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
  for (const [kind, table] of [
    ['text', convention.texts ?? {}],
    ['payload', convention.payloads ?? {}],
  ] as const) {
    for (const [target, keys] of Object.entries<readonly string[]>(table)) {
      for (const [place, key] of keys.entries()) yield [key, { kind, ...base(target, place) }];
    }
  }
  yield* tokenRules(convention, index);
}

function* tokenRules({ usage, tokens }: Convention, index: number): Generator<[string, Rule]> {
  const base = { target: -1, convention: index };
  if (usage)
    yield [usage.key, { kind: 'usage', fields: new Map(Object.entries(usage.fields)), rank: 0, ...base }];
  const unspecified = new Set(tokens?.unspecifiedCacheKeys);
  for (const count of TOKEN_COUNTS) {
    for (const [place, key] of (tokens?.counts[count] ?? []).entries()) {
      yield [key, { kind: 'count', count, isCacheUnspecified: unspecified.has(key), rank: place, ...base }];
    }
  }
}
