import { Injectable } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RegisteredVersion } from '@millrace/registered-models';
import { RegistryOptions } from '../registry.config.ts';

interface Entry {
  readonly askedAt: number;
  readonly answer: Promise<RegisteredVersion | undefined>;
}

const MOST_CHARACTERS = 64 * 1024 * 1024;
/** What an entry costs beside its texts. */
const ENTRY_CHARACTERS = 2000;

/**
 * Versions that were loaded a moment ago, by whatever they were asked by. An answer is used for at most `leaseMs` from the
 * moment its query began, and a writer acknowledges a change only after that time (`settle`): so nobody who knows of a change
 * is answered from before it, in whatever process. A process that is alone forgets at once and waits for nothing.
 */
@Injectable()
export class VersionCache {
  private readonly entries = new Map<string, Map<string, Entry>>();
  private characters = 0;
  private readonly leaseMs: number;
  private readonly isAlone: boolean;

  constructor({ config }: RegistryOptions) {
    this.leaseMs = config.versionLeaseMs;
    this.isAlone = config.isOnlyProcess;
  }

  /** One query answers all who ask meanwhile. Only what was found is answered from it. */
  async get(
    owner: string,
    selector: string,
    load: () => Promise<RegisteredVersion | undefined>,
  ): Promise<RegisteredVersion | undefined> {
    const known = this.entries.get(owner)?.get(selector);
    if (known && performance.now() - known.askedAt < this.leaseMs) {
      const found = await known.answer.catch(() => undefined);
      // What is new waits for no lease, so a query of before may not say that it is missing.
      return found ?? load();
    }
    const entry: Entry = { askedAt: performance.now(), answer: load() };
    this.keep(owner, selector, entry);
    entry.answer.then(
      (found) => {
        if (!found) this.drop(owner, selector, entry);
        else if (this.entries.get(owner)?.get(selector) === entry) this.count(found);
      },
      () => this.drop(owner, selector, entry),
    );
    return entry.answer;
  }

  /** After a change of a prompt or model was committed; resolves when no process answers from before it. */
  async settle(owner: string): Promise<void> {
    this.entries.delete(owner);
    if (!this.isAlone) await sleep(this.leaseMs);
  }

  private keep(owner: string, selector: string, entry: Entry): void {
    const selectors = this.entries.get(owner) ?? new Map<string, Entry>();
    this.entries.set(owner, selectors.set(selector, entry));
  }

  private drop(owner: string, selector: string, entry: Entry): void {
    const selectors = this.entries.get(owner);
    if (selectors?.get(selector) !== entry) return;
    selectors.delete(selector);
    if (selectors.size === 0) this.entries.delete(owner);
  }

  /** Leases are short, so what is there is hardly worth sorting: when it gets too much, all of it goes. */
  private count({ version }: RegisteredVersion): void {
    this.characters += ENTRY_CHARACTERS + (version.template?.length ?? 0);
    if (this.characters <= MOST_CHARACTERS) return;
    this.characters = 0;
    this.entries.clear();
  }
}

/** Whose entries. */
export function ownerOf({
  workspaceId,
  name,
}: {
  readonly workspaceId: string;
  readonly name: string;
}): string {
  return `${workspaceId}/${name}`;
}
