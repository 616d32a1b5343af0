import { Injectable } from '@nestjs/common';
import { logKey, SpanLog, SpanStore, type DeadLetter } from '@millrace/ports';

/** What could not be stored, and what an operator does about it. */
@Injectable()
export class DeadLettersService {
  constructor(
    private readonly store: SpanStore,
    private readonly log: SpanLog,
  ) {}

  /** Newest first, records left out. */
  list(workspaceId: string, limit: number): Promise<DeadLetter[]> {
    return this.store.listDeadLetters(workspaceId, limit);
  }

  /**
   * Puts the same records into the log once more, then forgets the letters. Killed between the two, a second replay changes
   * nothing: spans and entries of one identity are stored once.
   */
  async replay(workspaceId: string, ids: readonly string[]): Promise<number> {
    const letters = await this.store.readDeadLetters(workspaceId, ids);
    for (const letter of letters) {
      await this.log.append([{ key: logKey(letter.workspaceId, letter.traceId), value: letter.record }]);
      await this.store.removeDeadLetters(workspaceId, [letter.id]);
    }
    return letters.length;
  }

  /** For good. */
  async discard(workspaceId: string, ids: readonly string[]): Promise<number> {
    const letters = await this.store.readDeadLetters(workspaceId, ids);
    await this.store.removeDeadLetters(
      workspaceId,
      letters.map(({ id }) => id),
    );
    return letters.length;
  }
}
