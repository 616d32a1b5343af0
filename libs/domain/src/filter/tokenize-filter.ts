import { filterFault } from './filter-fault.ts';
import type { SourceRange } from './filter.ts';

export type FilterToken =
  | {
      readonly kind: 'path';
      /** Split at the dots outside quotes; quotes removed. */
      readonly segments: readonly string[];
      readonly text: string;
      readonly range: SourceRange;
    }
  | { readonly kind: 'string'; readonly value: string; readonly text: string; readonly range: SourceRange }
  | { readonly kind: 'number'; readonly value: number; readonly text: string; readonly range: SourceRange }
  /** A hexadecimal id that no number and no path can be. */
  | { readonly kind: 'id'; readonly text: string; readonly range: SourceRange }
  | { readonly kind: 'symbol'; readonly text: string; readonly range: SourceRange }
  | { readonly kind: 'end'; readonly text: ''; readonly range: SourceRange };

const SPACE = /\s+/y;
const NUMBER = /[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?(?![\p{L}\p{N}_.])/uy;
const ID =
  /(?:[0-9a-f]{32}|[0-9a-f]{16}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?![\p{L}\p{N}_\-/:@$#.])/iuy;
const STRING = /'(?:''|\\'|[^'])*'|"(?:""|\\"|[^"])*"/y;
const SYMBOL = /!=|<=|>=|<>|==|[=<>(),]/y;
const PLAIN = String.raw`[\p{L}\p{N}_\-/:@$#]+`;
const QUOTED = '`[^`]*`|"[^"]*"';
const PATH = new RegExp(`(?:[\\p{L}_]${PLAIN.slice(0, -1)}*|\`[^\`]*\`)(?:\\.(?:${PLAIN}|${QUOTED}))*`, 'uy');
const SEGMENT = new RegExp(`${QUOTED}|${PLAIN}`, 'gu');

/** Splits a filter into tokens, ending with an `end`. Throws Rejected with a caret under what it can't read. */
export function tokenizeFilter(text: string): FilterToken[] {
  const tokens: FilterToken[] = [];
  let at = skip(text, 0);
  while (at < text.length) {
    const token = readToken(text, at);
    tokens.push(token);
    at = skip(text, token.range.end);
  }
  tokens.push({ kind: 'end', text: '', range: { start: text.length, end: text.length } });
  return tokens;
}

function readToken(text: string, at: number): FilterToken {
  const number = match(NUMBER, text, at);
  if (number !== undefined) {
    return { kind: 'number', value: Number(number), text: number, range: rangeOf(at, number) };
  }
  const id = match(ID, text, at);
  if (id !== undefined) return { kind: 'id', text: id, range: rangeOf(at, id) };
  const string = match(STRING, text, at);
  if (string !== undefined) {
    return { kind: 'string', value: unquote(string), text: string, range: rangeOf(at, string) };
  }
  const path = match(PATH, text, at);
  if (path !== undefined) {
    const segments = [...path.matchAll(SEGMENT)].map(([segment]) => segment.replace(/^[`"]|[`"]$/g, ''));
    return { kind: 'path', segments, text: path, range: rangeOf(at, path) };
  }
  const symbol = match(SYMBOL, text, at);
  if (symbol !== undefined) return { kind: 'symbol', text: symbol, range: rangeOf(at, symbol) };
  throw unreadable(text, at);
}

function unreadable(text: string, at: number) {
  const start = text.charAt(at);
  if (start === "'" || start === '"' || start === '`') {
    return filterFault(
      text,
      { start: at, end: text.length },
      `Invalid filter string: ${start} is not closed.`,
    );
  }
  return filterFault(text, { start: at, end: at + 1 }, `Invalid filter string: unexpected '${start}'.`);
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function skip(text: string, at: number): number {
  return at + (match(SPACE, text, at)?.length ?? 0);
}

function rangeOf(start: number, token: string): SourceRange {
  return { start, end: start + token.length };
}

/** A quote inside is written twice or after a backslash; every other backslash is kept, LIKE and RLIKE need it. */
function unquote(literal: string): string {
  const quote = literal.charAt(0);
  return literal
    .slice(1, -1)
    .replaceAll(quote + quote, quote)
    .replaceAll(`\\${quote}`, quote);
}
