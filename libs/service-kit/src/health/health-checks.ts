import { Injectable } from '@nestjs/common';

const CHECK_TIMEOUT_MS = 2_000;

export interface CheckResult {
  readonly name: string;
  readonly isOk: boolean;
  /** Why not; or, of one that is ok, what an operator should know all the same. */
  readonly reason?: string;
}

/** Resolves when all is well, to a remark if there is one; rejects with the reason why not. */
type HealthCheck = () => Promise<string | void>;

/** What must work for this service to be ready. Adapters and features register their checks. */
@Injectable()
export class HealthChecks {
  private readonly checks = new Map<string, HealthCheck>();

  register(name: string, check: HealthCheck): void {
    this.checks.set(name, check);
  }

  /** Runs all checks, each for two seconds at most. */
  run(): Promise<CheckResult[]> {
    return Promise.all([...this.checks].map(([name, check]) => runCheck(name, check)));
  }
}

async function runCheck(name: string, check: HealthCheck): Promise<CheckResult> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${CHECK_TIMEOUT_MS} ms`)), CHECK_TIMEOUT_MS);
  });
  try {
    const remark = await Promise.race([check(), late]);
    return { name, isOk: true, ...(typeof remark === 'string' && { reason: remark }) };
  } catch (error) {
    return { name, isOk: false, reason: error instanceof Error ? error.message : String(error) };
  } finally {
    clearTimeout(timer);
  }
}
