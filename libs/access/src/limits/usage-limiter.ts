import { Injectable, Logger, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Throttled } from '@millrace/domain';
import { HealthChecks, Metrics, waitBriefly } from '@millrace/service-kit';
import { DefaultLimits } from './default-limits.ts';
import { LIMIT_WORDS, limitsOver, type RateKind } from './limit-kinds.ts';
import { LimitStore, subjectKey, type LimitedSubject, type SubjectReport } from './limit-store.ts';
import { SubjectUse, type ReachedLimit, type SpansAndBytes } from './subject-use.ts';

/** How often processes tell each other what they let in; so much of a killed one is not counted. */
const EXCHANGE_MS = 1_000;
/** Where nobody was let in for this long there is nothing to tell. */
const QUIET_MS = 3_000;
const FORGOTTEN_MS = 600_000;
const FORGET_OLD_EVERY = 60;
/** How long a request waits to be told the limits of a subject not seen before. */
const PATIENCE_MS = 500;
const DRAIN_MS = 1_000;
const INGEST_RATES = ['spans_per_second', 'bytes_per_second'] as const;

/**
 * Holds workspaces and keys to their limits, over all processes: each takes its fair share of a rate and says once a second what it asks
 * for. No request waits for PostgreSQL but the first of a subject. While PostgreSQL is down what was known holds, and of whom nothing was
 * known, everything is let in.
 */
@Injectable()
export class UsageLimiter implements OnModuleInit, BeforeApplicationShutdown {
  private readonly logger = new Logger('Limits');
  private readonly uses = new Map<string, { readonly subject: LimitedSubject; readonly use: SubjectUse }>();
  private readonly refusals;
  private readonly failures;
  private exchanging: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private exchanges = 0;
  private fault: string | undefined;

  constructor(
    private readonly store: LimitStore,
    private readonly defaults: DefaultLimits,
    private readonly checks: HealthChecks,
    metrics: Metrics,
  ) {
    this.refusals = metrics.counter('limit_refusals_total', 'Requests over a limit of a workspace or key', [
      'limit',
    ]);
    this.failures = metrics.counter(
      'limit_exchange_failures_total',
      'Times that limits and what was used of them could not be exchanged with PostgreSQL; requests are let in by what was known',
    );
  }

