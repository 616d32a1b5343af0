import { RE2JS, RE2JSException } from 're2js';
import { Rejected } from '@millrace/domain';
import type { HashText, MaskingRule, MaskingTarget } from './masking-rule.ts';
import { NOTHING, type Finder, type Match } from './match.ts';
import { PII_FINDERS } from './pii/pii-finders.ts';

/** A rule that can be applied. */
export interface CompiledRule {
  readonly name: string;
  readonly masksNames: boolean;
  readonly find: Finder;
  /** Whether the value of this key is masked whole. */
  readonly takesKey: (key: string) => boolean;
  /** What stands in the place of a value. */
  readonly replace: (value: string) => string;
  /** Whether a value is nothing but what `replace` answers. */
  readonly isReplacement: (value: string) => boolean;
}

const findNothing: Finder = () => NOTHING;
const HASHED = /^\[masked:[^\]]+:[a-p]{16}\]$/;
const takesNone = (): boolean => false;

/** A rule is about texts or about keys. Throws Rejected for a pattern that is none. */
export function compileRule(
  { name, target, action, text, masksNames }: MaskingRule,
  hash: HashText,
): CompiledRule {
  const plain = text ?? `[masked:${name}]`;
  const start = `[masked:${name}:`;
  return {
    name,
    masksNames,
    find: finderOf(name, target),
    takesKey: target.kind === 'key' ? keyMatcher(target.keys) : takesNone,
    isReplacement:
      action === 'text'
        ? (value) => value === plain
        : (value) => HASHED.test(value) && value.startsWith(start),
    replace: action === 'text' ? () => plain : (value) => `${start}${inLetters(hash(value))}]`,
  };
}

/** Digits could look like a number that another rule is after. */
function inLetters(hex: string): string {
  return hex.slice(0, 16).replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 55));
}

function finderOf(name: string, target: MaskingTarget): Finder {
  switch (target.kind) {
    case 'pattern':
      return patternFinder(name, target.pattern, target.ignoresCase);
    case 'pii': {
      const finders = target.pii.map((kind) => PII_FINDERS[kind]);
      return (text) => finders.flatMap((find) => find(text));
    }
    case 'key':
      return findNothing;
  }
}

function patternFinder(name: string, pattern: string, ignoresCase: boolean): Finder {
  const expression = compilePattern(name, pattern, ignoresCase ? RE2JS.CASE_INSENSITIVE : 0);
  return (text) => {
    // Telling whether there is a match is many times as fast as telling where.
    if (!expression.test(text)) return NOTHING;
    const matches: Match[] = [];
    const matcher = expression.matcher(text);
    while (matcher.find())
      if (matcher.end() > matcher.start()) matches.push({ from: matcher.start(), to: matcher.end() });
    return matches;
  };
}

function compilePattern(name: string, pattern: string, flags: number): RE2JS {
  try {
    return RE2JS.compile(pattern, flags);
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    const fault = Reflect.get(error, 'error');
    const part = Reflect.get(error, 'input');
    const at = typeof part === 'string' && part !== '' ? pattern.indexOf(part) : -1;
    const place = at >= 0 ? ` at character ${at + 1}, '${String(part)}'` : '';
    throw new Rejected(
      `The pattern of the rule '${name}' is not valid${place}: ${String(fault ?? error.message)}. Patterns are RE2: no look-around, no back-references.`,
      'invalid',
      { cause: error },
    );
  }
}

/** Upper and lower case are the same. A glob takes a whole key or what stands behind one of its dots. */
function keyMatcher(globs: readonly string[]): (key: string) => boolean {
  const parts = globs.map((glob) =>
    glob.replaceAll(/[*?]|[^*?]+/g, (part) =>
      part === '*' ? '(?s:.*)' : part === '?' ? '(?s:.)' : RE2JS.quote(part),
    ),
  );
  const expression = RE2JS.compile(`(?:(?s:.*)\\.)?(?:${parts.join('|')})`, RE2JS.CASE_INSENSITIVE);
  return (key) => expression.testExact(key);
}
