import { Rejected, type NormalSpan, type TraceRow } from '@millrace/domain';
import { SpanStore, type DeadLetter, type SpanBatch, type StoredTrace } from '@millrace/ports';

/** Keeps dead letters and nothing else. */
export class InMemoryDeadLetters extends SpanStore {
  private readonly letters = new Map<string, DeadLetter>();

  openBatch(): SpanBatch {
    throw new Rejected('this store keeps dead letters only');
  }

  async writeTraces(): Promise<void> {
    throw new Rejected('this store keeps dead letters only');
  }

  async loadTraces(): Promise<StoredTrace[]> {
    return [];
  }

  async loadSpans(): Promise<NormalSpan[]> {
    return [];
  }

  async findUncompleted(): Promise<TraceRow[]> {
    return [];
  }

  async writeDeadLetters(letters: readonly DeadLetter[]): Promise<void> {
    for (const letter of letters) this.letters.set(letter.id, letter);
  }

  async listDeadLetters(workspaceId: string, limit: number): Promise<DeadLetter[]> {
    return [...this.letters.values()]
      .filter((letter) => letter.workspaceId === workspaceId)
      .sort((a, b) => b.failedAt - a.failedAt)
      .slice(0, limit)
      .map((letter) => ({ ...letter, record: new Uint8Array() }));
  }

  async readDeadLetters(workspaceId: string, ids: readonly string[]): Promise<DeadLetter[]> {
    return ids
      .map((id) => this.letters.get(id))
      .filter((letter) => letter !== undefined)
      .filter((letter) => letter.workspaceId === workspaceId);
  }

  async removeDeadLetters(_: string, ids: readonly string[]): Promise<void> {
    for (const id of ids) this.letters.delete(id);
  }

  async checkReady(): Promise<void> {
    return undefined;
  }
}
