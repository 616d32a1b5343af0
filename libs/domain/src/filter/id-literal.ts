import type { FilterToken } from './tokenize-filter.ts';

export interface IdLiteral {
  readonly kind: 'trace' | 'span';
  /** A trace's as MLflow spells it, `tr-<32 hex>`; a span's as 16 hex digits. */
  readonly id: string;
}

const TRACE_ID = /^(?:tr-)?([0-9a-f]{32})$/i;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const SPAN_ID = /^[0-9a-f]{16}$/i;

/** An id pasted into a filter, with quotes or without; undefined for anything else. */
export function idLiteral(token: FilterToken): IdLiteral | undefined {
  const text = (token.kind === 'string' ? token.value : token.text).trim();
  const hex = TRACE_ID.exec(text)?.[1] ?? (UUID.test(text) ? text.replaceAll('-', '') : undefined);
  if (hex !== undefined) return { kind: 'trace', id: `tr-${hex.toLowerCase()}` };
  return SPAN_ID.test(text) ? { kind: 'span', id: text.toLowerCase() } : undefined;
}
