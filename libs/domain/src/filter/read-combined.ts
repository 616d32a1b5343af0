import type { Combined } from './filter.ts';
import type { TokenReader } from './token-reader.ts';

/** How the leaves of a language are read, and what AND and brackets mean beyond logic. */
export interface Leaves<Leaf> {
  read(tokens: TokenReader): Leaf;
  /** The operands of an AND, some of which may become one. */
  joinAnd?(operands: readonly Combined<Leaf>[]): readonly Combined<Leaf>[];
  /** Told what stood in brackets of its own. */
  closeBrackets?(inner: Combined<Leaf>): void;
}

/** Reads leaves joined by OR, AND, NOT and brackets, as far as they go. */
export function readCombined<Leaf>(tokens: TokenReader, leaves: Leaves<Leaf>): Combined<Leaf> {
  const ors = [readAnd(tokens, leaves)];
  while (tokens.takeKeyword('OR')) ors.push(readAnd(tokens, leaves));
  return join('or', ors);
}

/** Reads to the end of the filter; undefined when there is nothing. */
export function readWhole<Leaf>(tokens: TokenReader, leaves: Leaves<Leaf>): Combined<Leaf> | undefined {
  if (tokens.isAtEnd) return undefined;
  const filter = readCombined(tokens, leaves);
  if (tokens.isAtEnd) return filter;
  const rest = tokens.peek();
  throw tokens.fault(rest, `Invalid clause(s) in filter string: ${rest.text}. Expected AND or OR.`);
}

/** Reads `( … )` around a filter. */
export function readBrackets<Leaf>(tokens: TokenReader, leaves: Leaves<Leaf>): Combined<Leaf> {
  const open = tokens.take();
  const inner = readCombined(tokens, leaves);
  if (tokens.takeSymbol(')')) return inner;
  if (tokens.isAtEnd) throw tokens.fault(open, 'This bracket is not closed.');
  throw tokens.fault(tokens.peek(), "Expected AND, OR or ')'.");
}

function readAnd<Leaf>(tokens: TokenReader, leaves: Leaves<Leaf>): Combined<Leaf> {
  const operands = [readOperand(tokens, leaves)];
  while (tokens.takeKeyword('AND')) operands.push(readOperand(tokens, leaves));
  return join('and', leaves.joinAnd?.(operands) ?? operands);
}

function readOperand<Leaf>(tokens: TokenReader, leaves: Leaves<Leaf>): Combined<Leaf> {
  return tokens.nested(() => {
    if (tokens.takeKeyword('NOT')) return { kind: 'not', operand: readOperand(tokens, leaves) };
    if (!tokens.isSymbol('(')) return leaves.read(tokens);
    const inner = readBrackets(tokens, leaves);
    leaves.closeBrackets?.(inner);
    return inner;
  });
}

function join<Leaf>(kind: 'and' | 'or', operands: readonly Combined<Leaf>[]): Combined<Leaf> {
  const [only] = operands;
  return only && operands.length === 1 ? only : { kind, operands };
}
