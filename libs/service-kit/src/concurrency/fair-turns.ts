import { FairLine } from './fair-line.ts';

/**
 * Lets work on the event loop begin piece by piece, fairly between tenants, and what else the loop has to do in between: so the pieces of
 * one do not stand together in front of another's.
 */
export class FairTurns {
  private readonly line = new FairLine<{ readonly cost: number; readonly begin: () => void }>();
  private left: number;
  private isPumping = false;

  /** @param costATurn what may begin in one turn of the loop; a piece that costs more has a turn to itself. */
  constructor(private readonly costATurn: number) {
    this.left = costATurn;
  }

  /** Resolves when the piece may begin; it holds nothing. */
  wait(tenant: string, cost: number): Promise<void> {
    if (this.line.size === 0 && this.left > 0) {
      this.spend(cost);
      return Promise.resolve();
    }
    return new Promise((begin) => this.line.add(tenant, cost, { cost, begin }));
  }

  private spend(cost: number): void {
    this.left -= cost;
    if (this.isPumping) return;
    this.isPumping = true;
    setImmediate(() => this.nextTurn());
  }

  private nextTurn(): void {
    this.isPumping = false;
    this.left = this.costATurn;
    while (this.left > 0) {
      const next = this.line.take();
      if (!next) return;
      this.spend(next.cost);
      next.begin();
    }
  }
}
