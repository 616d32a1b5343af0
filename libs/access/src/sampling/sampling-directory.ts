import { Injectable, Logger } from '@nestjs/common';
import type { SamplingRule } from '@millrace/domain';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { askDatabase } from '../database/ask-database.ts';
import { SamplingSetting } from '../entities/sampling-setting.entity.ts';

const FRESH_MS = 5_000;
const KNOWN_WAIT_MS = 100;
const FIRST_WAIT_MS = 1_000;

/** By experiment; one without a rule keeps all of its traces. */
export type SamplingRules = ReadonlyMap<number, SamplingRule>;

interface Known {
  readonly rules: SamplingRules;
  readonly askedAt: number;
}

/**
 * Which traces are kept, for the services that take and store them. Answers may be 5 s old. While PostgreSQL is down what was
 * known before holds, and everything is kept if nothing was: a trace too many can be deleted, one too few is lost.
 */
@Injectable()
export class SamplingDirectory {
  private readonly logger = new Logger('Sampling');
  private known: Known | undefined;
  private asking: Promise<SamplingRules> | undefined;

  constructor(private readonly dataSource: DataSource) {}

  /** Never throws. Answers at once, without a promise, when it was asked lately. */
  rules(): SamplingRules | Promise<SamplingRules> {
    if (this.known && Date.now() - this.known.askedAt < FRESH_MS) return this.known.rules;
    this.asking ??= this.refresh().finally(() => (this.asking = undefined));
    return this.asking;
  }

  /** Waits a little for what it does not know, hardly at all for what it does: PostgreSQL may hang. */
  private async refresh(): Promise<SamplingRules> {
    const reading = this.read();
    const patience = sleep(this.known ? KNOWN_WAIT_MS : FIRST_WAIT_MS, 'late' as const, { ref: false });
    let rules = this.known?.rules ?? new Map<number, SamplingRule>();
    try {
      const answer = await Promise.race([reading, patience]);
      if (answer === 'late') void this.keepWhenRead(reading);
      else rules = answer;
    } catch (error) {
      this.warn(error);
    }
    this.known = { rules, askedAt: Date.now() };
    return rules;
  }

  private async read(): Promise<SamplingRules> {
    const rows = await askDatabase(this.dataSource, (manager) => manager.find(SamplingSetting));
    return new Map(rows.map((row) => [row.experimentId, toRule(row)]));
  }

  private async keepWhenRead(reading: Promise<SamplingRules>): Promise<void> {
    try {
      this.known = { rules: await reading, askedAt: Date.now() };
    } catch (error) {
      this.warn(error);
    }
  }

  private warn(error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    this.logger.warn(`The sampling rules can't be read; what was known of them is used: ${reason}`);
  }
}

function toRule({ share, keepErrors, keepSlowerThanMs }: SamplingSetting): SamplingRule {
  return { share, keepErrors, keepSlowerThanMs: keepSlowerThanMs ?? undefined };
}
