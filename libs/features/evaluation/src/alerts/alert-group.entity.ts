import { Column, Entity, PrimaryColumn } from 'typeorm';
import { MILLISECONDS } from '@millrace/access';
import type { AlertState } from './alert-definition.ts';

/** How it stands with a rule, or with one value of its dimension. */
@Entity('alert_groups')
export class AlertGroup {
  @PrimaryColumn({ name: 'rule_id', type: 'uuid' })
  ruleId: string = '';

  /** Empty for a rule without a dimension. */
  @PrimaryColumn({ name: 'group_value', type: 'text' })
  group: string = '';

  @Column({ type: 'text' })
  state: AlertState = 'no-data';

  /** Checks in a row in which the condition held. */
  @Column({ type: 'integer' })
  breaches: number = 0;

  @Column({ type: 'double precision', nullable: true })
  value: number | null = null;

  @Column({ type: 'double precision', nullable: true })
  baseline: number | null = null;

  @Column({ name: 'row_count', type: 'double precision' })
  count: number = 0;

  @Column({ name: 'change_time', type: 'bigint', transformer: MILLISECONDS })
  changeTime: number = 0;
}
