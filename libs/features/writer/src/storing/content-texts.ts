import { blobOfContent, Rejected } from '@millrace/domain';
import { BlobStore, SpanStore, type TraceKey } from '@millrace/ports';
import { IN_STORAGE, keyInTrace, type SpanWithContent } from './span-with-content.ts';

/** The texts of content entries, from memory, storage or the BlobStore. */
export class ContentTexts {
  private readonly texts = new Map<string, string>();

  private constructor(private readonly blobs: BlobStore) {}

  /** Throws Unavailable when storage can't be read. */
  static async read(
    waiting: readonly SpanWithContent[],
    store: SpanStore,
    blobs: BlobStore,
  ): Promise<ContentTexts> {
    const texts = new ContentTexts(blobs);
    const inStorage = waiting.filter(({ entries }) => entries.some(({ value }) => value === IN_STORAGE));
    const stored =
      inStorage.length === 0 ? [] : await store.loadTraces(inStorage.map(({ change }) => change));
    for (const trace of stored)
      for (const { kind, key, value } of trace.entries)
        if (kind === 'content') await texts.note(trace, key, value);
    for (const { change, entries } of waiting)
      for (const { key, value } of entries) await texts.note(change, key, value);
    return texts;
  }

  get(trace: TraceKey, key: string): string | undefined {
    return this.texts.get(keyInTrace(trace, key));
  }

  private async note(trace: TraceKey, key: string, value: string | undefined): Promise<void> {
    if (value === undefined || value === IN_STORAGE) return;
    const text = await this.textOf(value);
    if (text !== undefined) this.texts.set(keyInTrace(trace, key), text);
  }

  /** A blob that retention has removed holds nothing for anyone. */
  private async textOf(value: string): Promise<string | undefined> {
    const blob = blobOfContent(value);
    if (blob === undefined) return value;
    try {
      return Buffer.from(await this.blobs.get(blob)).toString('utf8');
    } catch (error) {
      if (error instanceof Rejected) return undefined;
      throw error;
    }
  }
}
