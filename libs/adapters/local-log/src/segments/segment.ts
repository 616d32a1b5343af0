import type { SegmentHeader } from './segment-format.ts';

/** One file of the log. */
export interface Segment {
  readonly path: string;
  /** Number of its first record. */
  readonly first: number;
  readonly header: SegmentHeader;
  /** No record lies behind this offset; for the segment being written, the end of what is durable. */
  bytes: number;
  /** Number after its last durable record: a reader never goes beyond. */
  end: number;
}

/**
 * A copy of a log goes on after so many numbers: more records than a log takes while the other stores are copied after it, so
 * that what these hold of later records stays older than what the copy takes.
 */
export const NUMBERS_LEFT_OUT = 1_000_000_000;

const NAME = /^(\d{15})\.segment$/;

export function segmentName(first: number): string {
  return `${String(first).padStart(15, '0')}.segment`;
}

/** Number of the first record of the segment with this file name, or undefined for another file. */
export function segmentFirst(name: string): number | undefined {
  const digits = NAME.exec(name)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
