import type { AttributeMap, OtlpSpan, SpanMeaning, SpanOrigin, StatusCode } from '@millrace/domain';
import type { SpanSkeleton, StoredSpan } from '@millrace/ports';
import { readAttributes, type AttributeColumns } from '../storing/attribute-columns.ts';
import { readContext, readFirstToken, type ContextColumns } from '../storing/context-columns.ts';
import { readSpanCost, type CostColumns } from '../storing/cost-columns.ts';
import { PRESENCE, readTokenUsage, type TokenColumns } from '../storing/span-presence.ts';
import {
  readAttributeMap,
  readBlobs,
  readEvents,
  readLinks,
  readResourceBlobs,
  readTextPairs,
} from '../storing/typed-text.ts';
import { NO_PARENT } from './span-facts.ts';

export interface SkeletonRow extends TokenColumns, CostColumns {
  readonly span_hex: string;
  readonly parent_hex: string;
  readonly name: string;
  readonly type: string;
  readonly start_ns: string;
  readonly end_ns: string;
  readonly status_code: StatusCode;
  readonly status_message: string;
  readonly service: string;
  readonly model: string;
  readonly provider: string;
  readonly service_tier: string;
  readonly cost_price: string;
  readonly first_token_ns: string | null;
}

export interface SpanRow extends SkeletonRow, AttributeColumns, ContextColumns {
  readonly experiment_id: number;
  readonly kind: number;
  readonly trace_hex: string;
  readonly trace_state: string;
  readonly trace_tags: string;
  readonly session_id: string;
  readonly user_id: string;
  readonly message_format: string;
  readonly resource: string;
  readonly scope_name: string;
  readonly scope_version: string;
  readonly events: string;
  readonly links: string;
  readonly blobs: string;
  readonly faults: string;
}

export function toSkeleton(row: SkeletonRow): SpanSkeleton {
  return {
    spanId: row.span_hex,
    parentSpanId: row.parent_hex === NO_PARENT ? undefined : row.parent_hex,
    name: row.name,
    type: row.type,
    startTimeUnixNano: BigInt(row.start_ns),
    endTimeUnixNano: BigInt(row.end_ns),
    statusCode: row.status_code,
    statusMessage: row.status_message,
    service: row.service,
    model: row.presence & PRESENCE.model ? row.model : undefined,
    provider: row.presence & PRESENCE.provider ? row.provider : undefined,
    tokens: readTokenUsage(row),
    cost: readSpanCost(row),
    timeToFirstTokenMs: readFirstToken(row.first_token_ns),
  };
}

/** Spans of one resource and scope share it, as they did when they came. */
export function toStoredSpans(rows: readonly SpanRow[]): StoredSpan[] {
  const origins = new Map<string, SpanOrigin>();
  return rows.map((row) => {
    const resourceBlobs = readResourceBlobs(row.blobs);
    const blobsKey = resourceBlobs && [...resourceBlobs];
    const key = JSON.stringify([row.resource, row.scope_name, row.scope_version, blobsKey]);
    const origin = origins.get(key) ?? toOrigin(row, resourceBlobs);
    origins.set(key, origin);
    const span = toOtlpSpan(row, origin);
    return {
      experimentId: row.experiment_id,
      span,
      meaning: toMeaning(row, span.attributes),
      blobs: readBlobs(row.blobs),
    };
  });
}

function toOrigin(row: SpanRow, resourceBlobs: SpanOrigin['resourceBlobs']): SpanOrigin {
  return {
    resource: readAttributeMap(row.resource),
    ...(resourceBlobs && { resourceBlobs }),
    scopeName: row.scope_name,
    scopeVersion: row.scope_version,
  };
}

function toOtlpSpan(row: SpanRow, origin: SpanOrigin): OtlpSpan {
  return {
    traceId: row.trace_hex,
    spanId: row.span_hex,
    parentSpanId: row.parent_hex === NO_PARENT ? undefined : row.parent_hex,
    name: row.name,
    kind: row.kind,
    startTimeUnixNano: BigInt(row.start_ns),
    endTimeUnixNano: BigInt(row.end_ns),
    statusCode: row.status_code,
    statusMessage: row.status_message,
    traceState: row.trace_state,
    attributes: readAttributes(row),
    events: readEvents(row.events),
    links: readLinks(row.links),
    origin,
  };
}

function toMeaning(row: SpanRow, attributes: AttributeMap): SpanMeaning {
  const { presence } = row;
  const tokens = readTokenUsage(row);
  const cost = readSpanCost(row);
  return {
    type: row.type,
    ...(presence & PRESENCE.inputs && { inputs: payload(row.inputs, row.inputs_attribute) }),
    ...(presence & PRESENCE.outputs && { outputs: payload(row.outputs, row.outputs_attribute) }),
    ...(presence & PRESENCE.model && { model: row.model }),
    ...(presence & PRESENCE.provider && { provider: row.provider }),
    ...(tokens && { tokens }),
    ...(row.service_tier !== '' && { serviceTier: row.service_tier }),
    ...(cost && { cost }),
    ...(presence & PRESENCE.sessionId && { sessionId: row.session_id }),
    ...(presence & PRESENCE.userId && { userId: row.user_id }),
    ...readContext(row, attributes),
    ...(row.trace_tags !== '' && { traceTags: readTextPairs(row.trace_tags) }),
    ...(presence & PRESENCE.messageFormat && { messageFormat: row.message_format }),
    ...(row.faults !== '' && { faults: JSON.parse(row.faults) as string[] }),
  };
}

function payload(text: string, attribute: string) {
  return { text, ...(attribute !== '' && { attribute }) };
}
