import { Unavailable } from '@millrace/domain';

/**
 * How much of what is free beside it a workspace may hold: alone it gets four fifths of all, beside another greedy one each four ninths, and
 * something is always left for one that comes. (Dynamic thresholds: Choudhury and Hahne, 1998.)
 */
const PART_OF_FREE = 4;

/** Bounds the bytes of all requests being worked on, fairly between workspaces. A request that is alone may be larger, for else it never could come in. */
export class InFlightBudget {
  private bytes = 0;
  private readonly bytesOf = new Map<string, number>();

  constructor(private readonly maxBytes: number) {}

  /** For one request; must be released. */
  open(workspaceId: string): Reservation {
    let held = 0;
    return {
      reserve: (bytes) => {
        if (this.bytes > held) this.check(workspaceId, held, bytes);
        held += bytes;
        this.add(workspaceId, bytes);
      },
      release: () => {
        this.add(workspaceId, -held);
        held = 0;
      },
    };
  }

  private check(workspaceId: string, held: number, bytes: number): void {
    const free = this.maxBytes - this.bytes - bytes;
    if (free < 0) {
      throw new Unavailable(
        `more than ${this.maxBytes} bytes of requests are being worked on; send this one again later`,
      );
    }
    const ofWorkspace = this.bytesOf.get(workspaceId) ?? 0;
    const hasOthers = ofWorkspace > held;
    if (hasOthers && ofWorkspace + bytes > PART_OF_FREE * free) {
      throw new Unavailable(
        `the workspace '${workspaceId}' has ${ofWorkspace} bytes of requests being worked on, its share of ${this.maxBytes}; send this one again later`,
      );
    }
  }

  private add(workspaceId: string, bytes: number): void {
    this.bytes += bytes;
    const left = (this.bytesOf.get(workspaceId) ?? 0) + bytes;
    if (left > 0) this.bytesOf.set(workspaceId, left);
    else this.bytesOf.delete(workspaceId);
  }
}

export interface Reservation {
  /** Takes so many bytes more. Throws Unavailable when they are too many beside those of other requests. */
  reserve(bytes: number): void;
  /** Safe to call twice. */
  release(): void;
}
