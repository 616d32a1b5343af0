import { createHmac } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { Unavailable } from '@millrace/domain';
import { Masker, type MaskingRule, type MaskingTally } from '@millrace/masking';
import { Metrics } from '@millrace/service-kit';
import { DataSource } from 'typeorm';
import { askDatabase } from '../database/ask-database.ts';
import { KeptAnswer } from '../database/kept-answer.ts';

/** How long rules count while PostgreSQL can't be asked: a restart is survived, a network cut off from it is not kept up. */
const LASTING_MS = 300_000;
const FIRST_WAIT_MS = 5_000;
const RETRY_AFTER_MS = 1_000;

/** By experiment; nothing of the others is masked. One whose rules this version can't apply has the reason in their place. */
export type Maskers = ReadonlyMap<number, Masker | Unavailable>;

interface RuleRow {
  readonly experiment_id: number;
  readonly rules: readonly MaskingRule[];
  readonly key: Buffer | null;
}

/**
 * What is never stored of experiments, for the services that take what traces say. Answers may be 5 s old, and while PostgreSQL is down 5
 * minutes; older ones, or none, let nothing through.
 */
@Injectable()
export class MaskingDirectory {
  private readonly logger = new Logger('Masking');
  private readonly masked;
  private readonly known = new KeptAnswer<Maskers>({
    read: () => this.read(),
    firstWaitMs: FIRST_WAIT_MS,
    lastingMs: LASTING_MS,
    otherwise: refuse,
    failed: (error) => this.warn(error),
  });
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
    return this.known.get();
  }

  /** The rules of an experiment; undefined where nothing is masked. Throws Unavailable. */
  async maskerOf(experimentId: number): Promise<Masker | undefined> {
    return requireMasker(await this.maskers(), experimentId);
  }

  /** Asks anew at the next question: for the process that has just changed them. */
  forget(): void {
    this.known.forget();
  }

  count(masker: Masker, { counts }: MaskingTally): void {
    for (const [name, times] of counts) this.masked.inc({ kind: masker.kindOf(name) }, times);
  }

  private async read(): Promise<Maskers> {
    const rows = await askDatabase(this.dataSource, (manager) =>
      manager.query<RuleRow[]>(
        `SELECT r.experiment_id, r.rules, k.key FROM masking_rules r JOIN experiments e ON e.id = r.experiment_id
         LEFT JOIN masking_keys k ON k.workspace_id = e.workspace_id WHERE jsonb_array_length(r.rules) > 0`,
      ),
    );
    this.compiled = new Map(rows.map((row) => [row.experiment_id, this.compile(row)]));
    return new Map([...this.compiled].map(([id, { masker }]) => [id, masker]));
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

function refuse(): never {
  throw new Unavailable(
    'The masking rules cannot be read at the moment, and nothing is taken without them; try again soon.',
    RETRY_AFTER_MS,
  );
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
