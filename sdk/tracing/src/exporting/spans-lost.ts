/** Spans that Millrace did not take, or that were too many to wait for it. */
export class SpansLost extends Error {
  override readonly name = 'SpansLost';
}
