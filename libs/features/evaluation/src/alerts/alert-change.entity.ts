import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { MILLISECONDS } from '@millrace/access';
import type { AlertState } from './alert-definition.ts';

/** A change of the state of a rule or of one group of it; the outbox of its event too. */
@Entity('alert_changes')
export class AlertChange {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string = '';

  @Column({ name: 'rule_id', type: 'uuid' })
  ruleId: string = '';

  @Column({ name: 'group_value', type: 'text' })
  group: string = '';

  @Column({ type: 'text' })
  state: AlertState = 'ok';

  @Column({ name: 'previous_state', type: 'text' })
  previousState: AlertState = 'ok';

  @Column({ type: 'double precision', nullable: true })
  value: number | null = null;

  @Column({ type: 'double precision', nullable: true })
  baseline: number | null = null;

  @Column({ name: 'row_count', type: 'double precision' })
  count: number = 0;

  @Column({ name: 'change_time', type: 'bigint', transformer: MILLISECONDS })
  changeTime: number = 0;

  /** The event as JSON, but for its id; NULL when nobody is told. */
  @Column({ type: 'text', nullable: true })
  event: string | null = null;

  @Column({ name: 'is_told', type: 'boolean' })
  isTold: boolean = false;
}
