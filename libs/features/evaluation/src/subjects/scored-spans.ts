import {
  attributeText,
  Rejected,
  type BlobReference,
  type JsonValue,
  type SpanPayload,
} from '@millrace/domain';
import { BlobStore, type StoredSpan } from '@millrace/ports';
import type { ScoredSpan } from '@millrace/scorers';
import { readBlob } from '@millrace/trace-access';
import { readJsonText } from './json-text.ts';
import { cutPayload, type PayloadBudget } from './payload-budget.ts';

/** Turns stored spans into what scorers read, payloads whole as far as the budget goes; a large value is only then fetched. */
export class ScoredSpans {
  constructor(
    private readonly blobs: BlobStore,
    private readonly budget: PayloadBudget,
  ) {}

  /** Throws Unavailable. */
  async read(stored: StoredSpan): Promise<ScoredSpan> {
    const { span, meaning } = stored;
    return {
      spanId: span.spanId,
      parentSpanId: span.parentSpanId,
      name: span.name,
      type: meaning.type,
      inputs: await this.payload(stored, meaning.inputs),
      outputs: await this.payload(stored, meaning.outputs),
      startTimeUnixNano: span.startTimeUnixNano,
      endTimeUnixNano: span.endTimeUnixNano,
      statusCode: span.statusCode,
      statusMessage: span.statusMessage,
      model: meaning.model,
      tools: await this.payload(stored, meaning.tools),
      documents: await this.payload(stored, meaning.documents),
    };
  }

  private async payload(
    stored: StoredSpan,
    payload: SpanPayload | undefined,
  ): Promise<JsonValue | undefined> {
    if (!payload) return undefined;
    const reference = payload.attribute === undefined ? undefined : stored.blobs.get(payload.attribute);
    const size = reference?.bytes ?? payload.text.length;
    if (!this.budget.spend(size)) return cutPayload(payload.text, size);
    return reference ? this.large(payload, reference) : readJsonText(payload.text);
  }

  /** Retention may have taken the value: its beginning is in the row. */
  private async large(payload: SpanPayload, { blob, bytes }: BlobReference): Promise<JsonValue> {
    try {
      return readJsonText(attributeText(await readBlob(this.blobs, blob)));
    } catch (error) {
      if (!(error instanceof Rejected)) throw error;
      return cutPayload(payload.text, bytes);
    }
  }
}
