import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from './ask.ts';
import type { ChangeKind, Subject } from './changes.ts';
import { Pulse } from './pulse.ts';

/** What became of what was acknowledged. */
export interface Tally {
  readonly acknowledged: number;
  readonly lost: readonly string[];
  readonly twice: readonly string[];
}

/** Sends changes of one kind, one after the other, and writes down which were acknowledged. */
export class ChangeLoad {
  readonly pulse = new Pulse();
  /** Answers that are neither success nor a request to come again: none is expected. */
  readonly unexpected: string[] = [];
  private readonly acknowledged = new Set<string>();
  private isStopped = false;
  private readonly work: Promise<void>;

  constructor(
    readonly kind: ChangeKind,
    private readonly subject: Subject,
  ) {
    this.work = this.run();
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    await this.work;
  }

  /** Acknowledged is there once; what was not acknowledged may be there, once. */
  async tally(): Promise<Tally> {
    const all = await this.kind.find(this.subject, this.acknowledged);
    const found = all.filter((name) => name.startsWith(this.prefix));
    const once = new Set(found);
    return {
      acknowledged: this.acknowledged.size,
      lost: [...this.acknowledged].filter((name) => !once.has(name)),
      twice: [...once].filter((name) => found.indexOf(name) !== found.lastIndexOf(name)),
    };
  }

  private get prefix(): string {
    return `${this.kind.name.replaceAll(' ', '-')}-`;
  }

  private async run(): Promise<void> {
    for (let number = 0; !this.isStopped; number += 1) {
      const name = `${this.prefix}${number}`;
      try {
        await this.kind.send(this.subject, name);
        this.acknowledged.add(name);
        this.pulse.beat();
      } catch (error) {
        // No answer, or one that asks to come again: whether it was done is open, so it is not asked again under this name.
        if (error instanceof Refusal && !error.isTemporary)
          this.unexpected.push(`${this.kind.name}: ${error.message}`);
      }
      await sleep(this.kind.pauseMs);
    }
  }
}
