import { Injectable } from '@nestjs/common';
import { createHmac, randomBytes } from 'node:crypto';
import { Rejected } from '@millrace/domain';
import { isPassword } from './passwords.ts';
import { SignInLimits } from './sign-in-limits.ts';
import { UserDirectory, type KnownUser } from './user-directory.ts';

/** A client that shows its password with every request waits for Argon2 once a minute. */
const REMEMBERED_MS = 60_000;
const MOST_REMEMBERED = 10_000;

/** Tells by name and password who it is. What failed too often is refused for a while, whoever asks. */
@Injectable()
export class PasswordSignIn {
  /** Until when a password that was right need not be checked again; by a hash that ends with the process. */
  private readonly rightUntil = new Map<string, number>();
  private readonly secret = randomBytes(32);

  constructor(
    private readonly users: UserDirectory,
    private readonly limits: SignInLimits,
  ) {}

  /** @param address of whoever asks. Throws Rejected('unauthenticated'), Throttled, Unavailable. */
  async identify(name: string, password: string, address: string): Promise<KnownUser> {
    const login = name.toLowerCase();
    const known = await this.users.findByName(login);
    const trace = this.traceOf(login, password, known?.user.passwordHash ?? '');
    if (known && (this.rightUntil.get(trace) ?? 0) > Date.now()) return known;
    await this.limits.count(login, address);
    if (!(await isPassword(password, known?.user.passwordHash)) || !known) {
      throw new Rejected('The name or the password is wrong.', 'unauthenticated');
    }
    await this.limits.forgive(login, address);
    if (this.rightUntil.size >= MOST_REMEMBERED) this.rightUntil.clear();
    this.rightUntil.set(trace, Date.now() + REMEMBERED_MS);
    return known;
  }

  /** The hash in it ends what is remembered when the password changes. */
  private traceOf(login: string, password: string, passwordHash: string): string {
    const text = JSON.stringify([login, password, passwordHash]);
    return createHmac('sha256', this.secret).update(text).digest('base64');
  }
}
