const OFFSET_BITS = 48n;

/** The position of a record for ever: the epoch of the topic's partitioning, then the offset. */
export function sequenceOf(offset: bigint, epoch: number): bigint {
  return (BigInt(epoch) << OFFSET_BITS) + offset;
}

/** The offset in a sequence of this epoch. A sequence of an epoch before is before every offset. */
export function offsetOf(sequence: bigint, epoch: number): bigint {
  return sequence - (BigInt(epoch) << OFFSET_BITS);
}
