import type { AttributeMap, AttributeValue } from '@millrace/domain';
import { compileRule, type CompiledRule } from './compile-rule.ts';
import { maskJson } from './json/mask-json.ts';
import { isJson, mayBeJson } from './json/json-tokens.ts';
import { maskPlain } from './mask-plain.ts';
import type { HashText, MaskingRule, MaskingTarget } from './masking-rule.ts';

/** Counts what is masked, by rule. */
export class MaskingTally {
  readonly counts = new Map<string, number>();

  /** What is counted here counts in `whole` too. */
  constructor(private readonly whole?: MaskingTally) {}

  note(rule: Pick<MaskingRule, 'name'>, times = 1): void {
    this.counts.set(rule.name, (this.counts.get(rule.name) ?? 0) + times);
    this.whole?.note(rule, times);
  }

  add(counts: ReadonlyMap<string, number>): void {
    for (const [name, times] of counts) this.note({ name }, times);
  }

  get total(): number {
    return [...this.counts.values()].reduce((sum, times) => sum + times, 0);
  }
}

/** JSON in strings of JSON is followed so far; deeper it is text like any other. */
const DEEPEST = 16;
const MOST_KNOWN_KEYS = 10_000;
/** Smaller integers are counts and codes: nothing that is looked for is so short. */
const SMALLEST_INTEGER = 10_000_000n;

/**
 * The rules of one experiment, ready to be applied. What it answers contains nothing that a rule finds; a value in which nothing was found is
 * answered as it is, the same object. Masking twice is masking once, as long as no rule finds what it puts in the place.
 */
export class Masker {
  private readonly rules: readonly CompiledRule[];
  private readonly textRules: readonly CompiledRule[];
  private readonly nameRules: readonly CompiledRule[];
  private readonly keyRules: readonly CompiledRule[];
  private readonly kinds: ReadonlyMap<string, MaskingTarget['kind']>;
  private readonly knownKeys = new Map<string, CompiledRule | undefined>();

  /** Throws Rejected for a pattern that is none. */
  constructor(rules: readonly MaskingRule[], hash: HashText) {
    this.kinds = new Map(rules.map(({ name, target }) => [name, target.kind]));
    this.rules = rules.map((rule) => compileRule(rule, hash));
    this.keyRules = this.rules.filter((_, index) => rules[index]?.target.kind === 'key');
    this.textRules = this.rules.filter((rule) => !this.keyRules.includes(rule));
    this.nameRules = this.textRules.filter(({ masksNames }) => masksNames);
  }

  kindOf(ruleName: string): MaskingTarget['kind'] {
    return this.kinds.get(ruleName) ?? 'pattern';
  }

  /** A text, JSON in it included. */
  text(text: string, tally: MaskingTally, depth = 0): string {
    if (text === '' || this.rules.length === 0) return text;
    const note = (rule: CompiledRule): void => tally.note(rule);
    if (depth >= DEEPEST || !text.includes('"')) return maskPlain(text, this.textRules, note);
    const masked = maskJson(text, {
      string: (inner) => this.text(inner, tally, depth + 1),
      integer: (digits) => maskPlain(digits, this.textRules, note),
      valueOf: (key, value) => this.wholeValue(key, value, tally),
    });
    // Outside of its strings JSON holds no text.
    return mayBeJson(text) && isJson(text) ? masked : maskPlain(masked, this.textRules, note);
  }

  /** A name: of a span, an event, a scope, an attribute. */
  name(name: string, tally: MaskingTally): string {
    if (name === '' || this.nameRules.length === 0) return name;
    return maskPlain(name, this.nameRules, (rule) => tally.note(rule));
  }

