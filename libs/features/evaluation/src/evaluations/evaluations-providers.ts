import { AdvanceEvaluationService } from './advance-evaluation.service.ts';
import { EstimatesController } from './estimating/estimates.controller.ts';
import { EstimatesService } from './estimating/estimates.service.ts';
import { SelectionSizes } from './estimating/selection-sizes.ts';
import { EvaluationEndings } from './finishing/evaluation-endings.service.ts';
import { EvaluationResultsController } from './evaluation-results.controller.ts';
import { EvaluationResultsService } from './evaluation-results.service.ts';
import { EvaluationSweeper } from './evaluation-sweeper.ts';
import { EvaluationWorkers } from './evaluation-workers.ts';
import { EvaluationsController } from './evaluations.controller.ts';
import { EvaluationsService } from './evaluations.service.ts';
import { ItemLedger } from './items/item-ledger.service.ts';
import { ItemPreviews } from './items/item-previews.ts';
import { ItemSubjects } from './items/item-subjects.service.ts';
import { JudgeItemService } from './items/judge-item.service.ts';
import { RecordAnswers } from './items/record-answers.service.ts';
import { RecordTraces } from './items/record-traces.ts';
import { SelectionService } from './selecting/selection.service.ts';

export const EVALUATIONS_CONTROLLERS = [
  EstimatesController,
  EvaluationsController,
  EvaluationResultsController,
];

/** What evaluations are made of. */
export const EVALUATIONS_PROVIDERS = [
  AdvanceEvaluationService,
  EstimatesService,
  EvaluationEndings,
  EvaluationResultsService,
  EvaluationSweeper,
  EvaluationWorkers,
  EvaluationsService,
  ItemLedger,
  ItemPreviews,
  ItemSubjects,
  JudgeItemService,
  RecordAnswers,
  RecordTraces,
  SelectionService,
  SelectionSizes,
];
