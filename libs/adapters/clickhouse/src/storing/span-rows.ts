import type { NormalSpan, SpanOrigin, TokenUsage } from '@millrace/domain';
import type { WithdrawnSpan } from '@millrace/ports';
import type { Int64Column } from '../native/number-columns.ts';
import { addAttributes } from './attribute-columns.ts';
import { addContext } from './context-columns.ts';
import { addCost } from './cost-columns.ts';
import type { SpanColumns } from './span-columns.ts';
import { PRESENCE } from './span-presence.ts';
import { attributeMapText, blobsText, eventsText, linksText, textPairs } from './typed-text.ts';

/** Dictionary places of what all spans of one origin share, so that a resource is written as text once a batch. */
interface OriginPlaces {
  readonly resource: number;
  readonly service: number;
  readonly scopeName: number;
  readonly scopeVersion: number;
}

/** Appends spans to the columns of one batch, value by value: no row objects in between. */
export class SpanRows {
  private readonly origins = new Map<SpanOrigin, OriginPlaces>();
  private latestOrigin: SpanOrigin | undefined;
  private latestPlaces: OriginPlaces | undefined;

  constructor(private readonly columns: SpanColumns) {}

  add(span: NormalSpan): void {
    const { columns } = this;
    const { source, meaning } = span;
    columns.workspace_id.add(span.workspaceId);
    columns.experiment_id.add(span.experimentId);
    columns.trace_id.add(source.traceId);
    columns.span_id.add(source.spanId);
    columns.parent_span_id.add(source.parentSpanId ?? '');
    columns.sequence.add(span.sequence);
    columns.is_deleted.add(0);
    columns.received_at.addNumber(span.receivedAt);
    columns.start_time.add(source.startTimeUnixNano);
    columns.end_time.add(source.endTimeUnixNano);
    columns.name.add(source.name);
    columns.kind.add(source.kind);
    columns.type.add(meaning.type);
    columns.status_code.add(source.statusCode);
    columns.status_message.add(source.statusMessage);
    columns.trace_state.add(source.traceState);
    this.addOrigin(source.origin);
    columns.presence.add(this.addMeaning(span) | addTokens(columns, meaning.tokens));
    columns.service_tier.add(meaning.serviceTier ?? '');
    addCost(columns, meaning.cost);
    columns.cost_price.add(meaning.cost?.price ?? '');
    addContext(columns, span);
    addAttributes(columns, span);
    columns.events.add(eventsText(source.events));
    columns.links.add(linksText(source.links));
    columns.blobs.add(blobsText(span.blobs, span.source.origin.resourceBlobs));
    columns.faults.add(meaning.faults?.length ? JSON.stringify(meaning.faults) : '');
  }

  /** A row at the place of an earlier one that says: nothing stands here any more. Its key alone decides what it replaces. */
  withdraw(span: WithdrawnSpan): void {
    this.add({
      workspaceId: '',
      experimentId: span.experimentId,
      sequence: span.sequence,
      receivedAt: 0,
      source: { ...EMPTY_SOURCE, ...span, endTimeUnixNano: span.startTimeUnixNano },
      meaning: { type: '' },
      blobs: new Map(),
      requestPreview: undefined,
      responsePreview: undefined,
    });
    this.columns.is_deleted.replaceLast(1);
  }

  private addOrigin(origin: SpanOrigin): void {
    const { columns } = this;
    const places = origin === this.latestOrigin ? this.latestPlaces : this.placesOf(origin);
    if (places === undefined) return;
    columns.resource.addPlace(places.resource);
    columns.service.addPlace(places.service);
    columns.scope_name.addPlace(places.scopeName);
    columns.scope_version.addPlace(places.scopeVersion);
  }

