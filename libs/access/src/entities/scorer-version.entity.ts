import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { MILLISECONDS } from './milliseconds.ts';
import { Scorer } from './scorer.entity.ts';

/** What a scorer does, unchangeable. */
@Entity('scorer_versions')
export class ScorerVersion {
  @PrimaryColumn({ name: 'scorer_id', type: 'text' })
  scorerId: string = '';

  @PrimaryColumn({ type: 'integer' })
  version: number = 0;

  /** JSON as it was registered; the model of `endpointId` may have another name in it than today. */
  @Column({ type: 'text' })
  definition: string = '';

  /** The gateway endpoint that judges, if one does. */
  @Column({ name: 'endpoint_id', type: 'text', nullable: true })
  endpointId?: string | null;

  @Column({ name: 'creation_time', type: 'bigint', transformer: MILLISECONDS })
  creationTime: number = 0;

  @ManyToOne(() => Scorer)
  @JoinColumn({ name: 'scorer_id' })
  scorer?: Relation<Scorer>;
}
