import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BacklogShares } from './backlog-shares.ts';

const MB = 1_000_000;
const REQUEST = MB / 10;
const TICK_MS = 50;
/** Every so many ticks the shares are weighed. */
const WEIGHED = 5;

interface Demand {
  readonly perSecond: number;
  readonly fromSecond?: number;
}

/** A log whose writer stores so many bytes a second in the order they came, and senders who send as much of their demand as they may. */
class Simulation {
  readonly shares: BacklogShares;
  readonly sent: Record<string, number> = {};
  /** How long what the first sender sent in a second waited at most, by second. */
  readonly delays: number[] = [];
  private now = 1_000_000;
  private arrived = 0;
  private stored = 0;
  private readonly arrivals: [time: number, upTo: number][] = [];

  constructor(
    private readonly capacityAt: (second: number) => number,
    private readonly demands: Readonly<Record<string, Demand>>,
  ) {
    this.shares = new BacklogShares(() => this.now);
    for (const name of Object.keys(demands)) this.sent[name] = 0;
  }

  run(seconds: number): this {
    for (let tick = 1; tick <= (seconds * 1000) / TICK_MS; tick++) {
      this.now += TICK_MS;
      const second = (tick * TICK_MS) / 1000;
      for (const [name, demand] of Object.entries(this.demands)) this.send(name, demand, second);
      this.arrivals.push([this.now, this.arrived]);
      const capacity = this.capacityAt(second);
      this.stored = Math.min(this.arrived, this.stored + (capacity * TICK_MS) / 1000);
      const index = Math.floor(second);
      this.delays[index] = Math.max(this.delays[index] ?? 0, (this.arrived - this.stored) / capacity);
      if (tick % WEIGHED === 0) this.weigh();
    }
    return this;
  }

  private send(name: string, { perSecond, fromSecond = 0 }: Demand, second: number): void {
    if (second < fromSecond) return;
    for (let left = (perSecond * TICK_MS) / 1000; left > 0 && this.shares.admits(name); left -= REQUEST) {
      const bytes = Math.min(left, REQUEST);
      const leave = this.shares.enter(name);
      this.shares.note(name, bytes);
      leave();
      this.arrived += bytes;
      this.sent[name] = (this.sent[name] ?? 0) + bytes;
    }
  }

  private weigh(): void {
    const isComplete = this.stored >= this.arrived;
    const upTo = this.arrivals.findLast(([, bytes]) => bytes <= this.stored)?.[0] ?? 1_000_000;
    this.shares.weigh(isComplete ? 0 : this.now - upTo);
  }
}

const steady = (capacity: number) => () => capacity;
const longest = (delays: readonly number[]) => Math.max(...delays);

describe('the queue of the log', () => {
  it.each([2, 5, 20])(
    'stays short for the quiet when another sends %i times what can be stored, and the writer stays busy',
    (times) => {
      const demands = { quiet: { perSecond: MB / 2 }, noisy: { perSecond: times * 20 * MB } };
      const { sent, delays } = new Simulation(steady(20 * MB), demands).run(60);
      expect(sent['quiet']).toBeGreaterThan(0.999 * 60 * (MB / 2));
      // Nobody is known to be company before the first weighing.
      expect(longest(delays.slice(10))).toBeLessThan(2.5);
      expect(sent['noisy']).toBeGreaterThan(0.85 * 19.5 * MB * 60);
    },
  );

  it('gives two that are greedy about the same', () => {
    const demands = { quiet: { perSecond: MB }, one: { perSecond: 40 * MB }, two: { perSecond: 80 * MB } };
    const { sent } = new Simulation(steady(20 * MB), demands).run(120);
    const [one = 0, two = 0] = [sent['one'], sent['two']];
    expect(Math.max(one, two) / Math.min(one, two)).toBeLessThan(1.4);
    expect(sent['quiet']).toBeGreaterThan(0.999 * 120 * MB);
  });

  it('slows nobody while the writer keeps up, and never who is alone', () => {
    const keepingUp = { quiet: { perSecond: MB }, other: { perSecond: 16 * MB } };
    expect(new Simulation(steady(20 * MB), keepingUp).run(30).sent['other']).toBeCloseTo(480 * MB, -5);
    const alone = { noisy: { perSecond: 60 * MB } };
    expect(new Simulation(steady(20 * MB), alone).run(30).sent['noisy']).toBeCloseTo(1_800 * MB, -5);
  });

  it('that one filled alone becomes short once another comes', () => {
    const demands = { noisy: { perSecond: 60 * MB }, quiet: { perSecond: MB, fromSecond: 10 } };
    const { sent, delays } = new Simulation(steady(20 * MB), demands).run(90);
    expect(sent['quiet']).toBeGreaterThan(0.999 * 80 * MB);
    expect(delays[10]).toBeGreaterThan(15);
    expect(longest(delays.slice(70))).toBeLessThan(2.5);
  });

  it('gathers what comes while nothing is stored at all', () => {
    const demands = { quiet: { perSecond: MB }, noisy: { perSecond: 30 * MB } };
    const { sent } = new Simulation(steady(0), demands).run(60);
    expect(sent['noisy']).toBeGreaterThan(1_400 * MB);
    // Until it is clear that this is an outage, also the quiet one has a share of the queue only.
    expect(sent['quiet']).toBeGreaterThan(50 * MB);
  });

  it('never keeps anybody out who sends less than an equal part of what can be stored', () => {
    const demand = fc.integer({ min: 1, max: 400 }).map((tenths) => ({ perSecond: (tenths * MB) / 10 }));
    fc.assert(
      fc.property(
        fc.array(demand, { minLength: 2, maxLength: 5 }),
        fc.integer({ min: 10, max: 40 }),
        (given, megabytes) => {
          const demands = Object.fromEntries(given.map((each, index) => [`tenant-${index}`, each]));
          const { sent } = new Simulation(steady(megabytes * MB), demands).run(20);
          const equal = (megabytes * MB) / given.length;
          for (const [name, { perSecond }] of Object.entries(demands))
            if (perSecond < 0.7 * equal) expect(sent[name]).toBeGreaterThan(0.97 * perSecond * 20);
        },
      ),
      { numRuns: 30 },
    );
  });
});
