import type { FilterScope } from './filter-fields.ts';

/** What the grammar expects where the cursor is, and the part of the text that a completion replaces. */
export interface FilterContext {
  readonly expects: 'operand' | 'comparator' | 'value' | 'junction';
  readonly scope: FilterScope;
  /** The left side that a comparator or value belongs to. */
  readonly field: string;
  /** Whether the value is one of a list after IN. */
  readonly isListed: boolean;
  /** Brackets that are open. */
  readonly depth: number;
  /** What was typed of the word at the cursor. */
  readonly typed: string;
  readonly start: number;
  readonly end: number;
}

const TOKEN =
  /(?<space>\s+)|(?<string>'(?:''|\\'|[^'])*(?:'|$)|"(?:""|\\"|[^"])*(?:"|$))|(?<symbol>!=|<=|>=|<>|==|[=<>(),])|(?<word>(?:`[^`]*`?|[^\s'"`=<>!(),])+)|(?<other>.)/gsu;
const SPAN_OPENERS = ['span', 'parent', 'ancestor', 'child', 'descendant'];
const WORD_END = /^[^\s'"`=<>!(),]*/u;

type Expected = FilterContext['expects'];

interface Frame {
  readonly scope: FilterScope;
  readonly isList: boolean;
}

class Reading {
  expects: Expected = 'operand';
  field = '';
  private readonly frames: Frame[] = [];

  get top(): Frame {
    return this.frames.at(-1) ?? { scope: 'trace', isList: false };
  }

  get scope(): FilterScope {
    return this.frames.findLast(({ isList }) => !isList)?.scope ?? 'trace';
  }

  get depth(): number {
    return this.frames.length;
  }

  take(token: string, kind: string): void {
    if (token === '(') this.open();
    else if (token === ')') this.close();
    else if (this.expects === 'operand') this.takeOperand(token, kind);
    else if (this.expects === 'comparator') this.takeComparator(token, kind);
    else if (this.expects === 'value') this.expects = 'junction';
    else this.takeJunction(token);
  }

  private open(): void {
    const isSpan = this.expects === 'comparator' && SPAN_OPENERS.includes(this.field.toLowerCase());
    const isList = this.expects === 'value';
    this.frames.push({ scope: isSpan ? 'span' : this.scope, isList });
    if (!isList) this.expects = 'operand';
  }

  private close(): void {
    this.frames.pop();
    this.expects = 'junction';
  }

  private takeOperand(token: string, kind: string): void {
    if (kind === 'string') this.expects = 'junction';
    if (kind !== 'word' || token.toUpperCase() === 'NOT') return;
    this.field = token;
    this.expects = 'comparator';
  }

  private takeComparator(token: string, kind: string): void {
    const word = token.toUpperCase();
    if (word === 'NULL') this.expects = 'junction';
    else if (word !== 'IS' && word !== 'NOT' && (kind === 'symbol' || kind === 'word'))
      this.expects = 'value';
  }

  private takeJunction(token: string): void {
    const word = token.toUpperCase();
    if (word === 'AND' || word === 'OR') this.expects = 'operand';
    if (token === ',' && this.top.isList) this.expects = 'value';
  }
}

/** Reads a filter, finished or not, up to the cursor. */
export function contextAt(text: string, cursor: number): FilterContext {
  const before = text.slice(0, cursor);
  const reading = new Reading();
  let typed = '';
  for (const { 0: token, groups = {}, index } of before.matchAll(TOKEN)) {
    const kind = Object.keys(groups).find((name) => groups[name] !== undefined) ?? 'other';
    const isLast = index + token.length === before.length;
    if (isLast && (kind === 'word' || (kind === 'string' && !isClosed(token)))) typed = token;
    else if (kind !== 'space') reading.take(token, kind);
  }
  const { expects, scope, field, depth, top } = reading;
  const start = cursor - typed.length;
  const rest = typed === '' ? '' : (WORD_END.exec(text.slice(cursor))?.[0] ?? '');
  return { expects, scope, field, isListed: top.isList, depth, typed, start, end: cursor + rest.length };
}

function isClosed(literal: string): boolean {
  return literal.length > 1 && literal.endsWith(literal.charAt(0));
}
