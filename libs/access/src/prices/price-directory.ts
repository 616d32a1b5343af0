import { Injectable, Logger } from '@nestjs/common';
import { picoDollarsPerToken, TOKEN_RATES, type PriceOverride, type TokenRate } from '@millrace/domain';
import { DataSource } from 'typeorm';
import { askDatabase } from '../database/ask-database.ts';
import { KeptAnswer } from '../database/kept-answer.ts';
import { ModelPrice } from '../entities/model-price.entity.ts';

const FIRST_WAIT_MS = 3_000;
const NONE: readonly PriceOverride[] = [];

/**
 * The prices that workspaces set for themselves, for the service that prices spans. Answers may be 5 s old. While PostgreSQL
 * is down what was known before holds, and nothing if nothing was: storing spans must not wait for it.
 */
@Injectable()
export class PriceDirectory {
  private readonly logger = new Logger('Prices');
  private readonly known = new Map<string, KeptAnswer<readonly PriceOverride[]>>();

  constructor(private readonly dataSource: DataSource) {}

  /** Never throws. Answers at once, without a promise, when it was asked lately. */
  overridesOf(workspaceId: string): readonly PriceOverride[] | Promise<readonly PriceOverride[]> {
    const known = this.known.get(workspaceId) ?? this.begin(workspaceId);
    return known.get();
  }

  /** As they are now. Throws Unavailable. */
  async readOverrides(workspaceId: string): Promise<readonly PriceOverride[]> {
    const rows = await askDatabase(this.dataSource, (manager) => manager.findBy(ModelPrice, { workspaceId }));
    return rows.map(toOverride);
  }

  private begin(workspaceId: string): KeptAnswer<readonly PriceOverride[]> {
    const known = new KeptAnswer({
      read: () => this.readOverrides(workspaceId),
      firstWaitMs: FIRST_WAIT_MS,
      otherwise: () => NONE,
      failed: (error) => this.warn(workspaceId, error),
    });
    this.known.set(workspaceId, known);
    return known;
  }

  private warn(workspaceId: string, error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    this.logger.warn(
      `The prices that workspace '${workspaceId}' has set can't be read; what was known of them is used, and a reprice ` +
        `later puts right what was not: ${reason}`,
    );
  }
}

function toOverride({ model, provider, rates, lastUpdateTime }: ModelPrice): PriceOverride {
  const picos: Partial<Record<TokenRate, bigint>> = {};
  for (const kind of TOKEN_RATES) {
    const pico = picoDollarsPerToken(rates[kind] ?? '');
    if (pico !== undefined) picos[kind] = pico;
  }
  return { model, provider: provider === '' ? undefined : provider, rates: picos, revision: lastUpdateTime };
}
