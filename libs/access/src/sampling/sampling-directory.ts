import { Injectable, Logger } from '@nestjs/common';
import type { SamplingRule } from '@millrace/domain';
import { DataSource } from 'typeorm';
import { askDatabase } from '../database/ask-database.ts';
import { KeptAnswer } from '../database/kept-answer.ts';
import { SamplingSetting } from '../entities/sampling-setting.entity.ts';

const FIRST_WAIT_MS = 1_000;

/** By experiment; one without a rule keeps all of its traces. */
export type SamplingRules = ReadonlyMap<number, SamplingRule>;

/**
 * Which traces are kept, for the services that take and store them. Answers may be 5 s old. While PostgreSQL is down what was
 * known before holds, and everything is kept if nothing was: a trace too many can be deleted, one too few is lost.
 */
@Injectable()
export class SamplingDirectory {
  private readonly logger = new Logger('Sampling');
  private readonly known = new KeptAnswer<SamplingRules>({
    read: () => this.read(),
    firstWaitMs: FIRST_WAIT_MS,
    otherwise: () => new Map(),
    failed: (error) => this.warn(error),
  });

  constructor(private readonly dataSource: DataSource) {}

  /** Never throws. Answers at once, without a promise, when it was asked lately. */
  rules(): SamplingRules | Promise<SamplingRules> {
    return this.known.get();
  }

  private async read(): Promise<SamplingRules> {
    const rows = await askDatabase(this.dataSource, (manager) => manager.find(SamplingSetting));
    return new Map(rows.map((row) => [row.experimentId, toRule(row)]));
  }

  private warn(error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    this.logger.warn(`The sampling rules can't be read; what was known of them is used: ${reason}`);
  }
}

function toRule({ share, keepErrors, keepSlowerThanMs }: SamplingSetting): SamplingRule {
  return { share, keepErrors, keepSlowerThanMs: keepSlowerThanMs ?? undefined };
}
