import { attributeText, type AttributeValue, type PromptVersion } from '@millrace/domain';
import type { TokenCount } from './convention.ts';
import { parsedJson } from './parsed-json.ts';
import { plainText } from './plain-text.ts';
import { TARGETS, type CountRule, type Rule } from './rules.ts';
import { readFirstToken } from './read-first-token.ts';
import { readLabels } from './read-labels.ts';
import { readPromptList } from './read-prompt-list.ts';
import { readTokenCount } from './tokens/read-token-count.ts';

/** The best value so far for every target, while the attributes of one span are walked. */
export interface Draft {
  /** By place in TARGETS: the text of a type or text, the raw value of a payload. */
  readonly values: (AttributeValue | undefined)[];
  /** By place in TARGETS: the attribute that said it. */
  readonly keys: string[];
  readonly ranks: number[];
  /** By place in CONVENTIONS: the counts it reports. */
  readonly usages: (UsageDraft | undefined)[];
  /** Places in CONVENTIONS of those that were seen, as bits. */
  conventions: number;
  /** One of BILL_KEYS was seen. */
  hasBill: boolean;
  labels: string[] | undefined;
  prompts: PromptVersion[] | undefined;
  readonly faults: string[];
}

export interface UsageDraft {
  readonly counts: Partial<Record<TokenCount, number>>;
  readonly ranks: Partial<Record<TokenCount, number>>;
  /** Whether the key that said the count leaves open if `input` includes it. */
  readonly isCacheUnspecified: Partial<Record<TokenCount, boolean>>;
  /** Whether the key that said the count promises to leave out what its details count. */
  readonly isApart: Partial<Record<TokenCount, boolean>>;
}

/** Copied per draft: the cheapest way to a filled array. */
const NO_VALUES: readonly undefined[] = TARGETS.map(() => undefined);
const NO_KEYS: readonly string[] = TARGETS.map(() => '');
const NO_RANKS: readonly number[] = TARGETS.map(() => Number.MAX_SAFE_INTEGER);

/** An empty draft. */
export function newDraft(): Draft {
  return {
    values: NO_VALUES.slice(),
    keys: NO_KEYS.slice(),
    ranks: NO_RANKS.slice(),
    usages: [],
    conventions: 0,
    hasBill: false,
    labels: undefined,
    prompts: undefined,
    faults: [],
  };
}

/** Notes in the draft what an attribute says by one rule, unless a better one already said it. */
export function note(draft: Draft, rule: Rule, key: string, value: AttributeValue): void {
  if (rule.kind === 'bill') {
    draft.hasBill = true;
    return;
  }
  draft.conventions |= 1 << rule.convention;
  switch (rule.kind) {
    case 'payload':
      if (!rule.blanks || !isBlank(value, rule.blanks)) keepBetter(draft, rule, key, value);
      return;
    case 'text': {
      const plain = plainText(value);
      const text = plain !== undefined && rule.rename ? rule.rename(plain) : plain;
      if (text !== undefined) keepBetter(draft, rule, key, text);
      else if (typeof value === 'object') draft.faults.push(`${key} is not text`);
      return;
    }
    case 'type': {
      const type = typeOf(rule, value);
      if (type !== undefined) keepBetter(draft, rule, key, type);
      return;
    }
    case 'count':
      return noteCount(draft, rule, key, value);
    case 'usage':
      return noteUsage(draft, rule, key, value);
    case 'firstToken': {
      const time = readFirstToken(value, rule.unit);
      if (time !== undefined) keepBetter(draft, rule, key, time);
      else draft.faults.push(`${key} is not a time: ${excerpt(attributeText(value))}`);
      return;
    }
    case 'labels':
      return noteLabels(draft, key, value, rule.separator);
    case 'prompts':
      return notePrompts(draft, key, value);
  }
}

/** Structures count as the JSON of one that is empty. */
function isBlank(value: AttributeValue, blanks: ReadonlySet<string>): boolean {
  if (typeof value === 'string') return blanks.has(value);
  if (Array.isArray(value)) return value.length === 0 && blanks.has('[]');
  return value instanceof Map && value.size === 0 && blanks.has('{}');
}

