import { UsageLimiter, type LimitedSubject } from '@millrace/access';
import { Throttled } from '@millrace/domain';
import { SpanLog } from '@millrace/ports';
import { FairTurns } from '@millrace/service-kit';
import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { ReceiverOptions, type ReceiverLimits } from '../receiver.config.ts';
import { BacklogGate } from './backlog-gate.ts';
import type { Reservation } from './in-flight-budget.ts';

/** Whose request it is. */
export interface Place {
  readonly workspaceId: string;
  /** Those whose limits hold for it. */
  readonly subjects: readonly LimitedSubject[];
  /** The sender was told already that it is taken, so it is counted and never refused. */
  readonly isPromised?: boolean;
}

/** What a request has of spans and bytes. */
export interface RequestSize {
  readonly spans: number;
  readonly bytes: number;
}

const WEIGH_MS = 250;
/** Where nothing came for this long, and nobody is slowed, nothing is weighed. */
const QUIET_MS = 15_000;
/** Decoded in one turn of the event loop, about a millisecond's work. */
const BYTES_A_TURN = 128 * 1024;

/**
 * Lets requests in as far as limits and fair shares go (docs/adr/0025): limits of the workspace and its key, a share of the log's queue
 * while the writer is behind, a share of the memory, turns of the event loop.
 */
@Injectable()
export class Intake implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Intake');
  private readonly backlog = new BacklogGate();
  private readonly turns = new FairTurns(BYTES_A_TURN);
  private timer: NodeJS.Timeout | undefined;
  private sentAt = 0;

  constructor(
    private readonly limiter: UsageLimiter,
    private readonly log: SpanLog,
    private readonly options: ReceiverOptions,
  ) {}

  /** What one request may have at most. */
  get limits(): ReceiverLimits {
    return this.options.limits;
  }

  beforeApplicationShutdown(): void {
    clearTimeout(this.timer);
  }

  /** For one request, before anything of it is read; must be released. Throws Throttled. */
  async open({ workspaceId, subjects, isPromised = false }: Place): Promise<Reservation> {
    if (!isPromised) await this.limiter.admitSpans(subjects);
    const leave = await this.backlog.enter(workspaceId, isPromised);
    if (!leave) throw new Throttled(overShare(workspaceId), this.backlog.retryAfterMs);
    const reservation = this.options.budget.open(workspaceId);
    return {
      reserve: (bytes) => reservation.reserve(bytes),
      release: () => {
        leave();
        reservation.release();
      },
    };
  }

  /** Until so many bytes may be decoded. */
  waitTurn({ workspaceId }: Place, bytes: number): Promise<void> {
    return this.turns.wait(workspaceId, bytes);
  }

  /** What the request turned out to be, before it goes into the log. */
  take({ workspaceId, subjects }: Place, size: RequestSize): void {
    this.limiter.takeSpans(subjects, size);
    this.backlog.note(workspaceId, size.bytes);
    this.sentAt = Date.now();
    this.timer ??= setTimeout(() => void this.weigh(), WEIGH_MS).unref();
  }

  /** What of it is in the log. */
  count({ subjects }: Place, size: RequestSize): void {
    this.limiter.countSpans(subjects, size);
  }

  private async weigh(): Promise<void> {
    try {
      const { lagMs } = await this.log.freshness();
      this.backlog.weigh(lagMs);
    } catch (error) {
      // A log that does not answer says nothing of who sends too much.
      this.logger.debug(`how far the writer is behind is not known: ${String(error)}`);
    }
    const isOver = Date.now() - this.sentAt > QUIET_MS && !this.backlog.isSlowing;
    this.timer = isOver ? undefined : setTimeout(() => void this.weigh(), WEIGH_MS).unref();
  }
}

function overShare(workspaceId: string): string {
  return `More is sent than can be stored at the moment, and the workspace '${workspaceId}' sends more than its fair share: send again later.`;
}
