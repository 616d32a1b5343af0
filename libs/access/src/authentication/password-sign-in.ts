import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { createHmac, randomBytes } from 'node:crypto';
import { Rejected, Throttled } from '@millrace/domain';
import { isPassword } from './passwords.ts';
import { UserDirectory, type KnownUser } from './user-directory.ts';

const WINDOW_SECONDS = 900;
/** Wrong passwords for one name, and from one address, before the rest of the window is waited for. */
const MOST_FAILURES = { ofName: 10, ofAddress: 100 };
/** A client that shows its password with every request waits for Argon2 once a minute. */
const REMEMBERED_MS = 60_000;
const MOST_REMEMBERED = 10_000;

/** Tells by name and password who it is. What failed too often is refused for a while, whoever asks. */
@Injectable()
export class PasswordSignIn {
  private readonly ofName = new RateLimiterMemory({ points: MOST_FAILURES.ofName, duration: WINDOW_SECONDS });
  private readonly ofAddress = new RateLimiterMemory({
    points: MOST_FAILURES.ofAddress,
    duration: WINDOW_SECONDS,
  });
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
    await this.refuseTooMany(login, address);
    if (!(await isPassword(password, known?.user.passwordHash)) || !known) {
      await Promise.allSettled([this.ofName.consume(login), this.ofAddress.consume(address)]);
      throw new Rejected('The name or the password is wrong.', 'unauthenticated');
    }
    if (this.rightUntil.size >= MOST_REMEMBERED) this.rightUntil.clear();
    this.rightUntil.set(trace, Date.now() + REMEMBERED_MS);
    return known;
  }

  private async refuseTooMany(login: string, address: string): Promise<void> {
    const [ofName, ofAddress] = await Promise.all([this.ofName.get(login), this.ofAddress.get(address)]);
    const waits = [waitOf(ofName, MOST_FAILURES.ofName), waitOf(ofAddress, MOST_FAILURES.ofAddress)];
    const retryAfterMs = Math.max(...waits);
    if (retryAfterMs === 0) return;
    const minutes = Math.ceil(retryAfterMs / 60_000);
    throw new Throttled(`Too many wrong passwords: try again in ${minutes} minutes.`, retryAfterMs);
  }

  /** The hash in it ends what is remembered when the password changes. */
  private traceOf(login: string, password: string, passwordHash: string): string {
    const text = JSON.stringify([login, password, passwordHash]);
    return createHmac('sha256', this.secret).update(text).digest('base64');
  }
}

function waitOf(failures: RateLimiterRes | null, most: number): number {
  return failures && failures.consumedPoints >= most ? failures.msBeforeNext : 0;
}
