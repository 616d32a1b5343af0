import { Column, Entity, PrimaryColumn } from 'typeorm';
import { MILLISECONDS } from './milliseconds.ts';

/** What a workspace pays for a model, where that is not the table's price. */
@Entity('model_prices')
export class ModelPrice {
  @PrimaryColumn({ name: 'workspace_id', type: 'text' })
  workspaceId: string = '';

  @PrimaryColumn({ type: 'varchar', length: 500 })
  model: string = '';

  /** Empty: of any provider. */
  @PrimaryColumn({ type: 'varchar', length: 100 })
  provider: string = '';

  /** Decimal dollars per million tokens, by kind of token (TOKEN_RATES of the domain). */
  @Column({ type: 'jsonb' })
  rates: Record<string, string> = {};

  @Column({ name: 'last_update_time', type: 'bigint', transformer: MILLISECONDS })
  lastUpdateTime: number = 0;
}
