import { idLiteral } from './id-literal.ts';
import type {
  Combined,
  Comparison,
  Filter,
  SpanExists,
  SpanField,
  SpanFilter,
  TraceField,
} from './filter.ts';
import { readBrackets, type Leaves } from './read-combined.ts';
import { readComparison } from './read-comparison.ts';
import { readSpanComparison, SPAN_LEAVES } from './span-leaves.ts';
import type { TokenReader } from './token-reader.ts';
import type { FilterToken } from './tokenize-filter.ts';
import { readTraceField, traceAttribute } from './trace-fields.ts';

type TraceLeaf = Comparison<TraceField> | SpanExists;

/** Fields of a trace that are those of any of its spans. */
const OF_ANY_SPAN: ReadonlyMap<string, string> = new Map([
  ['text', 'content'],
  ['inputs', 'inputs'],
  ['outputs', 'outputs'],
]);

/**
 * What a filter over traces consists of: comparisons on the trace, `span(…)`, `span.…` clauses, and literals to search for.
 * The `span.…` clauses of one AND hold on the same span (MLflow); brackets and `span(…)` make a span of their own.
 */
export class TraceLeaves implements Leaves<TraceLeaf> {
  /** What was written as `span.…` and may still join others of its AND. */
  private readonly clauses = new Set<Filter>();

  read(tokens: TokenReader): TraceLeaf {
    const start = tokens.peek();
    const literal = readLiteral(tokens, start);
    if (literal) return literal;
    const segments = start.kind === 'path' ? start.segments : [];
    if (isSpanGroup(tokens, start)) {
      tokens.take();
      const where = readBrackets(tokens, SPAN_LEAVES);
      return { kind: 'span', where, range: tokens.rangeFrom(start) };
    }
    if (segments.length > 1 && segments[0]?.toLowerCase() === 'span') {
      const clause = spanExists(readSpanComparison(tokens));
      this.clauses.add(clause);
      return clause;
    }
    const ofSpan = OF_ANY_SPAN.get(traceAttribute(segments) ?? '');
    return ofSpan === undefined ? readComparison(tokens, readTraceField) : readAnySpan(tokens, ofSpan);
  }

  joinAnd(operands: readonly Filter[]): readonly Combined<TraceLeaf>[] {
    const clauses = operands.filter(
      (operand): operand is SpanExists => operand.kind === 'span' && this.clauses.has(operand),
    );
    const [first] = clauses;
    if (!first || clauses.length < 2) return operands;
    const where: SpanFilter = { kind: 'and', operands: clauses.map((clause) => clause.where) };
    const end = Math.max(...clauses.map(({ range }) => range.end));
    const joined: SpanExists = { kind: 'span', where, range: { start: first.range.start, end } };
    this.clauses.add(joined);
    return operands.flatMap((operand) => {
      if (operand === first) return [joined];
      return clauses.some((clause) => clause === operand) ? [] : [operand];
    });
  }

  closeBrackets(inner: Filter): void {
    this.clauses.delete(inner);
  }
}

function isSpanGroup(tokens: TokenReader, start: FilterToken): boolean {
  return start.kind === 'path' && start.text.toLowerCase() === 'span' && tokens.isSymbol('(', 1);
}

function readAnySpan(tokens: TokenReader, key: string): SpanExists {
  const comparison = readComparison(tokens, (segments) => ({
    field: { entity: 'span', key } as const,
    comparators: ['MATCH', 'LIKE', 'ILIKE'],
    value: 'text',
    label: segments.join('.'),
  }));
  return spanExists(comparison);
}

/** A text or an id that stands alone is searched for. */
function readLiteral(tokens: TokenReader, token: FilterToken): TraceLeaf | undefined {
  const { range } = token;
  const id = idLiteral(token);
  if (id === undefined && token.kind !== 'string') return undefined;
  if (tokens.peek(1).kind === 'symbol' && !tokens.isSymbol(')', 1)) return undefined;
  tokens.countComparison(tokens.take());
  if (id?.kind === 'trace') {
    const field = { entity: 'trace', key: 'request_id' } as const;
    return { kind: 'comparison', field, comparator: '=', value: id.id, range };
  }
  const value = id?.id ?? (token.kind === 'string' ? token.value : '');
  const field = { entity: 'span', key: id ? 'id' : 'content' } as const;
  return spanExists({ kind: 'comparison', field, comparator: id ? '=' : 'MATCH', value, range });
}

function spanExists(where: Comparison<SpanField>): SpanExists {
  return { kind: 'span', where, range: where.range };
}
