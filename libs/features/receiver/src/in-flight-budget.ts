import { Unavailable } from '@millrace/domain';

/** Bounds the bytes of all requests being worked on. A request that is alone may be larger, for else it never could come in. */
export class InFlightBudget {
  private bytes = 0;

  constructor(private readonly maxBytes: number) {}

  /** For one request; must be released. */
  open(): Reservation {
    let held = 0;
    return {
      reserve: (bytes) => {
        const hasCompany = this.bytes > held;
        if (hasCompany && this.bytes + bytes > this.maxBytes) {
          throw new Unavailable(
            `more than ${this.maxBytes} bytes of requests are being worked on; send this one again later`,
          );
        }
        held += bytes;
        this.bytes += bytes;
      },
      release: () => {
        this.bytes -= held;
        held = 0;
      },
    };
  }
}

export interface Reservation {
  /** Takes so many bytes more. Throws Unavailable when they are too many beside those of other requests. */
  reserve(bytes: number): void;
  /** Safe to call twice. */
  release(): void;
}
