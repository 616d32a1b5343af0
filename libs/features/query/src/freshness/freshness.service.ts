import { Injectable } from '@nestjs/common';
import { Unavailable } from '@millrace/domain';
import { READ_BARRIER_MS, SpanLog } from '@millrace/ports';

/** Carried by every answer that reads traces: everything acknowledged up to then was seen. RFC 3339. */
export const COMPLETE_TO_HEADER = 'x-millrace-complete-to';

export interface KnownFreshness {
  /** Milliseconds since the epoch; undefined while the log can't be asked. */
  readonly completeTo: number | undefined;
  readonly isComplete: boolean;
}

/** How complete reads are. Never fails: what can't be known counts as incomplete. */
@Injectable()
export class FreshnessService {
  constructor(private readonly log: SpanLog) {}

  current(): Promise<KnownFreshness> {
    return orUnknown(this.log.freshness());
  }

  /** Waits, two seconds at most, until everything acknowledged before the call is stored; `key` narrows that to one trace. */
  waitComplete(key?: string): Promise<KnownFreshness> {
    return orUnknown(this.log.barrier({ timeoutMs: READ_BARRIER_MS, ...(key !== undefined && { key }) }));
  }
}

async function orUnknown(asked: Promise<KnownFreshness>): Promise<KnownFreshness> {
  try {
    return await asked;
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    return { completeTo: undefined, isComplete: false };
  }
}
