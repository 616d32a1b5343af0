import type { components } from '@millrace/api-client';
import type { Connection } from '../connection/connection.ts';
import { untilReadable } from '../connection/until-readable.ts';
import { EvaluationError } from './evaluation-error.ts';
import type { Json, ScorerVerdict } from './evaluation.ts';
import { mapBounded } from './map-bounded.ts';

const LINKS_AT_ONCE = 100;
const STEP_MS = 200;
const SOURCE_RUN = 'mlflow.assessment.sourceRunId';

type CreateAssessmentBody = components['schemas']['CreateAssessmentBody'];
/** The generated types know no readonly lists. */
type NewAssessment = Omit<CreateAssessmentBody, 'value'> & { readonly value?: Json };

/** What an evaluation asks of Millrace. Throws MillraceError with what it answered. */
export class EvaluationDesk {
  private readonly connection: Connection;

  constructor(connection: Connection) {
    this.connection = connection;
  }

  async createRun(experimentId: string, name: string | undefined): Promise<string> {
    const body = {
      experiment_id: experimentId,
      ...(name !== undefined && { name }),
      tags: { 'mlflow.runType': 'genai_evaluate' },
    };
    return (await this.connection.take((api) => api.POST('/api/v1/runs', { body }))).run_id;
  }

  async endRun(
    id: string,
    status: 'FINISHED' | 'FAILED',
    metrics: Readonly<Record<string, number>>,
  ): Promise<void> {
    const points = Object.entries(metrics).map(([key, value]) => ({ key, value }));
    const params = { path: { id } };
    if (points.length > 0) {
      const body = { metrics: points };
      await this.connection.take((api) => api.POST('/api/v1/runs/{id}/log', { params, body }));
    }
    await this.connection.take((api) => api.PATCH('/api/v1/runs/{id}', { params, body: { status } }));
  }

  /** Says that the run made the traces, so that they are no traffic. */
  async linkTraces(
    { experimentId, runId }: { readonly experimentId: string; readonly runId: string },
    traceIds: readonly string[],
    concurrency: number,
  ): Promise<void> {
    await mapBounded(traceIds, concurrency, async (traceId) => {
      const info = {
        trace_id: `tr-${traceId}`,
        trace_location: { type: 'MLFLOW_EXPERIMENT', mlflow_experiment: { experiment_id: experimentId } },
        trace_metadata: { 'mlflow.sourceRun': runId },
        tags: { 'mlflow.eval.requestId': traceId },
      };
      await this.connection.post('/api/3.0/mlflow/traces', { trace: { trace_info: info } });
    });
    for (let at = 0; at < traceIds.length; at += LINKS_AT_ONCE) {
      const ids = traceIds.slice(at, at + LINKS_AT_ONCE).map((id) => `tr-${id}`);
      await this.connection.post('/api/2.0/mlflow/traces/link-to-run', { trace_ids: ids, run_id: runId });
    }
  }

  async assess(traceId: string, assessment: NewAssessment): Promise<void> {
    const body = assessment as CreateAssessmentBody;
    const params = { path: { trace_id: traceId } };
    await this.connection.take((api) => api.POST('/api/v1/traces/{trace_id}/assessments', { params, body }));
  }

  /** What scorers of Millrace said of a trace for an evaluation. */
  async verdicts(traceId: string, runId: string): Promise<ScorerVerdict[]> {
    const params = { path: { trace_id: traceId } };
    const listed = await this.connection.take((api) =>
      api.GET('/api/v1/traces/{trace_id}/assessments', { params }),
    );
    return listed.assessments
      .filter(({ metadata, kind }) => kind === 'feedback' && metadata?.[SOURCE_RUN] === runId)
      .map(({ name, value, rationale, error }) => ({
        name,
        ...(error ? { error: error.message ?? 'it failed' } : { value: value as Json }),
        ...(rationale !== undefined && { rationale }),
      }));
  }

  /** Waits until all that was sent before can be read. */
  untilReadable(deadline: number): Promise<void> {
    return untilReadable(this.connection, deadline);
  }

  /** Scorers as an evaluation names them: registered ones, and by their kind those that are built in. */
  async scorers(experimentId: string, names: readonly string[]): Promise<readonly ChosenScorer[]> {
    const params = { query: { experiment_id: experimentId } };
    const { scorers } = await this.connection.take((api) => api.GET('/api/v1/scorers', { params }));
    const registered = new Set(scorers.map(({ name }) => name));
    if (names.every((name) => registered.has(name))) return names.map((name) => ({ name }));
    const builtIn = await this.connection.take((api) => api.GET('/api/v1/built-in-scorers'));
    const kinds = new Set(builtIn.scorers.map(({ name }) => name));
    return names.map((name) =>
      registered.has(name) || !kinds.has(name)
        ? { name }
        : { name, definition: { millrace_scorer: { kind: name, parameters: {} } } },
    );
  }

  /** Lets scorers of Millrace judge traces; resolves with the evaluation when it has ended. */
  async judge(body: JudgeRequest, deadline: number): Promise<EndedEvaluation> {
    let found = await this.connection.post<EndedEvaluation>('/api/v1/evaluations', body);
    while (!['finished', 'cancelled', 'failed'].includes(found.state)) {
      await pause(deadline, `evaluation ${found.evaluation_id} has not ended`);
      const params = { path: { evaluation_id: found.evaluation_id } };
      found = await this.connection.take((api) => api.GET('/api/v1/evaluations/{evaluation_id}', { params }));
    }
    if (found.state === 'finished') return found;
    throw new EvaluationError(`Evaluation ${found.evaluation_id} was ${found.state}: ${found.failure ?? ''}`);
  }
}

interface JudgeRequest {
  readonly experiment_id: string;
  readonly name?: string;
  readonly trace_ids: readonly string[];
  readonly scorers: readonly ChosenScorer[];
}

interface ChosenScorer {
  readonly name: string;
  readonly definition?: object;
}

interface EndedEvaluation {
  readonly evaluation_id: string;
  readonly run_id: string;
  readonly state: string;
  readonly failure?: string;
}

async function pause(deadline: number, what: string): Promise<void> {
  if (Date.now() > deadline) throw new EvaluationError(`${what} in time; give it more with timeoutMs.`);
  await new Promise((resolve) => setTimeout(resolve, STEP_MS));
}
