import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RefreshingCache } from './refreshing-cache.ts';

const TTL = 60_000;
const GONE = new Error('there is none');
const AWAY = new Error('nobody answers');

/** A registry whose answers come when the test says so, and a cache in front of it; time passes when the test says so. */
class Scene {
  now = 0;
  /** What is true of each key; undefined: there is none. */
  readonly truth = new Map<string, number>();
  isAway = false;
  /** Keys of refreshes that failed, and when. */
  readonly stale: { readonly key: string; readonly at: number }[] = [];
  readonly waiting: { readonly key: string; settle(): void }[] = [];
  readonly cache = new RefreshingCache<number>({
    capacity: 3,
    now: () => this.now,
    isGone: (error) => error === GONE,
    onStale: (key) => this.stale.push({ key, at: this.now }),
  });

  /** Answers what was true when it was asked: an answer may be old before it comes. */
  readonly load = (key: string) => (): Promise<number> => {
    const told = this.isAway ? AWAY : (this.truth.get(key) ?? GONE);
    return new Promise((resolve, reject) => {
      this.waiting.push({ key, settle: () => (typeof told === 'number' ? resolve(told) : reject(told)) });
    });
  };

  get(key: string, ttlMs = TTL): Promise<number> {
    return this.cache.get(key, ttlMs, this.load(key));
  }

  async settle(which = 0): Promise<void> {
    this.waiting.splice(which, 1)[0]?.settle();
    await turn();
  }

  async answered(key: string, ttlMs = TTL): Promise<number> {
    const asked = this.get(key, ttlMs);
    // Of its own, before it is settled: what is rejected later is not unheard.
    asked.catch(() => undefined);
    while (this.waiting.length > 0) await this.settle();
    return asked;
  }
}

/** Until promises that are settled have told those who wait for them. */
async function turn(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

describe('a cache that refreshes', () => {
  it('answers an old value at once and asks once in the background', async () => {
    const scene = new Scene();
    scene.truth.set('a', 1);
    expect(await scene.answered('a')).toBe(1);
    scene.truth.set('a', 2);
    scene.now += TTL - 1;
    expect(await scene.get('a')).toBe(1);
    expect(scene.waiting).toEqual([]);
    scene.now += 1;
    expect(await Promise.all([scene.get('a'), scene.get('a')])).toEqual([1, 1]);
    expect(scene.waiting).toHaveLength(1);
    await scene.settle();
    expect(await scene.get('a')).toBe(2);
    expect(scene.waiting).toEqual([]);
  });

  it('asks once for those who want the same at the same time', async () => {
    const scene = new Scene();
    scene.truth.set('a', 1);
    const all = Promise.all([scene.get('a'), scene.get('a'), scene.get('a')]);
    expect(scene.waiting).toHaveLength(1);
    await scene.settle();
    expect(await all).toEqual([1, 1, 1]);
  });

  it('keeps the last that is known while nobody answers, and tries again a second later', async () => {
    const scene = new Scene();
    scene.truth.set('a', 1);
    await scene.answered('a');
    scene.isAway = true;
    scene.now += TTL;
    expect(await scene.answered('a')).toBe(1);
    expect(scene.stale).toEqual([{ key: 'a', at: scene.now }]);
    expect(await scene.get('a')).toBe(1);
    expect(scene.waiting).toEqual([]);
    scene.now += 1_000;
    expect(await scene.get('a')).toBe(1);
    expect(scene.waiting).toHaveLength(1);
  });

  it('has no value any more once it is gone', async () => {
    const scene = new Scene();
    scene.truth.set('a', 1);
    await scene.answered('a');
    scene.truth.delete('a');
    scene.now += TTL;
    expect(await scene.answered('a')).toBe(1);
    await expect(scene.answered('a')).rejects.toBe(GONE);
  });

  it('does not keep what was asked for before a change', async () => {
    const scene = new Scene();
    scene.truth.set('a', 1);
    const before = scene.get('a');
    scene.truth.set('a', 2);
    scene.cache.forget((key) => key === 'a');
    const after = scene.get('a');
    await scene.settle(1);
    await scene.settle(0);
    expect(await Promise.all([before, after])).toEqual([1, 2]);
    expect(await scene.get('a')).toBe(2);
  });

  it('keeps the answer of the later question, whichever comes last', async () => {
    const scene = new Scene();
    const gone = scene.get('a');
    gone.catch(() => undefined);
    scene.truth.set('a', 1);
    const [first, second] = [scene.get('a', 0), (scene.truth.set('a', 2), scene.get('a', 0))];
    for (const which of [2, 1, 0]) await scene.settle(which);
    expect(await Promise.all([first, second])).toEqual([1, 2]);
    await expect(gone).rejects.toBe(GONE);
    expect(scene.cache.known('a')).toBe(2);
  });

  it('holds no more than it may, and lets go of what was asked for the longest time ago', async () => {
    const scene = new Scene();
    for (const key of ['a', 'b', 'c']) {
      scene.truth.set(key, 1);
      await scene.answered(key);
    }
    await scene.answered('a');
    scene.truth.set('d', 1);
    await scene.answered('d');
    expect(['a', 'b', 'c', 'd'].map((key) => scene.cache.known(key))).toEqual([1, undefined, 1, 1]);
  });
});

type Step =
  | { readonly does: 'ask'; readonly key: string; readonly ttl: number }
  | { readonly does: 'pass'; readonly ms: number }
  | { readonly does: 'change'; readonly key: string; readonly isOwn: boolean }
  | { readonly does: 'remove'; readonly key: string }
  | { readonly does: 'leave' | 'return' }
  | { readonly does: 'settle'; readonly which: number };

/** One of them more than the others, so that much happens to it. */
const key = fc.constantFrom('a', 'a', 'a', 'a', 'b', 'c', 'd');
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ does: fc.constant('ask' as const), key, ttl: fc.constantFrom(TTL, TTL, Infinity, 0) }),
  fc.record({ does: fc.constant('pass' as const), ms: fc.constantFrom(1, 1_000, TTL / 2, TTL) }),
  fc.record({ does: fc.constant('change' as const), key, isOwn: fc.boolean() }),
  fc.record({ does: fc.constant('remove' as const), key }),
  fc.record({ does: fc.constantFrom('leave' as const, 'return' as const) }),
  fc.record({ does: fc.constant('settle' as const), which: fc.nat(3) }),
);

