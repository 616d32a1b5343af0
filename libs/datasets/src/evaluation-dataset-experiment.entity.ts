import { Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { EvaluationDataset } from './evaluation-dataset.entity.ts';

/** An experiment that a dataset belongs to; it may belong to several. */
@Entity('evaluation_dataset_experiments')
export class EvaluationDatasetExperiment {
  @PrimaryColumn({ name: 'dataset_id', type: 'text' })
  datasetId: string = '';

  @PrimaryColumn({ name: 'experiment_id', type: 'integer' })
  experimentId: number = 0;

  @ManyToOne(() => EvaluationDataset, (dataset) => dataset.experiments)
  @JoinColumn({ name: 'dataset_id' })
  dataset?: Relation<EvaluationDataset>;
}
