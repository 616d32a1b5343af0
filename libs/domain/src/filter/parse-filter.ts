import { filterFault } from './filter-fault.ts';
import type { Comparator, Comparison, Filter, FilterField, SourceRange } from './filter.ts';
import { tokenizeFilter, type FilterToken } from './tokenize-filter.ts';
import { readTraceField } from './trace-fields.ts';

/** What may be asked about one left side. */
export interface FieldRule<Field = FilterField> {
  readonly field: Field;
  readonly comparators: readonly Comparator[];
  /** `ordered`: a number for < <= > >=, quoted text otherwise. */
  readonly value: 'text' | 'number' | 'ordered';
  /** How faults name the field. */
  readonly label: string;
}

/** Finds the rule of a left side, given as its segments between dots; a text says what is wrong with it. */
export type ReadField<Field> = (segments: readonly string[]) => FieldRule<Field> | string;

const LONGEST_FILTER = 20_000;
const DEEPEST_NESTING = 50;
const MOST_COMPARISONS = 200;
const LONGEST_LIST = 1000;
const ORDERING: readonly Comparator[] = ['<', '<=', '>', '>='];

/**
 * Parses MLflow's filter_string, extended by OR, NOT and brackets; undefined for a blank one.
 * Throws Rejected saying what is wrong, with a caret line under the fault.
 */
export function parseFilter(text: string): Filter | undefined {
  return parseFilterOf(text, readTraceField);
}

/** The same grammar over other fields. */
export function parseFilterOf<Field>(text: string, readField: ReadField<Field>): Filter<Field> | undefined {
  if (text.length > LONGEST_FILTER) {
    const range = { start: LONGEST_FILTER, end: LONGEST_FILTER + 1 };
    throw filterFault(text, range, `The filter is longer than ${LONGEST_FILTER} characters.`);
  }
  return new FilterParser(text, readField).parse();
}

class FilterParser<Field> {
  private readonly tokens: readonly FilterToken[];
  private at = 0;
  private depth = 0;
  private comparisons = 0;

  constructor(
    private readonly text: string,
    private readonly readField: ReadField<Field>,
  ) {
    this.tokens = tokenizeFilter(text);
  }

  parse(): Filter<Field> | undefined {
    if (this.peek().kind === 'end') return undefined;
    const filter = this.readChain('or');
    const rest = this.peek();
    if (rest.kind !== 'end') {
      throw this.fault(rest, `Invalid clause(s) in filter string: ${rest.text}. Expected AND or OR.`);
    }
    return filter;
  }

  private readChain(kind: 'and' | 'or'): Filter<Field> {
    const operands: Filter<Field>[] = [];
    do operands.push(kind === 'or' ? this.readChain('and') : this.readOperand());
    while (this.takeKeyword(kind.toUpperCase()));
    const [only] = operands;
    return only && operands.length === 1 ? only : { kind, operands };
  }

  private readOperand(): Filter<Field> {
    const start = this.peek();
    this.depth += 1;
    if (this.depth > DEEPEST_NESTING) {
      throw this.fault(start, `The filter is nested deeper than ${DEEPEST_NESTING} levels.`);
    }
    const operand = this.takeKeyword('NOT')
      ? { kind: 'not' as const, operand: this.readOperand() }
      : this.takeSymbol('(')
        ? this.readBrackets(start)
        : this.readComparison();
    this.depth -= 1;
    return operand;
  }

  private readBrackets(open: FilterToken): Filter<Field> {
    const inner = this.readChain('or');
    if (this.takeSymbol(')')) return inner;
    if (this.peek().kind === 'end') throw this.fault(open, 'This bracket is not closed.');
    throw this.fault(this.peek(), "Expected AND, OR or ')'.");
  }

  private readComparison(): Comparison<Field> {
    const left = this.take();
    if (left.kind !== 'path') throw this.fault(left, leftSideFault(left));
    this.comparisons += 1;
    if (this.comparisons > MOST_COMPARISONS) {
      throw this.fault(left, `The filter has more than ${MOST_COMPARISONS} comparisons.`);
    }
    const rule = this.readField(left.segments);
    if (typeof rule === 'string') throw this.fault(left, rule);
    const comparator = this.readComparator(rule);
    const value = this.readValue(rule, comparator);
    const range = { start: left.range.start, end: this.lastEnd() };
    return {
      kind: 'comparison',
      field: rule.field,
      comparator,
      ...(value !== undefined && { value }),
      range,
    };
  }

