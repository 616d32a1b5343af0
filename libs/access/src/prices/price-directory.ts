import { Injectable, Logger } from '@nestjs/common';
import { picoDollarsPerToken, TOKEN_RATES, type PriceOverride, type TokenRate } from '@millrace/domain';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { askDatabase } from '../database/ask-database.ts';
import { ModelPrice } from '../entities/model-price.entity.ts';

const FRESH_MS = 5_000;
const KNOWN_WAIT_MS = 100;
const FIRST_WAIT_MS = 3_000;
const NONE: readonly PriceOverride[] = [];

interface Known {
  readonly overrides: readonly PriceOverride[];
  readonly askedAt: number;
}

/**
 * The prices that workspaces set for themselves, for the service that prices spans. Answers may be 5 s old. While PostgreSQL
 * is down what was known before holds, and nothing if nothing was: storing spans must not wait for it.
 */
@Injectable()
export class PriceDirectory {
  private readonly logger = new Logger('Prices');
  private readonly known = new Map<string, Known>();
  private readonly asking = new Map<string, Promise<readonly PriceOverride[]>>();

  constructor(private readonly dataSource: DataSource) {}

  /** Never throws. Answers at once, without a promise, when it was asked lately. */
  overridesOf(workspaceId: string): readonly PriceOverride[] | Promise<readonly PriceOverride[]> {
    const known = this.known.get(workspaceId);
    if (known && Date.now() - known.askedAt < FRESH_MS) return known.overrides;
    const asking = this.asking.get(workspaceId) ?? this.refresh(workspaceId, known);
    this.asking.set(workspaceId, asking);
    return asking;
  }

  /** As they are now. Throws Unavailable. */
  async readOverrides(workspaceId: string): Promise<readonly PriceOverride[]> {
    const rows = await askDatabase(this.dataSource, (manager) => manager.findBy(ModelPrice, { workspaceId }));
    return rows.map(toOverride);
  }

  /** Waits a little for what it does not know, hardly at all for what it does: PostgreSQL may hang. */
  private async refresh(workspaceId: string, known: Known | undefined): Promise<readonly PriceOverride[]> {
    const reading = this.readOverrides(workspaceId);
    const patience = sleep(known ? KNOWN_WAIT_MS : FIRST_WAIT_MS, 'late' as const, { ref: false });
    let overrides = known?.overrides ?? NONE;
    try {
      const answer = await Promise.race([reading, patience]);
      if (answer === 'late') void this.keepWhenRead(workspaceId, reading);
      else overrides = answer;
    } catch (error) {
      this.warn(workspaceId, error);
    }
    this.known.set(workspaceId, { overrides, askedAt: Date.now() });
    this.asking.delete(workspaceId);
    return overrides;
  }

  private async keepWhenRead(workspaceId: string, reading: Promise<readonly PriceOverride[]>): Promise<void> {
    try {
      this.known.set(workspaceId, { overrides: await reading, askedAt: Date.now() });
    } catch (error) {
      this.warn(workspaceId, error);
    }
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
