/** What one fault did. Seconds are of this machine and its load. */
export interface FaultLine {
  readonly fault: string;
  readonly topology: 'standalone' | 'distributed';
  /** Seconds from its begin to its end. */
  readonly lasted: number;
  /** Seconds until `/health` named it, where it has to. */
  readonly toldAfter?: number;
  /** Seconds from its end until all parts were healthy and every kind of work went on. */
  readonly recoveredAfter: number;
  /** By kind of work. */
  readonly acknowledged: Readonly<Record<string, number>>;
  readonly lost: readonly string[];
  readonly twice: readonly string[];
  /** Answers that no client should get, and claims of completeness that did not hold. */
  readonly unexpected: readonly string[];
  /** Answers whose claim of completeness was held against what was acknowledged. */
  readonly claims: number;
  /** The longest time without one acknowledged request, one acknowledged change, one answered read. */
  readonly outages: { readonly traces: number; readonly changes: number; readonly reads: number };
  readonly peakMemoryMb: number;
  readonly peakMemoryOf: string;
  /** The longest time the test itself, its clients and proxies, did not run: no outage is shorter on a machine that is busy. */
  readonly testStoodStill?: number;
}
