import { Unavailable } from '@millrace/domain';

interface Waiting {
  readonly bytes: number;
  readonly begin: () => void;
}

/** Longer than a chunk takes on a slow line, shorter than clients wait for an answer. */
const PATIENCE_MS = 45_000;
const MOST_WAITING = 1000;
/** Not worth a place in the queue behind large ones. */
const SMALL_BYTES = 256 * 1024;

/**
 * The memory of all transfers of a process: one that does not fit waits its turn, for a client that sends parts of a file sends each
 * of them once. What does not fit alone is let in when nothing else is under way.
 */
export class TransferMemory {
  private bytes = 0;
  private readonly waiting: Waiting[] = [];

  constructor(
    private readonly maxBytes: number,
    private readonly patienceMs = PATIENCE_MS,
    private readonly smallBytes = SMALL_BYTES,
  ) {}

  /** Answers how to release them, which is safe to call twice. Throws Unavailable when it is too long until they are free. */
  async reserve(bytes: number): Promise<() => void> {
    if (bytes <= this.smallBytes) return () => undefined;
    if (this.waiting.length > 0 || !this.fits(bytes)) await this.waitFor(bytes);
    else this.bytes += bytes;
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      this.bytes -= bytes;
      this.beginWaiting();
    };
  }

  private fits(bytes: number): boolean {
    return this.bytes === 0 || this.bytes + bytes <= this.maxBytes;
  }

  private beginWaiting(): void {
    for (let [next] = this.waiting; next && this.fits(next.bytes); [next] = this.waiting) {
      this.waiting.shift();
      this.bytes += next.bytes;
      next.begin();
    }
  }

  private async waitFor(bytes: number): Promise<void> {
    if (this.waiting.length >= MOST_WAITING) throw tooMany();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const waiting: Waiting = { bytes, begin: resolve };
    this.waiting.push(waiting);
    const timer = setTimeout(() => {
      this.waiting.splice(this.waiting.indexOf(waiting), 1);
      reject(tooMany());
      this.beginWaiting();
    }, this.patienceMs);
    await promise.finally(() => clearTimeout(timer));
  }
}

function tooMany(): Unavailable {
  return new Unavailable('Too many artifacts are being sent at the moment; try again soon.');
}
