import type { TraceOutline } from '../../../api/trace-detail.ts';

type Columns = Pick<TraceOutline, 'span_ids' | 'parents' | 'starts_us' | 'durations_us' | 'errors'> & {
  readonly tokens: TraceOutline['tokens'];
  readonly costs: TraceOutline['costs'];
};

/**
 * The spans of a trace as a forest. A span is known by its position in the outline, which is sorted by start; every list here is by
 * position but `order`.
 */
export interface SpanTree {
  readonly size: number;
  /** Position of the parent; negative for a root. */
  readonly parents: Int32Array;
  /** Spans with a parent that is not there, or only through themselves: shown as roots. */
  readonly orphans: ReadonlySet<number>;
  /** Positions from top to bottom: a parent before its children, children by start. */
  readonly order: Int32Array;
  /** Where in `order` a span stands. */
  readonly places: Int32Array;
  readonly depths: Int32Array;
  /** Spans of the subtree, itself included: those that follow it in `order`. */
  readonly subtreeSizes: Int32Array;
  readonly childCounts: Int32Array;
  /** Microseconds after the first span began. */
  readonly starts: Float64Array;
  /** Never before the start. */
  readonly ends: Float64Array;
  readonly isError: Uint8Array;
  /** Failed spans below a span, itself not counted. */
  readonly errorsBelow: Int32Array;
  /** Of the span with all below; one that reports its own counts for its calls. */
  readonly tokens: Float64Array;
  readonly costs: Float64Array;
  /** When the last span ended, in microseconds after the first began. */
  readonly duration: number;
}

const ROOT = -1;

export function buildSpanTree(outline: Columns): SpanTree {
  const size = outline.span_ids.length;
  const { parents, orphans } = cutCycles(outline.parents);
  const { order, depths } = walkDown(parents);
  const places = new Int32Array(size);
  order.forEach((position, place) => (places[position] = place));
  const starts = Float64Array.from(outline.starts_us);
  const ends = starts.map((start, position) => start + Math.max(0, outline.durations_us[position] ?? 0));
  const isError = new Uint8Array(size);
  for (const position of outline.errors) isError[position] = 1;
  const below = sumUp(order, parents, isError);
  return {
    size,
    parents,
    orphans,
    order,
    places,
    depths,
    ...below,
    starts,
    ends,
    isError,
    tokens: sumReported(order, parents, outline.tokens),
    costs: sumReported(order, parents, outline.costs),
    duration: ends.reduce((latest, end) => Math.max(latest, end), 0),
  };
}

/** Parents that lead round in a circle are cut above the member that began first, so that every span stands below a root. */
function cutCycles(given: readonly number[]): { parents: Int32Array; orphans: Set<number> } {
  const parents = Int32Array.from(given);
  const orphans = new Set<number>();
  /** Which climb saw a span first; 0: none yet. */
  const climbs = new Int32Array(parents.length);
  for (let first = 0; first < parents.length; first += 1) {
    const climb = first + 1;
    let at = first;
    while (at >= 0 && climbs[at] === 0) {
      climbs[at] = climb;
      at = parents[at] ?? ROOT;
    }
    if (at >= 0 && climbs[at] === climb) {
      const top = firstOfCycle(parents, at);
      parents[top] = ROOT;
      orphans.add(top);
    }
  }
  for (let position = 0; position < parents.length; position += 1) {
    if ((parents[position] ?? ROOT) < ROOT) orphans.add(position);
  }
  return { parents, orphans };
}

function firstOfCycle(parents: Int32Array, member: number): number {
  let first = member;
  for (let at = parents[member] ?? member; at !== member; at = parents[at] ?? member) {
    first = Math.min(first, at);
  }
  return first;
}

/** From top to bottom, without recursion: a chain may be as deep as the trace is large. */
function walkDown(parents: Int32Array): { order: Int32Array; depths: Int32Array } {
  const size = parents.length;
  const lastChildren = new Int32Array(size).fill(ROOT);
  const previousSiblings = new Int32Array(size).fill(ROOT);
  const roots: number[] = [];
  for (let position = 0; position < size; position += 1) {
    const parent = parents[position] ?? ROOT;
    if (parent < 0) roots.push(position);
    else {
      previousSiblings[position] = lastChildren[parent] ?? ROOT;
      lastChildren[parent] = position;
    }
  }
  const order = new Int32Array(size);
  const depths = new Int32Array(size);
  const waiting = roots.reverse();
  let place = 0;
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    order[place] = at;
    place += 1;
    for (let child = lastChildren[at] ?? ROOT; child >= 0; child = previousSiblings[child] ?? ROOT) {
      depths[child] = (depths[at] ?? 0) + 1;
      waiting.push(child);
    }
  }
  return { order, depths };
}

function sumUp(order: Int32Array, parents: Int32Array, isError: Uint8Array) {
  const subtreeSizes = new Int32Array(order.length).fill(1);
  const childCounts = new Int32Array(order.length);
  const errorsBelow = new Int32Array(order.length);
  eachUpwards(order, parents, (position, parent) => {
    subtreeSizes[parent] = (subtreeSizes[parent] ?? 0) + (subtreeSizes[position] ?? 0);
    childCounts[parent] = (childCounts[parent] ?? 0) + 1;
    errorsBelow[parent] =
      (errorsBelow[parent] ?? 0) + (errorsBelow[position] ?? 0) + (isError[position] ?? 0);
  });
  return { subtreeSizes, childCounts, errorsBelow };
}

/** As a trace's own sum: what a span reports counts for its calls, which an agent often repeats. */
function sumReported(
  order: Int32Array,
  parents: Int32Array,
  { spans, values }: TraceOutline['tokens'],
): Float64Array {
  const own = new Float64Array(order.length);
  spans.forEach((position, index) => (own[position] = values[index] ?? 0));
  const sums = own.slice();
  eachUpwards(order, parents, (position, parent) => {
    if (own[parent] === 0) sums[parent] = (sums[parent] ?? 0) + (sums[position] ?? 0);
  });
  return sums;
}

/** Every span that has a parent, below before above. */
function eachUpwards(
  order: Int32Array,
  parents: Int32Array,
  visit: (position: number, parent: number) => void,
): void {
  for (let place = order.length - 1; place >= 0; place -= 1) {
    const position = order[place] ?? 0;
    const parent = parents[position] ?? ROOT;
    if (parent >= 0) visit(position, parent);
  }
}
