import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { createHmac, randomBytes } from 'node:crypto';
import { Rejected, Throttled } from '@millrace/domain';
import { isPassword } from './passwords.ts';
import { UserDirectory, type KnownUser } from './user-directory.ts';

const WINDOW_SECONDS = 900;
/**
 * Wrong passwords before the rest of the window is waited for. For one name from one address few; for a name from anywhere more, so
 * that a stranger does not shut out whoever has it.
 */
const MOST_FAILURES = { ofGuesser: 10, ofName: 100, ofAddress: 100 } as const;
type Limited = keyof typeof MOST_FAILURES;
const LIMITED = Object.keys(MOST_FAILURES) as Limited[];
/** A client that shows its password with every request waits for Argon2 once a minute. */
const REMEMBERED_MS = 60_000;
const MOST_REMEMBERED = 10_000;

/** Tells by name and password who it is. What failed too often is refused for a while, whoever asks. */
@Injectable()
export class PasswordSignIn {
  private readonly failures: Readonly<Record<Limited, RateLimiterMemory>> = {
    ofGuesser: limiter('ofGuesser'),
    ofName: limiter('ofName'),
    ofAddress: limiter('ofAddress'),
  };
  /** Until when a password that was right need not be checked again; by a hash that ends with the process. */
  private readonly rightUntil = new Map<string, number>();
  private readonly secret = randomBytes(32);

  constructor(private readonly users: UserDirectory) {}

  /** @param address of whoever asks. Throws Rejected('unauthenticated'), Throttled, Unavailable. */
  async identify(name: string, password: string, address: string): Promise<KnownUser> {
    const login = name.toLowerCase();
    const known = await this.users.findByName(login);
    const trace = this.traceOf(login, password, known?.user.passwordHash ?? '');
    if (known && (this.rightUntil.get(trace) ?? 0) > Date.now()) return known;
    const counted = { ofGuesser: `${login} ${address}`, ofName: login, ofAddress: address };
    await this.count(counted);
    if (!(await isPassword(password, known?.user.passwordHash)) || !known) {
      throw new Rejected('The name or the password is wrong.', 'unauthenticated');
    }
    await Promise.all(LIMITED.map((kind) => this.failures[kind].reward(counted[kind])));
    if (this.rightUntil.size >= MOST_REMEMBERED) this.rightUntil.clear();
    this.rightUntil.set(trace, Date.now() + REMEMBERED_MS);
    return known;
  }

  /** As a failure until it is none: guesses at the same time count too. */
  private async count(counted: Readonly<Record<Limited, string>>): Promise<void> {
    const tries = await Promise.allSettled(LIMITED.map((kind) => this.failures[kind].consume(counted[kind])));
    const refused = tries.filter((tried) => tried.status === 'rejected');
    if (refused.length === 0) return;
    const retryAfterMs = Math.max(...refused.map(({ reason }) => (reason as RateLimiterRes).msBeforeNext));
    const minutes = Math.ceil(retryAfterMs / 60_000);
    throw new Throttled(`Too many wrong passwords: try again in ${minutes} minutes.`, retryAfterMs);
  }

  /** The hash in it ends what is remembered when the password changes. */
  private traceOf(login: string, password: string, passwordHash: string): string {
    const text = JSON.stringify([login, password, passwordHash]);
    return createHmac('sha256', this.secret).update(text).digest('base64');
  }
}

function limiter(kind: Limited): RateLimiterMemory {
  return new RateLimiterMemory({ points: MOST_FAILURES[kind], duration: WINDOW_SECONDS });
}
