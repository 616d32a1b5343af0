/** A local log has one epoch: its shards never change. */
const EPOCH_START = 2n ** 48n;

export function sequenceOf(number: number): bigint {
  return EPOCH_START + BigInt(number);
}

export function numberOf(sequence: bigint): number {
  return Number(sequence - EPOCH_START);
}
