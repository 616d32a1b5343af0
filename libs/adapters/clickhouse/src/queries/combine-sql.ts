import type { Combined, Junction } from '@millrace/domain';

/** A condition built from the conditions of the leaves. */
export function combineSql<Leaf extends { readonly kind: string }>(
  filter: Combined<Leaf>,
  leafSql: (leaf: Leaf) => string,
): string {
  if (!isJunction(filter)) return leafSql(filter);
  if (filter.kind === 'not') return `NOT (${combineSql(filter.operand, leafSql)})`;
  const parts = filter.operands.map((operand) => combineSql(operand, leafSql));
  if (parts.length === 0) return filter.kind === 'and' ? '1' : '0';
  return `(${parts.join(filter.kind === 'and' ? ' AND ' : ' OR ')})`;
}

/** The leaves of a filter, whatever joins or negates them. */
export function leavesOf<Leaf extends { readonly kind: string }>(filter: Combined<Leaf>): Leaf[] {
  if (!isJunction(filter)) return [filter];
  const operands = filter.kind === 'not' ? [filter.operand] : filter.operands;
  return operands.flatMap((operand) => leavesOf(operand));
}

function isJunction<Leaf extends { readonly kind: string }>(
  filter: Combined<Leaf>,
): filter is Junction<Leaf> {
  return filter.kind === 'and' || filter.kind === 'or' || filter.kind === 'not';
}