  /** The value of an attribute, a tag or the like under its key. */
  value(key: string, value: AttributeValue, tally: MaskingTally): AttributeValue {
    if (value === null) return value;
    const rule = this.ruleOfKey(key);
    if (rule) return replaceWhole(rule, textOf(value), tally) ?? value;
    if (typeof value === 'string') return this.text(value, tally);
    if (typeof value === 'bigint') return this.integer(value, tally);
    if (typeof value !== 'object' || value instanceof Uint8Array) return value;
    if (value instanceof Map) return this.map(value, tally, (inner) => this.text(inner, tally));
    return this.list(value as readonly AttributeValue[], tally);
  }

  /** Attributes, their keys as names. */
  attributes(attributes: AttributeMap, tally: MaskingTally): AttributeMap {
    return this.map(attributes, tally, (key) => this.name(key, tally));
  }

  private map(map: AttributeMap, tally: MaskingTally, maskKey: (key: string) => string): AttributeMap {
    const masked = new Map<string, AttributeValue>();
    let isChanged = false;
    for (const [key, value] of map) {
      const maskedKey = unusedKey(maskKey(key), key, masked);
      const maskedValue = this.value(key, value, tally);
      isChanged ||= maskedKey !== key || maskedValue !== value;
      masked.set(maskedKey, maskedValue);
    }
    return isChanged ? masked : map;
  }

  private list(list: readonly AttributeValue[], tally: MaskingTally): readonly AttributeValue[] {
    const masked = list.map((value) => this.value('', value, tally));
    return masked.some((value, index) => value !== list[index]) ? masked : list;
  }

  private integer(value: bigint, tally: MaskingTally): AttributeValue {
    if (value < SMALLEST_INTEGER && value > -SMALLEST_INTEGER) return value;
    const text = String(value);
    const masked = maskPlain(text, this.textRules, (rule) => tally.note(rule));
    return masked === text ? value : masked;
  }

  private wholeValue(key: string, value: string, tally: MaskingTally): string | undefined {
    const rule = value === 'null' ? undefined : this.ruleOfKey(key);
    return rule && replaceWhole(rule, unquoted(value), tally);
  }

  private ruleOfKey(key: string): CompiledRule | undefined {
    if (this.keyRules.length === 0 || key === '') return undefined;
    if (this.knownKeys.has(key)) return this.knownKeys.get(key);
    const rule = this.keyRules.find(({ takesKey }) => takesKey(key));
    if (this.knownKeys.size >= MOST_KNOWN_KEYS) this.knownKeys.clear();
    this.knownKeys.set(key, rule);
    return rule;
  }
}

/** Undefined where it stands already: the hash of a hash would join nothing. */
function replaceWhole(rule: CompiledRule, value: string, tally: MaskingTally): string | undefined {
  if (rule.isReplacement(value)) return undefined;
  tally.note(rule);
  return rule.replace(value);
}

/** Two keys that were masked to the same stay two. */
function unusedKey(masked: string, key: string, used: ReadonlyMap<string, AttributeValue>): string {
  if (masked === key || !used.has(masked)) return masked;
  let number = 2;
  while (used.has(`${masked}#${number}`)) number += 1;
  return `${masked}#${number}`;
}

/** The same value has one hash, whether it is an attribute or stands in JSON. */
function textOf(value: AttributeValue): string {
  if (typeof value === 'string') return value;
  if (value instanceof Uint8Array)
    return [...value].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return typeof value === 'object' ? JSON.stringify(toPlain(value)) : String(value);
}

function toPlain(value: AttributeValue): unknown {
  if (value instanceof Map)
    return Object.fromEntries([...(value as AttributeMap)].map(([key, inner]) => [key, toPlain(inner)]));
  if (Array.isArray(value)) return (value as readonly AttributeValue[]).map(toPlain);
  return typeof value === 'object' && value !== null
    ? textOf(value)
    : typeof value === 'bigint'
      ? String(value)
      : value;
}

function unquoted(value: string): string {
  try {
    const parsed: unknown = JSON.parse(value);
    return typeof parsed === 'string' ? parsed : value;
  } catch {
    return value;
  }
}
