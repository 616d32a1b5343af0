import { setTimeout as sleep } from 'node:timers/promises';
import { tryUntilStopped } from './try-until-stopped.ts';

/** What can be stopped; safe to call twice. */
interface Stoppable {
  stop(): Promise<void>;
}

/**
 * A subscription made in the background: its service starts while what it listens to can't be reached, and hears of it once
 * it can.
 */
export class BackgroundSubscription {
  private readonly stopping = new AbortController();
  private readonly subscribing: Promise<Stoppable | undefined>;

  /** `onDelay` is told why, each time that it has to be tried again. */
  constructor(subscribe: () => Promise<Stoppable>, onDelay: (reason: string) => void) {
    this.subscribing = tryUntilStopped(subscribe, this.stopping.signal, onDelay);
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    // One that is still being made, the broker being away, ends with its adapter.
    const none = sleep(0, undefined);
    const subscription = await Promise.race([this.subscribing, none]);
    await subscription?.stop();
  }
}
