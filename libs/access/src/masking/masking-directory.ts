import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { Unavailable } from '@millrace/domain';
import { Masker, type MaskingRule, type MaskingTally } from '@millrace/masking';
import { Metrics } from '@millrace/service-kit';
import { DataSource } from 'typeorm';
import { askDatabase } from '../database/ask-database.ts';

const FRESH_MS = 5_000;
/** How long rules count while PostgreSQL can't be asked: a restart is survived, a network cut off from it is not kept up. */
const LASTING_MS = 300_000;
const KNOWN_WAIT_MS = 100;
const FIRST_WAIT_MS = 5_000;
const RETRY_AFTER_MS = 1_000;

/** By experiment; nothing of the others is masked. One whose rules this version can't apply has the reason in their place. */
export type Maskers = ReadonlyMap<number, Masker | Unavailable>;

interface RuleRow {
  readonly experiment_id: number;
  readonly rules: readonly MaskingRule[];
  readonly key: Buffer | null;
}

interface Known {
  readonly maskers: Maskers;
  readonly readAt: number;
}

/**
 * What is never stored of experiments, for the services that take what traces say. Answers may be 5 s old, and while PostgreSQL is down 5
 * minutes; older ones, or none, let nothing through.
 */
@Injectable()
export class MaskingDirectory {
  private readonly logger = new Logger('Masking');
  private readonly masked;
  private known: Known | undefined;
  private askedAt = 0;
  private asking: Promise<Maskers> | undefined;
  /** Rules mostly stay as they are: they are compiled once. */
  private compiled = new Map<number, { readonly text: string; readonly masker: Masker | Unavailable }>();

  constructor(
    private readonly dataSource: DataSource,
    metrics: Metrics,
  ) {
    this.masked = metrics.counter(
      'masked_values_total',
      'Values masked before they were stored, by kind of rule',
      ['kind'],
    );
  }

  /** Answers at once, without a promise, when it was asked lately. Throws Unavailable where nothing recent is known. */
  maskers(): Maskers | Promise<Maskers> {
    const now = Date.now();
    if (this.known && now - this.askedAt < FRESH_MS && now - this.known.readAt < LASTING_MS)
      return this.known.maskers;
    this.asking ??= this.refresh().finally(() => (this.asking = undefined));
    return this.asking;
  }

  /** The rules of an experiment; undefined where nothing is masked. Throws Unavailable. */
  async maskerOf(experimentId: number): Promise<Masker | undefined> {
    return requireMasker(await this.maskers(), experimentId);
  }

  /** Asks anew at the next question: for the process that has just changed them. */
  forget(): void {
    this.askedAt = 0;
  }

  count(masker: Masker, { counts }: MaskingTally): void {
    for (const [name, times] of counts) this.masked.inc({ kind: masker.kindOf(name) }, times);
  }

  /** Waits a little where rules are known, longer for the first: PostgreSQL may hang. */
  private async refresh(): Promise<Maskers> {
    this.askedAt = Date.now();
    const reading = this.read();
    const patience = sleep(this.known ? KNOWN_WAIT_MS : FIRST_WAIT_MS, undefined, { ref: false });
    try {
      // What comes later is kept all the same.
      const read = await Promise.race([reading, patience]);
      if (read) return read;
      reading.catch((error: unknown) => this.warn(error));
    } catch (error) {
      this.warn(error);
      if (!(error instanceof Unavailable)) throw error;
    }
    const { known } = this;
    if (known && Date.now() - known.readAt < LASTING_MS) return known.maskers;
    throw new Unavailable(
      'The masking rules cannot be read at the moment, and nothing is taken without them; try again soon.',
      RETRY_AFTER_MS,
    );
  }

  private async read(): Promise<Maskers> {
    const readAt = Date.now();
    const rows = await askDatabase(this.dataSource, (manager) =>
      manager.query<RuleRow[]>(
        `SELECT r.experiment_id, r.rules, k.key FROM masking_rules r JOIN experiments e ON e.id = r.experiment_id
         LEFT JOIN masking_keys k ON k.workspace_id = e.workspace_id WHERE jsonb_array_length(r.rules) > 0`,
      ),
    );
    this.compiled = new Map(rows.map((row) => [row.experiment_id, this.compile(row)]));
    const maskers = new Map([...this.compiled].map(([id, { masker }]) => [id, masker]));
    this.known = { maskers, readAt };
    return maskers;
  }

  private compile({ experiment_id: id, rules, key }: RuleRow): {
    text: string;
    masker: Masker | Unavailable;
  } {
    const text = `${key?.toString('hex')} ${JSON.stringify(rules)}`;
    const known = this.compiled.get(id);
    if (known?.text === text) return known;
    return { text, masker: toMasker(id, rules, key) };
  }

  private warn(error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    this.logger.warn(`The masking rules can't be read: ${reason}`);
  }
}

/** The rules of one of the experiments; undefined where nothing is masked. Throws Unavailable. */
export function requireMasker(maskers: Maskers, experimentId: number): Masker | undefined {
  const masker = maskers.get(experimentId);
  if (masker instanceof Unavailable) throw masker;
  return masker;
}

/** What another version stored may not be understood: then nothing is let through, and others are not held up. */
function toMasker(id: number, rules: readonly MaskingRule[], key: Buffer | null): Masker | Unavailable {
  try {
    return new Masker(rules, (text) => {
      if (!key)
        throw new Unavailable(`The experiment ${id} has rules that hash, and its workspace has no key.`);
      return createHmac('sha256', key).update(text).digest('hex');
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return new Unavailable(
      `The masking rules of the experiment ${id} cannot be applied, so nothing is taken for it: ${reason} Set them anew.`,
      RETRY_AFTER_MS,
      { cause: error },
    );
  }
}
