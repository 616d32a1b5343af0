import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { EvaluationDataset } from './evaluation-dataset.entity.ts';

/** A word its users put on a dataset. */
@Entity('evaluation_dataset_tags')
export class EvaluationDatasetTag {
  @PrimaryColumn({ name: 'dataset_id', type: 'text' })
  datasetId: string = '';

  @PrimaryColumn({ type: 'varchar', length: 250 })
  key: string = '';

  @Column({ type: 'varchar', length: 5000 })
  value: string = '';

  @ManyToOne(() => EvaluationDataset, (dataset) => dataset.tags)
  @JoinColumn({ name: 'dataset_id' })
  dataset?: Relation<EvaluationDataset>;
}
