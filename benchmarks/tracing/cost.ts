import type { Shape } from './payloads.ts';

export interface Case {
  readonly shape: Shape;
  /** JSON of all inputs and outputs of a trace, about. */
  readonly bytes: number;
  /** Traces made without a pause. */
  readonly batch: number;
  readonly batches: number;
  /** Traces that wait together when memory is looked at. */
  readonly burst: number;
}

/** What a trace costs whoever makes it. */
export interface Cost {
  /** Between the call and its answer. */
  readonly callerMicroseconds: number;
  /** CPU of the caller's thread until all is sent: the same, and what the background does there. */
  readonly threadMicroseconds: number;
  /** How long the event loop stood still at most. */
  readonly longestBlockMs: number;
  /** Memory of what waits to be sent, by the bytes of its JSON. */
  readonly keptPerByte: number;
  /** Memory that is not given back when all is sent. */
  readonly staysMb: number;
}