  private readComparator(rule: FieldRule<Field>): Comparator {
    const start = this.peek();
    const word = this.take().text.toUpperCase();
    let comparator = word;
    if (word === 'NOT' && this.takeKeyword('IN')) comparator = 'NOT IN';
    if (word === 'IS') {
      comparator = this.takeKeyword('NOT') ? 'IS NOT NULL' : 'IS NULL';
      if (!this.takeKeyword('NULL')) throw this.fault(this.peek(), 'Expected NULL or NOT NULL after IS.');
    }
    const known = rule.comparators.find((allowed) => allowed === comparator);
    if (known) return known;
    const allowed = rule.comparators.map((each) => `'${each}'`).join(', ');
    if (start.kind === 'end')
      throw this.fault(start, `Expected a comparator after ${rule.label}, one of {${allowed}}.`);
    const range = { start: start.range.start, end: Math.max(start.range.end, this.lastEnd()) };
    throw filterFault(
      this.text,
      range,
      `Invalid comparator '${comparator}' for ${rule.label}: not one of {${allowed}}.`,
    );
  }

  private readValue(rule: FieldRule<Field>, comparator: Comparator): Comparison['value'] {
    if (comparator === 'IS NULL' || comparator === 'IS NOT NULL') return undefined;
    if (comparator === 'IN' || comparator === 'NOT IN') return this.readList();
    const token = this.take();
    const isOrdering = ORDERING.includes(comparator);
    if (rule.value === 'number' || (rule.value === 'ordered' && isOrdering)) {
      if (token.kind === 'number' && Number.isFinite(token.value)) return token.value;
      throw this.fault(
        token,
        `Expected a numeric value for ${rule.label} when using comparator '${comparator}'. Got ${valueText(token)}.`,
      );
    }
    if (token.kind === 'string') return token.value;
    throw this.fault(token, unquotedFault(token));
  }

  private readList(): string[] {
    const open = this.peek();
    if (!this.takeSymbol('(')) throw this.fault(open, 'Expected a list in brackets after IN.');
    const values: string[] = [];
    do {
      const token = this.take();
      if (token.kind !== 'string')
        throw this.fault(token, 'A list after IN holds one or more quoted strings.');
      if (values.length >= LONGEST_LIST)
        throw this.fault(token, `A list holds at most ${LONGEST_LIST} values.`);
      values.push(token.value);
    } while (this.takeSymbol(','));
    if (!this.takeSymbol(')')) throw this.fault(this.peek(), "Expected ',' or ')' in the list after IN.");
    return values;
  }

  private peek(): FilterToken {
    return this.tokens[this.at] ?? this.end();
  }

  private take(): FilterToken {
    const token = this.peek();
    this.at += 1;
    return token;
  }

  private takeKeyword(word: string): boolean {
    const token = this.peek();
    const isWord = token.kind === 'path' && token.text.toUpperCase() === word;
    if (isWord) this.at += 1;
    return isWord;
  }

  private takeSymbol(symbol: string): boolean {
    const token = this.peek();
    const isSymbol = token.kind === 'symbol' && token.text === symbol;
    if (isSymbol) this.at += 1;
    return isSymbol;
  }

  private lastEnd(): number {
    return this.tokens[this.at - 1]?.range.end ?? this.text.length;
  }

  private end(): FilterToken {
    const range: SourceRange = { start: this.text.length, end: this.text.length };
    return { kind: 'end', text: '', range };
  }

  private fault(token: FilterToken, message: string) {
    return filterFault(this.text, token.range, message);
  }
}

function leftSideFault(token: FilterToken): string {
  if (token.kind === 'end')
    return 'Invalid clause(s) in filter string: it ends where a comparison should be.';
  return `Invalid clause(s) in filter string: ${token.text}. Expected a field, e.g. status = 'OK'.`;
}

function unquotedFault(token: FilterToken): string {
  if (token.kind === 'end') return 'Expected a value at the end of the filter.';
  return (
    'Parameter value is either not quoted or unidentified quote types used for string value ' +
    `${token.text}. Use either single or double quotes.`
  );
}

function valueText(token: FilterToken): string {
  return token.kind === 'end' ? 'nothing' : `value ${token.text}`;
}
