import { Column, Entity, PrimaryColumn } from 'typeorm';
import { MILLISECONDS } from './milliseconds.ts';

/** Which new traces of its experiment the newest version of a scorer judges. One for each scorer at most. */
@Entity('online_scoring_configs')
export class OnlineScoring {
  @PrimaryColumn({ name: 'scorer_id', type: 'text' })
  scorerId: string = '';

  /** 32 hexadecimal digits. */
  @Column({ type: 'text' })
  id: string = '';

  @Column({ name: 'experiment_id', type: 'integer' })
  experimentId: number = 0;

  /** 0: none; chosen by a hash of the trace id. */
  @Column({ name: 'sample_rate', type: 'double precision' })
  sampleRate: number = 0;

  /** Of the grammar that traces are searched with. */
  @Column({ type: 'text', nullable: true })
  filter?: string | null;

  /** Traces that completed before are not judged. */
  @Column({ name: 'active_since', type: 'bigint', transformer: MILLISECONDS })
  activeSince: number = 0;

  @Column({ name: 'last_update_time', type: 'bigint', transformer: MILLISECONDS })
  lastUpdateTime: number = 0;
}
