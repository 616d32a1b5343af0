/** One file of the log. `bytes` and `end` describe what is durable: a reader never goes beyond. */
export interface Segment {
  readonly path: string;
  /** Number of its first record. */
  readonly first: number;
  readonly createdAt: number;
  bytes: number;
  /** Number after its last durable record. */
  end: number;
}

const NAME = /^(\d{15})\.segment$/;

export function segmentName(first: number): string {
  return `${String(first).padStart(15, '0')}.segment`;
}

/** Number of the first record of the segment with this file name, or undefined for another file. */
export function segmentFirst(name: string): number | undefined {
  const digits = NAME.exec(name)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
