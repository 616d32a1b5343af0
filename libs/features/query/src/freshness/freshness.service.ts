import { Injectable } from '@nestjs/common';
import { Unavailable } from '@millrace/domain';
import { READ_BARRIER_MS, SpanLog, TraceReader } from '@millrace/ports';

/** Carried by every answer that reads traces: everything acknowledged up to then was seen. RFC 3339. */
export const COMPLETE_TO_HEADER = 'x-millrace-complete-to';

export interface KnownFreshness {
  /** Milliseconds since the epoch; undefined while the log can't be asked. */
  readonly completeTo: number | undefined;
  readonly isComplete: boolean;
}

const UNKNOWN: KnownFreshness = { completeTo: undefined, isComplete: false };

/** How complete reads are. Never fails: what can't be known counts as incomplete. */
@Injectable()
export class FreshnessService {
  constructor(
    private readonly log: SpanLog,
    private readonly traces: TraceReader,
  ) {}

  current(): Promise<KnownFreshness> {
    return orUnknown(async () => this.ifShown(await this.log.freshness()));
  }

  /** Waits, two seconds at most, until everything acknowledged before the call is stored; `key` narrows that to one trace. */
  waitComplete(key?: string): Promise<KnownFreshness> {
    const wait = { timeoutMs: READ_BARRIER_MS, ...(key !== undefined && { key }) };
    return orUnknown(async () => this.ifShown(await this.log.barrier(wait)));
  }

  /** What was known before a read, for who has read: the store may have lost rows from sight meanwhile. */
  afterRead(known: KnownFreshness): Promise<KnownFreshness> {
    return orUnknown(() => this.ifShown(known));
  }

  private async ifShown(known: KnownFreshness): Promise<KnownFreshness> {
    return (await this.traces.hidesRows()) ? UNKNOWN : known;
  }
}

async function orUnknown(ask: () => Promise<KnownFreshness>): Promise<KnownFreshness> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    return UNKNOWN;
  }
}
