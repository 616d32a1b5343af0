import { Unavailable } from '@millrace/domain';

const FRESH_MS = 5_000;
/** How long an answer counts while PostgreSQL can't be asked. */
const LASTING_MS = 3_600_000;
const MOST_KNOWN = 10_000;

interface Known<Answer> {
  readonly answer: Answer;
  readonly askedAt: number;
}

/**
 * Remembers what was found under a key for 5 s, so that a change elsewhere holds within that time, and for an hour while
 * PostgreSQL is down. What was not found is asked for each time.
 */
export class FreshAnswers<Answer> {
  private readonly known = new Map<string, Known<Answer>>();
  private readonly asking = new Map<string, Promise<Answer | undefined>>();

  constructor(private readonly ask: (key: string) => Promise<Answer | undefined>) {}

  /** Throws what `ask` throws; Unavailable only where nothing is known. */
  async get(key: string): Promise<Answer | undefined> {
    const known = this.known.get(key);
    if (known && Date.now() - known.askedAt < FRESH_MS) return known.answer;
    try {
      return await this.askOnce(key);
    } catch (error) {
      const isUsable = known !== undefined && Date.now() - known.askedAt < LASTING_MS;
      if (error instanceof Unavailable && isUsable) return known.answer;
      throw error;
    }
  }

  /** Asks anew at the next question: for the process that has just changed it. */
  forget(key: string): void {
    this.known.delete(key);
  }

  private askOnce(key: string): Promise<Answer | undefined> {
    const underWay = this.asking.get(key);
    if (underWay) return underWay;
    const asked = this.ask(key)
      .then((answer) => this.keep(key, answer))
      .finally(() => this.asking.delete(key));
    this.asking.set(key, asked);
    return asked;
  }

  private keep(key: string, answer: Answer | undefined): Answer | undefined {
    this.known.delete(key);
    if (answer === undefined) return undefined;
    const [oldest] = this.known.keys();
    if (oldest !== undefined && this.known.size >= MOST_KNOWN) this.known.delete(oldest);
    this.known.set(key, { answer, askedAt: Date.now() });
    return answer;
  }
}
