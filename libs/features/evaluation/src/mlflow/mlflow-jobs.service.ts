import { Injectable } from '@nestjs/common';
import { EvaluationsService } from '../evaluations/evaluations.service.ts';
import { InvocationsService } from '../invocations/invocations.service.ts';
import {
  evaluationJob,
  invocationJob,
  toScorerChoice,
  toScorerChoices,
  type EvaluateMessage,
  type InvokeScorerMessage,
} from './mlflow-jobs.dto.ts';

const EVALUATION_ID = /^ev-/;

/** MLflow's jobs, which are invocations and evaluations here. Throws Rejected, Unavailable. */
@Injectable()
export class MlflowJobsService {
  constructor(
    private readonly invocations: InvocationsService,
    private readonly evaluations: EvaluationsService,
  ) {}

  async invokeScorer(workspaceId: string, message: InvokeScorerMessage) {
    const { experiment_id: experimentId, serialized_scorer, scorer_name, scorer_version } = message;
    const made = await this.invocations.create(workspaceId, {
      experimentId,
      scorer: toScorerChoice(serialized_scorer, scorer_version, scorer_name),
      traceIds: message.trace_ids,
      publishes: message.log_assessments,
    });
    return {
      jobs: made.map(({ id, traceIds }) => ({ job_id: id, trace_ids: traceIds.map((each) => `tr-${each}`) })),
    };
  }

  async evaluate(workspaceId: string, message: EvaluateMessage) {
    const { experiment_id: experimentId, trace_ids: traceIds } = message;
    const { evaluation } = await this.evaluations.create(workspaceId, {
      experimentId,
      cause: 'batch',
      selection: { kind: 'traces', traceIds },
      scorers: toScorerChoices(message),
    });
    return { job_id: evaluation.id, run_id: evaluation.runId };
  }

  async get(workspaceId: string, id: string) {
    if (EVALUATION_ID.test(id)) return evaluationJob(await this.evaluations.get(workspaceId, id));
    return invocationJob(await this.invocations.get(workspaceId, id));
  }

  async cancel(workspaceId: string, id: string) {
    if (EVALUATION_ID.test(id)) return evaluationJob(await this.evaluations.cancel(workspaceId, id));
    return invocationJob(await this.invocations.cancel(workspaceId, id));
  }
}