  onModuleInit(): void {
    this.checks.register('limits', async () => this.fault);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.uses.size === 0) return;
    await waitBriefly(this.exchangeAnew(), DRAIN_MS);
  }

  /** Before a request with spans is looked at. Throws Throttled where a rate or quota is used up. */
  async admitSpans(subjects: readonly LimitedSubject[]): Promise<void> {
    await this.hold(subjects, INGEST_RATES, true);
  }

  /** Takes what a request turned out to be off the rates. */
  takeSpans(subjects: readonly LimitedSubject[], { spans, bytes }: SpansAndBytes): void {
    for (const subject of subjects) {
      const use = this.useOf(subject);
      use.take('spans_per_second', spans);
      use.take('bytes_per_second', bytes);
    }
  }

  /** Counts what is in the log, for day and month. */
  countSpans(subjects: readonly LimitedSubject[], sent: SpansAndBytes): void {
    for (const subject of subjects) this.useOf(subject).count(sent);
  }

  /** For a request to the API. Throws Throttled where there were too many. */
  async admitRequest(subjects: readonly LimitedSubject[]): Promise<void> {
    await this.hold(subjects, ['requests_per_second'], false);
    for (const subject of subjects) this.useOf(subject).take('requests_per_second', 1);
  }

  /** How many queries it may have under way in this process; undefined: as many as there is room for. */
  queriesAtOnce(subjects: readonly LimitedSubject[]): number | undefined {
    const limits = subjects.map((subject) => this.useOf(subject).limit('queries_at_once') ?? Infinity);
    const least = Math.min(...limits);
    return least === Infinity ? undefined : least;
  }

  /** For the process that has just changed its limits. */
  async learn(subject: LimitedSubject): Promise<void> {
    this.useOf(subject);
    await this.exchangeAnew();
  }

  private async hold(
    subjects: readonly LimitedSubject[],
    rates: readonly RateKind[],
    withQuotas: boolean,
  ): Promise<void> {
    if (subjects.some((subject) => !this.useOf(subject).isKnown)) await this.hear();
    for (const subject of subjects) {
      const reached = this.useOf(subject).reached(rates, withQuotas);
      if (!reached) continue;
      this.refusals.inc({ limit: reached.kind });
      this.schedule();
      throw new Throttled(sentence(subject, reached), reached.retryAfterMs);
    }
    this.schedule();
  }

  private useOf(subject: LimitedSubject): SubjectUse {
    const key = subjectKey(subject);
    const known = this.uses.get(key);
    if (known) return known.use;
    const use = new SubjectUse(() => Date.now());
    this.uses.set(key, { subject, use });
    return use;
  }

  /** Asks at once, for what came since the last exchange began too; patiently, not for ever. */
  private async hear(): Promise<void> {
    if (this.fault !== undefined) return this.schedule();
    await waitBriefly(this.exchangeAnew(), PATIENCE_MS);
  }

  private schedule(): void {
    this.timer ??= setTimeout(() => void this.tick(), EXCHANGE_MS).unref();
  }

  private async tick(): Promise<void> {
    await this.exchange();
    this.timer = undefined;
    const now = Date.now();
    for (const [key, { use }] of this.uses) if (now - use.usedAt > FORGOTTEN_MS) this.uses.delete(key);
    const isQuiet = [...this.uses.values()].every(({ use }) => now - use.usedAt > QUIET_MS);
    if (!isQuiet || this.fault !== undefined) this.schedule();
  }

  /** Of what is known by now, not when the one under way began. */
  private async exchangeAnew(): Promise<void> {
    await this.exchanging;
    await this.exchange();
  }

  /** Never throws. One at a time. */
  private exchange(): Promise<void> {
    this.exchanging ??= this.tell().finally(() => (this.exchanging = undefined));
    return this.exchanging;
  }

  private async tell(): Promise<void> {
    const now = Date.now();
    const told = [...this.uses.values()].map(({ subject, use }) => ({
      use,
      report: { subject, sent: use.collect(), demands: use.collectDemands() } satisfies SubjectReport,
    }));
    const reports = told.map(({ report }) => report);
    try {
      await this.store.count(reports, now);
    } catch (error) {
      for (const { use, report } of told) use.count(report.sent);
      return this.fail(error);
    }
    try {
      await this.store.tellDemands(reports);
      if (this.exchanges++ % FORGET_OLD_EVERY === 0) await this.store.forgetOld();
      const knowledge = await this.store.read(
        reports.map(({ subject }) => subject),
        now,
      );
      for (const { use, report } of told) {
        const known = knowledge.get(subjectKey(report.subject));
        const defaults = report.subject.keyId === '' ? this.defaults.ofWorkspace : {};
        if (known) use.learn({ ...known, limits: limitsOver(defaults, known.limits) }, report.demands);
      }
      this.fault = undefined;
    } catch (error) {
      this.fail(error);
    }
  }

  private fail(error: unknown): void {
    this.failures.inc();
    const reason = error instanceof Error ? error.message : String(error);
    if (this.fault === undefined)
      this.logger.warn(`Limits can't be exchanged; what was known of them holds: ${reason}`);
    this.fault = `what is used is not counted in PostgreSQL at the moment, new limits are not known: ${reason}`;
  }
}

/** Which limit, whose, how much, and what to do. */
function sentence(
  { workspaceId, keyId }: LimitedSubject,
  { kind, limit, retryAfterMs }: ReachedLimit,
): string {
  const whose = keyId === '' ? `The workspace '${workspaceId}'` : `The API key ${keyId}`;
  const whom = keyId === '' ? 'an operator of this installation' : 'an administrator of the workspace';
  const seconds = Math.max(1, Math.ceil(retryAfterMs / 1000));
  return `${whose} may use ${limit} ${LIMIT_WORDS[kind]} (${kind}) and has used them up: try again in ${seconds} s, send less, or ask ${whom} for more.`;
}
