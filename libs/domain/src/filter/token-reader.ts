import type { Rejected } from '../errors.ts';
import { filterFault } from './filter-fault.ts';
import type { SourceRange } from './filter.ts';
import { tokenizeFilter, type FilterToken } from './tokenize-filter.ts';

const LONGEST_FILTER = 20_000;
const DEEPEST_NESTING = 50;
const MOST_COMPARISONS = 200;
/** Each level reads the spans twice more. */
const DEEPEST_RELATION = 3;
const MOST_RELATIONS = 10;

/** A filter's tokens, read from left to right within the limits of a filter. */
export class TokenReader {
  private readonly tokens: readonly FilterToken[];
  private at = 0;
  private depth = 0;
  private comparisons = 0;
  private relationDepth = 0;
  private relations = 0;

  constructor(private readonly text: string) {
    if (text.length > LONGEST_FILTER) {
      const range = { start: LONGEST_FILTER, end: LONGEST_FILTER + 1 };
      throw filterFault(text, range, `The filter is longer than ${LONGEST_FILTER} characters.`);
    }
    this.tokens = tokenizeFilter(text);
  }

  get isAtEnd(): boolean {
    return this.peek().kind === 'end';
  }

  peek(ahead = 0): FilterToken {
    return this.tokens[this.at + ahead] ?? this.end();
  }

  take(): FilterToken {
    const token = this.peek();
    this.at += 1;
    return token;
  }

  takeKeyword(word: string): boolean {
    const token = this.peek();
    const isWord = token.kind === 'path' && token.text.toUpperCase() === word;
    if (isWord) this.at += 1;
    return isWord;
  }

  takeSymbol(symbol: string): boolean {
    const isSymbol = this.isSymbol(symbol);
    if (isSymbol) this.at += 1;
    return isSymbol;
  }

  isSymbol(symbol: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.kind === 'symbol' && token.text === symbol;
  }

  /** From `start` to the last token taken. */
  rangeFrom({ range }: FilterToken): SourceRange {
    const end = this.tokens[this.at - 1]?.range.end ?? this.text.length;
    return { start: range.start, end: Math.max(range.end, end) };
  }

  /** Runs `read` one level deeper. */
  nested<Result>(read: () => Result): Result {
    this.depth += 1;
    if (this.depth > DEEPEST_NESTING) {
      throw this.fault(this.peek(), `The filter is nested deeper than ${DEEPEST_NESTING} levels.`);
    }
    const result = read();
    this.depth -= 1;
    return result;
  }

  /** Runs `read` for what stands inside a relation such as `ancestor(…)`. */
  related<Result>(start: FilterToken, read: () => Result): Result {
    this.relations += 1;
    this.relationDepth += 1;
    if (this.relations > MOST_RELATIONS || this.relationDepth > DEEPEST_RELATION) {
      throw this.fault(
        start,
        `A filter has at most ${MOST_RELATIONS} relations between spans, ${DEEPEST_RELATION} inside each other.`,
      );
    }
    const result = read();
    this.relationDepth -= 1;
    return result;
  }

  countComparison(start: FilterToken): void {
    this.comparisons += 1;
    if (this.comparisons > MOST_COMPARISONS) {
      throw this.fault(start, `The filter has more than ${MOST_COMPARISONS} comparisons.`);
    }
  }

  fault({ range }: { readonly range: SourceRange }, message: string): Rejected {
    return filterFault(this.text, range, message);
  }

  private end(): FilterToken {
    return { kind: 'end', text: '', range: { start: this.text.length, end: this.text.length } };
  }
}
