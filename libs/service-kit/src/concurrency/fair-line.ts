interface Waiting<Item> {
  readonly item: Item;
  readonly tag: number;
}

/**
 * A line in which each flow (a tenant) waits behind its own, and flows take turns by what they cost: start-time fair queueing. A flow that
 * comes late is next but one; nothing is owed for time in which it asked for nothing.
 */
export class FairLine<Item> {
  private readonly flows = new Map<string, Waiting<Item>[]>();
  /** Where each flow's next item would stand. */
  private readonly nextTags = new Map<string, number>();
  private now = 0;
  private waiting = 0;

  get size(): number {
    return this.waiting;
  }

  sizeOf(flow: string): number {
    return this.flows.get(flow)?.length ?? 0;
  }

  add(flow: string, cost: number, item: Item): void {
    const tag = Math.max(this.now, this.nextTags.get(flow) ?? 0);
    this.nextTags.set(flow, tag + cost);
    const own = this.flows.get(flow);
    if (own) own.push({ item, tag });
    else this.flows.set(flow, [{ item, tag }]);
    this.waiting += 1;
  }

  /** Whose turn it is of the flows that may; those of a lower weight first. Undefined: nobody's. */
  take(weigh: (flow: string) => number = () => 0): Item | undefined {
    const [chosen] = [...this.flows]
      .map(([flow, [first]]) => ({ flow, weight: weigh(flow), tag: first?.tag ?? 0 }))
      .filter(({ weight }) => weight < Infinity)
      .sort((left, right) => left.weight - right.weight || left.tag - right.tag);
    return chosen && this.takeOf(chosen.flow);
  }

  /** Takes out one that gave up. */
  leave(flow: string, item: Item): void {
    const own = this.flows.get(flow) ?? [];
    const index = own.findIndex((waiting) => waiting.item === item);
    if (index < 0) return;
    own.splice(index, 1);
    this.waiting -= 1;
    this.forget(flow, own);
  }

  private takeOf(flow: string): Item | undefined {
    const own = this.flows.get(flow) ?? [];
    const first = own.shift();
    if (!first) return undefined;
    this.waiting -= 1;
    this.now = Math.max(this.now, first.tag);
    this.forget(flow, own);
    return first.item;
  }

  private forget(flow: string, own: readonly unknown[]): void {
    if (own.length === 0) this.flows.delete(flow);
    if (this.waiting > 0) return;
    // Nobody waits: all begin alike again.
    this.now = 0;
    this.nextTags.clear();
  }
}
