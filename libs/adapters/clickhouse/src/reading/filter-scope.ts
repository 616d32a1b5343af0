import type { Filter, SpanFilter, SpanSearchFilter } from '@millrace/domain';
import type { ClickHouseConnection, QueryParams } from '../connection/clickhouse-connection.ts';
import { attributeKeys, spanAttributeKeys, usesSpans } from '../queries/filter-sql.ts';
import { looksAround, searchedAttributes } from '../queries/search-spans.ts';
import { findPayloadKeys } from '../queries/search-traces.ts';
import { readSpanBounds } from './span-bounds.ts';
import type { TimeRange } from './time-windows.ts';

/** What a filter looks for in spans. */
export interface SpanNeeds {
  readonly usesSpans: boolean;
  readonly attributes: readonly string[];
}

/** What the statement of a filter needs to know of the spans it will look into. */
export interface SpansInScope {
  /** The values of SPAN_BOUNDS, when the filter uses spans. */
  readonly bounds: QueryParams;
  readonly payloadKeys: ReadonlySet<string>;
}

/** Which experiments' traces are asked about, and when they were requested. */
export interface FilteredTraces {
  readonly workspaceId: string;
  readonly experimentIds: readonly number[];
}

/** Of a filter of traces. */
export function traceFilterNeeds(filter: Filter | undefined): SpanNeeds {
  return { usesSpans: usesSpans(filter), attributes: attributeKeys(filter) };
}

/** Of several filters of traces at once. */
export function traceFiltersNeeds(filters: readonly (Filter | undefined)[]): SpanNeeds {
  return {
    usesSpans: filters.some(usesSpans),
    attributes: [...new Set(filters.flatMap((filter) => attributeKeys(filter)))],
  };
}

/** Of a search of spans; only what looks beyond the span itself needs bounds. */
export function spanSearchNeeds(filter: SpanSearchFilter | undefined): SpanNeeds {
  return { usesSpans: looksAround(filter), attributes: searchedAttributes(filter) };
}

/** Of figures: the filter of their traces and that of their spans. */
export function figureNeeds(filter: Filter | undefined, spanFilter: SpanFilter | undefined): SpanNeeds {
  const attributes = [...attributeKeys(filter), ...(spanFilter ? spanAttributeKeys(spanFilter) : [])];
  return { usesSpans: usesSpans(filter) || spanFilter !== undefined, attributes: [...new Set(attributes)] };
}

/**
 * The one place that decides which attributes are looked for in inputs and outputs as well: those that an index finds there among
 * the spans of the traces. To look there is dear, and most attributes never are.
 */
export async function readSpansInScope(
  connection: ClickHouseConnection,
  needs: SpanNeeds,
  traces: FilteredTraces,
  range: TimeRange,
): Promise<SpansInScope> {
  if (!needs.usesSpans) return { bounds: {}, payloadKeys: new Set() };
  const bounds = await readSpanBounds(connection, traces.experimentIds, range);
  if (needs.attributes.length === 0) return { bounds, payloadKeys: new Set() };
  const { sql, params } = findPayloadKeys(needs.attributes);
  const workspace = traces.workspaceId;
  const rows = await connection.select<{ key: string }>(sql, { ...params, ...bounds, workspace });
  return { bounds, payloadKeys: new Set(rows.map((row) => row.key)) };
}
