/** Told to BullMQ in place of a handler's error: when the job comes again. */
export class RetryLater extends Error {
  override readonly name = 'RetryLater';

  constructor(
    readonly waitMs: number,
    reason: string,
  ) {
    super(reason);
  }
}