function noteLabels(draft: Draft, key: string, value: AttributeValue, separator: string | undefined): void {
  const labels = readLabels(value, separator);
  if (labels) (draft.labels ??= []).push(...labels);
  else draft.faults.push(`${key} is not a list of labels: ${excerpt(attributeText(value))}`);
}

function notePrompts(draft: Draft, key: string, value: AttributeValue): void {
  const prompts = readPromptList(value);
  if (prompts) (draft.prompts ??= []).push(...prompts);
  else draft.faults.push(`${key} is not a list of prompts: ${excerpt(attributeText(value))}`);
}

function keepBetter(draft: Draft, rule: Rule, key: string, value: AttributeValue): void {
  const { target, rank } = rule;
  if (rank >= (draft.ranks[target] ?? 0)) return;
  draft.ranks[target] = rank;
  draft.keys[target] = key;
  draft.values[target] = value;
}

/** UNKNOWN is what clients write when they don't know, so it never stands against another word. */
function typeOf(rule: Rule & { kind: 'type' }, value: AttributeValue): string | undefined {
  const word = plainText(value);
  if (word === undefined || word === 'UNKNOWN') return undefined;
  if (rule.always !== undefined) return rule.always;
  return rule.types === undefined ? word : rule.types.get(word);
}

function noteCount(draft: Draft, rule: CountRule, key: string, value: AttributeValue): void {
  const count = readTokenCount(value);
  if (count === undefined) {
    draft.faults.push(`${key} is not a count of tokens: ${excerpt(attributeText(value))}`);
    return;
  }
  const usage = (draft.usages[rule.convention] ??= {
    counts: {},
    ranks: {},
    isCacheUnspecified: {},
    isApart: {},
  });
  if (rule.rank >= (usage.ranks[rule.count] ?? Number.MAX_SAFE_INTEGER)) return;
  usage.ranks[rule.count] = rule.rank;
  usage.counts[rule.count] = count;
  usage.isCacheUnspecified[rule.count] = rule.isCacheUnspecified;
  usage.isApart[rule.count] = rule.isApart;
}

function noteUsage(draft: Draft, rule: Rule & { kind: 'usage' }, key: string, value: AttributeValue): void {
  if (rule.contains !== undefined && typeof value === 'string' && !value.includes(rule.contains)) return;
  const entries = usageEntries(value);
  if (!entries) {
    draft.faults.push(`${key} is not a map of token counts: ${excerpt(attributeText(value))}`);
    return;
  }
  for (const [field, item] of entries) {
    if (typeof item !== 'object' || item === null) noteField(draft, rule, field, item);
    else for (const [path, inner] of nestedFields(field, item)) noteField(draft, rule, path, inner);
  }
}

function noteField(draft: Draft, rule: Rule & { kind: 'usage' }, field: string, value: AttributeValue): void {
  const count = value === null ? undefined : rule.fields.get(field);
  if (count) noteCount(draft, count, `${rule.key}.${field}`, value);
}

/** The deepest map with counts in any table. */
const DEEPEST_USAGE = 3;

/** Fields of a map inside a usage by their path. */
function* nestedFields(
  path: string,
  value: AttributeValue,
  depth = DEEPEST_USAGE,
): Generator<[string, AttributeValue]> {
  if (typeof value !== 'object' || value === null) yield [path, value];
  else if (depth > 1) {
    for (const [field, item] of usageEntries(value) ?? []) {
      yield* nestedFields(`${path}.${field}`, item, depth - 1);
    }
  }
}

function usageEntries(value: AttributeValue): Iterable<[string, AttributeValue]> | undefined {
  if (value instanceof Map) return value as ReadonlyMap<string, AttributeValue>;
  if (value instanceof Uint8Array) return undefined;
  const parsed = typeof value === 'object' ? value : parsedJson(value);
  const isObject = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
  return isObject ? Object.entries(parsed) : undefined;
}

const EXCERPT_LENGTH = 60;

function excerpt(text: string): string {
  return text.length <= EXCERPT_LENGTH ? text : `${text.slice(0, EXCERPT_LENGTH)}…`;
}