  private placesOf(origin: SpanOrigin): OriginPlaces {
    let places = this.origins.get(origin);
    if (places === undefined) {
      const { columns } = this;
      const service = origin.resource.get('service.name');
      places = {
        resource: columns.resource.placeOf(attributeMapText(origin.resource)),
        service: columns.service.placeOf(typeof service === 'string' ? service : ''),
        scopeName: columns.scope_name.placeOf(origin.scopeName),
        scopeVersion: columns.scope_version.placeOf(origin.scopeVersion),
      };
      this.origins.set(origin, places);
    }
    this.latestOrigin = origin;
    this.latestPlaces = places;
    return places;
  }

  /** Returns the bits of what is there. Previews are of use on a root only. */
  private addMeaning(span: NormalSpan): number {
    const { columns } = this;
    const { inputs, outputs, model, provider, sessionId, userId, messageFormat } = span.meaning;
    const isRoot = span.source.parentSpanId === undefined;
    const requestPreview = isRoot ? span.requestPreview : undefined;
    const responsePreview = isRoot ? span.responsePreview : undefined;
    columns.model.add(model ?? '');
    columns.provider.add(provider ?? '');
    columns.session_id.add(sessionId ?? '');
    columns.user_id.add(userId ?? '');
    columns.message_format.add(messageFormat ?? '');
    columns.trace_tags.add(textPairs(span.meaning.traceTags));
    columns.request_preview.add(requestPreview ?? '');
    columns.response_preview.add(responsePreview ?? '');
    columns.inputs.add(inputs?.text ?? '');
    columns.inputs_attribute.add(inputs?.attribute ?? '');
    columns.outputs.add(outputs?.text ?? '');
    columns.outputs_attribute.add(outputs?.attribute ?? '');
    return (
      (model === undefined ? 0 : PRESENCE.model) |
      (provider === undefined ? 0 : PRESENCE.provider) |
      (sessionId === undefined ? 0 : PRESENCE.sessionId) |
      (userId === undefined ? 0 : PRESENCE.userId) |
      (messageFormat === undefined ? 0 : PRESENCE.messageFormat) |
      (requestPreview === undefined ? 0 : PRESENCE.requestPreview) |
      (responsePreview === undefined ? 0 : PRESENCE.responsePreview) |
      (inputs === undefined ? 0 : PRESENCE.inputs) |
      (outputs === undefined ? 0 : PRESENCE.outputs)
    );
  }
}

function addTokens(columns: SpanColumns, tokens: TokenUsage | undefined): number {
  columns.tokens_input_audio.addNumber(tokens?.inputAudio ?? 0);
  columns.tokens_output_audio.addNumber(tokens?.outputAudio ?? 0);
  return (
    (tokens === undefined ? 0 : PRESENCE.tokens) |
    addCount(columns.tokens_input, tokens?.input, PRESENCE.tokensInput) |
    addCount(columns.tokens_cache_read, tokens?.cacheRead, PRESENCE.tokensCacheRead) |
    addCount(columns.tokens_cache_write, tokens?.cacheWrite, PRESENCE.tokensCacheWrite) |
    addCount(columns.tokens_output, tokens?.output, PRESENCE.tokensOutput) |
    addCount(columns.tokens_reasoning, tokens?.reasoning, PRESENCE.tokensReasoning) |
    addCount(columns.tokens_total, tokens?.total, PRESENCE.tokensTotal)
  );
}

/** A count that is no count (negative, a fraction) is left out rather than wrapped. */
function addCount(column: Int64Column, count: number | undefined, bit: number): number {
  const isCount = count !== undefined && Number.isSafeInteger(count) && count >= 0;
  column.addNumber(isCount ? count : 0);
  return isCount ? bit : 0;
}

const EMPTY_SOURCE = {
  parentSpanId: undefined,
  name: '',
  kind: 0,
  statusCode: 0,
  statusMessage: '',
  traceState: '',
  attributes: new Map(),
  events: [],
  links: [],
  origin: { resource: new Map(), scopeName: '', scopeVersion: '' },
} as const;