/** Plays steps against a scene, and looks at every answer. */
class Play {
  private readonly scene = new Scene();
  private value = 0;
  /** When each value of a key became true, the newest last; it was true until the next. */
  private readonly history = new Map<string, { readonly value: number; readonly since: number }[]>();
  /** The newest value that this client itself has set. */
  private readonly own = new Map<string, number>();

  async do(step: Step): Promise<void> {
    const { scene } = this;
    if (step.does === 'pass') scene.now += step.ms;
    if (step.does === 'change') this.change(step.key, step.isOwn);
    if (step.does === 'remove') scene.truth.delete(step.key);
    if (step.does === 'leave') scene.isAway = true;
    if (step.does === 'return') scene.isAway = false;
    if (step.does === 'settle') await scene.settle(Math.min(step.which, scene.waiting.length - 1));
    if (step.does === 'ask') this.ask(step.key, step.ttl);
  }

  async end(): Promise<void> {
    while (this.scene.waiting.length > 0) await this.scene.settle();
  }

  private change(changed: string, isOwn: boolean): void {
    const { scene } = this;
    scene.truth.set(changed, ++this.value);
    this.history.set(changed, [
      ...(this.history.get(changed) ?? []),
      { value: this.value, since: scene.now },
    ]);
    if (!isOwn) return;
    this.own.set(changed, this.value);
    scene.cache.forget((each) => each === changed);
  }

  private ask(asked: string, ttl: number): void {
    const { scene } = this;
    const { now, isAway } = scene;
    const truth = scene.truth.get(asked);
    const known = scene.cache.known(asked);
    const own = this.own.get(asked) ?? 0;
    const waitingBefore = scene.waiting.length;
    const answer = scene.get(asked, ttl);
    const begun = scene.waiting.slice(waitingBefore);
    const isRefreshing = scene.waiting.some((each) => each.key === asked);
    expect(begun.length).toBeLessThanOrEqual(1);
    if (ttl === 0) expect(begun).toHaveLength(1);
    const seen = answer.then(
      (value) => {
        expect(value, 'never from before a change of its own').toBeGreaterThanOrEqual(own);
        expect(this.history.get(asked)?.map((each) => each.value)).toContain(value);
        if (ttl === 0) expect(value, 'what was true at the call').toBe(truth);
        if (ttl > 0 && known !== undefined) expect(value, 'answered at once').toBe(known);
        if (begun.length === 0 && known !== undefined && ttl === TTL)
          this.expectFresh(asked, value, now, isRefreshing);
      },
      (error: unknown) => {
        if (ttl > 0) expect(known, 'never an error where something is known').toBeUndefined();
        if (ttl === 0) expect(error).toBe(isAway ? AWAY : GONE);
      },
    );
    // Looked at in the end; told to nobody before.
    seen.catch(() => undefined);
    this.answers.push(seen);
  }

  readonly answers: Promise<void>[] = [];

  /** Where nothing was begun: fresh, or being asked for anew, or tried in vain within the last second. */
  private expectFresh(asked: string, value: number, now: number, isRefreshing: boolean): void {
    const history = this.history.get(asked) ?? [];
    const at = history.findIndex((each) => each.value === value);
    const until = history[at + 1]?.since ?? Infinity;
    const isPausing = this.scene.stale.some((each) => each.key === asked && each.at > now - 1_000);
    expect(until > now - TTL || isRefreshing || isPausing).toBe(true);
  }
}

describe('whatever happens to a cache', () => {
  it('answers no older than it may, asks no more than it must, and never before a change of its own', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (steps) => {
        const play = new Play();
        for (const each of steps) await play.do(each);
        await play.end();
        await Promise.all(play.answers);
      }),
      { seed: 20261122, numRuns: 300 },
    );
  });
});
