import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';
import { Throttled } from '@millrace/domain';

const WINDOW_SECONDS = 900;
const TABLE = 'sign_in_failures';
/**
 * Wrong passwords before the rest of the window is waited for. For one name from one address few; for a name from anywhere more, so
 * that a stranger does not shut out whoever has it.
 */
const MOST_FAILURES = { ofGuesser: 10, ofName: 100, ofAddress: 100 } as const;
type Limited = keyof typeof MOST_FAILURES;
const LIMITED = Object.keys(MOST_FAILURES) as Limited[];

/** Counts wrong passwords, of all processes together; of this one alone while PostgreSQL can't be reached. */
@Injectable()
export class SignInLimits {
  private readonly limiters: Readonly<Record<Limited, RateLimiterPostgres>>;

  constructor(dataSource: DataSource) {
    this.limiters = {
      ofGuesser: limiter('ofGuesser', dataSource),
      ofName: limiter('ofName', dataSource),
      ofAddress: limiter('ofAddress', dataSource),
    };
  }

  /** Counts a try as a failure until it is forgiven, so that guesses at the same time count too. Throws Throttled. */
  async count(login: string, address: string): Promise<void> {
    const keys = keysOf(login, address);
    const tries = await Promise.allSettled(LIMITED.map((kind) => this.limiters[kind].consume(keys[kind])));
    const waits = tries.flatMap((tried) => (tried.status === 'rejected' ? [waitOf(tried.reason)] : []));
    if (waits.length === 0) return;
    const retryAfterMs = Math.max(...waits);
    const minutes = Math.ceil(retryAfterMs / 60_000);
    throw new Throttled(`Too many wrong passwords: try again in ${minutes} minutes.`, retryAfterMs);
  }

  /** The try that was counted last was right. */
  async forgive(login: string, address: string): Promise<void> {
    const keys = keysOf(login, address);
    await Promise.all(LIMITED.map((kind) => this.limiters[kind].reward(keys[kind])));
  }
}

function limiter(kind: Limited, dataSource: DataSource): RateLimiterPostgres {
  const limits = { keyPrefix: kind, points: MOST_FAILURES[kind], duration: WINDOW_SECONDS };
  return new RateLimiterPostgres({
    ...limits,
    storeClient: dataSource,
    storeType: 'typeorm',
    tableName: TABLE,
    tableCreated: true,
    insuranceLimiter: new RateLimiterMemory(limits),
  });
}

/** Hashes: names are as long as whoever tries them likes. */
function keysOf(login: string, address: string): Readonly<Record<Limited, string>> {
  return { ofGuesser: hash(`${login} ${address}`), ofName: hash(login), ofAddress: hash(address) };
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

function waitOf(reason: unknown): number {
  if (reason instanceof RateLimiterRes) return reason.msBeforeNext;
  throw reason;
}
