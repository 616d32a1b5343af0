import { parseDuration, parseTime } from './readable-values.ts';
import type { Comparator, Comparison } from './filter.ts';
import type { TokenReader } from './token-reader.ts';
import type { FilterToken } from './tokenize-filter.ts';

/** What may be asked about one left side. */
export interface FieldRule<Field> {
  readonly field: Field;
  readonly comparators: readonly Comparator[];
  /**
   * `ordered`: a number for < <= > >=, quoted text otherwise. `time`: milliseconds since the epoch, or RFC 3339 in quotes.
   * `duration`: milliseconds, or e.g. '1.5s' in quotes.
   */
  readonly value: 'text' | 'number' | 'ordered' | 'time' | 'duration';
  /** How faults name the field. */
  readonly label: string;
}

/** Finds the rule of a left side, given as its segments between dots; a text says what is wrong with it. */
export type ReadField<Field> = (segments: readonly string[]) => FieldRule<Field> | string;

const LONGEST_LIST = 1000;
const ORDERING: readonly Comparator[] = ['<', '<=', '>', '>='];
const READABLE = {
  time: {
    parse: parseTime,
    example: "milliseconds or a quoted RFC 3339 time such as '2026-11-21T09:30:00Z'",
  },
  duration: { parse: parseDuration, example: "milliseconds or a quoted duration such as '1.5s'" },
};

/** Reads `field comparator value`. */
export function readComparison<Field>(tokens: TokenReader, readField: ReadField<Field>): Comparison<Field> {
  const left = tokens.take();
  if (left.kind !== 'path') throw tokens.fault(left, leftSideFault(left));
  tokens.countComparison(left);
  const rule = readField(left.segments);
  if (typeof rule === 'string') throw tokens.fault(left, rule);
  const comparator = readComparator(tokens, rule);
  const value = readValue(tokens, rule, comparator);
  return {
    kind: 'comparison',
    field: rule.field,
    comparator,
    ...(value !== undefined && { value }),
    range: tokens.rangeFrom(left),
  };
}

function readComparator<Field>(tokens: TokenReader, rule: FieldRule<Field>): Comparator {
  const start = tokens.peek();
  const word = tokens.take().text.toUpperCase();
  let comparator = word;
  if (word === 'NOT' && tokens.takeKeyword('IN')) comparator = 'NOT IN';
  if (word === 'IS') {
    comparator = tokens.takeKeyword('NOT') ? 'IS NOT NULL' : 'IS NULL';
    if (!tokens.takeKeyword('NULL')) throw tokens.fault(tokens.peek(), 'Expected NULL or NOT NULL after IS.');
  }
  const known = rule.comparators.find((allowed) => allowed === comparator);
  if (known) return known;
  const allowed = rule.comparators.map((each) => `'${each}'`).join(', ');
  if (start.kind === 'end') {
    throw tokens.fault(start, `Expected a comparator after ${rule.label}, one of {${allowed}}.`);
  }
  throw tokens.fault(
    { range: tokens.rangeFrom(start) },
    `Invalid comparator '${comparator}' for ${rule.label}: not one of {${allowed}}.`,
  );
}

function readValue<Field>(
  tokens: TokenReader,
  rule: FieldRule<Field>,
  comparator: Comparator,
): Comparison<Field>['value'] {
  if (comparator === 'IS NULL' || comparator === 'IS NOT NULL') return undefined;
  if (comparator === 'IN' || comparator === 'NOT IN') return readList(tokens);
  const token = tokens.take();
  if (rule.value === 'time' || rule.value === 'duration') {
    return readReadable(tokens, token, { rule, comparator, ...READABLE[rule.value] });
  }
  if (rule.value === 'number' || (rule.value === 'ordered' && ORDERING.includes(comparator))) {
    if (token.kind === 'number' && Number.isFinite(token.value)) return token.value;
    throw tokens.fault(token, numberFault(token, rule, comparator));
  }
  if (token.kind === 'string') return token.value;
  throw tokens.fault(token, unquotedFault(token));
}

interface ReadableValue {
  readonly rule: { readonly label: string };
  readonly comparator: Comparator;
  readonly parse: (text: string) => number | undefined;
  readonly example: string;
}

function readReadable(tokens: TokenReader, token: FilterToken, readable: ReadableValue): number {
  const { rule, comparator, parse, example } = readable;
  if (token.kind === 'number' && Number.isFinite(token.value)) return token.value;
  const parsed = token.kind === 'string' ? parse(token.value) : undefined;
  if (parsed !== undefined) return parsed;
  throw tokens.fault(token, `${numberFault(token, rule, comparator)} Write ${example}.`);
}

function readList(tokens: TokenReader): string[] {
  if (!tokens.isSymbol('(')) throw tokens.fault(tokens.peek(), 'Expected a list in brackets after IN.');
  tokens.take();
  const values: string[] = [];
  do {
    const token = tokens.take();
    if (token.kind !== 'string') {
      throw tokens.fault(token, 'A list after IN holds one or more quoted strings.');
    }
    if (values.length >= LONGEST_LIST) {
      throw tokens.fault(token, `A list holds at most ${LONGEST_LIST} values.`);
    }
    values.push(token.value);
  } while (tokens.takeSymbol(','));
  if (!tokens.takeSymbol(')')) throw tokens.fault(tokens.peek(), "Expected ',' or ')' in the list after IN.");
  return values;
}

function leftSideFault(token: FilterToken): string {
  if (token.kind === 'end')
    return 'Invalid clause(s) in filter string: it ends where a comparison should be.';
  return `Invalid clause(s) in filter string: ${token.text}. Expected a field, e.g. status = 'OK'.`;
}

function numberFault(token: FilterToken, rule: { readonly label: string }, comparator: Comparator): string {
  const got = token.kind === 'end' ? 'nothing' : `value ${token.text}`;
  return `Expected a numeric value for ${rule.label} when using comparator '${comparator}'. Got ${got}.`;
}

function unquotedFault(token: FilterToken): string {
  if (token.kind === 'end') return 'Expected a value at the end of the filter.';
  return (
    'Parameter value is either not quoted or unidentified quote types used for string value ' +
    `${token.text}. Use either single or double quotes.`
  );
}
