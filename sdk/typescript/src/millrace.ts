import { createApiClient, type ApiClient, type components } from '@millrace/api-client';
import { EvaluationError } from './evaluation-error.ts';
import type { EvaluationRecord, Json, ScorerVerdict } from './evaluation.ts';

const PAGE = 1000;
const LINKS_AT_ONCE = 100;
const STEP_MS = 200;
const SOURCE_RUN = 'mlflow.assessment.sourceRunId';

export interface MillraceTarget {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

interface Answer<Data> {
  readonly data?: Data | undefined;
  readonly error?: unknown;
  readonly response: Response;
}

type CreateAssessmentBody = components['schemas']['CreateAssessmentBody'];
/** The generated types know no readonly lists. */
type NewAssessment = Omit<CreateAssessmentBody, 'value'> & { readonly value?: Json };

/** What an evaluation asks of Millrace. Throws EvaluationError with what it answered. */
export class Millrace {
  private readonly api: ApiClient;
  private readonly target: MillraceTarget;

  constructor(target: MillraceTarget) {
    this.target = target;
    this.api = createApiClient(target);
  }

  /** By name; made when there is none. */
  async experimentId(name: string): Promise<string> {
    const filter = `name = ${quote(name)}`;
    const found = await this.take(this.api.GET('/api/v1/experiments', { params: { query: { filter } } }));
    const [experiment] = found.experiments;
    if (experiment) return experiment.experiment_id;
    const created = await this.take(this.api.POST('/api/v1/experiments', { body: { name } }));
    return created.experiment_id;
  }

  async records(datasetName: string): Promise<EvaluationRecord<Record<string, Json>>[]> {
    const filter = `name = ${quote(datasetName)}`;
    const { datasets } = await this.take(this.api.GET('/api/v1/datasets', { params: { query: { filter } } }));
    const [dataset] = datasets;
    if (!dataset) throw new EvaluationError(`There is no data set '${datasetName}' in Millrace.`);
    const records: EvaluationRecord<Record<string, Json>>[] = [];
    let token: string | undefined;
    do {
      const query = { limit: PAGE, ...(token !== undefined && { page_token: token }) };
      const path = { id: dataset.dataset_id };
      const page = await this.take(
        this.api.GET('/api/v1/datasets/{id}/records', { params: { path, query } }),
      );
      for (const { inputs, expectations } of page.records) {
        records.push({
          inputs: inputs as Record<string, Json>,
          ...(expectations && { expectations: expectations as Record<string, Json> }),
        });
      }
      token = page.next_page_token;
    } while (token !== undefined);
    return records;
  }

  async createRun(experimentId: string, name: string | undefined): Promise<string> {
    const body = {
      experiment_id: experimentId,
      ...(name !== undefined && { name }),
      tags: { 'mlflow.runType': 'genai_evaluate' },
    };
    return (await this.take(this.api.POST('/api/v1/runs', { body }))).run_id;
  }

  async endRun(
    id: string,
    status: 'FINISHED' | 'FAILED',
    metrics: Readonly<Record<string, number>>,
  ): Promise<void> {
    const points = Object.entries(metrics).map(([key, value]) => ({ key, value }));
    const path = { id };
    if (points.length > 0) {
      await this.take(
        this.api.POST('/api/v1/runs/{id}/log', { params: { path }, body: { metrics: points } }),
      );
    }
    await this.take(this.api.PATCH('/api/v1/runs/{id}', { params: { path }, body: { status } }));
  }

  /** Says that the run made the trace, so that it is no traffic. */
  async linkTraces(experimentId: string, runId: string, traceIds: readonly string[]): Promise<void> {
    for (const traceId of traceIds) {
      const info = {
        trace_id: `tr-${traceId}`,
        trace_location: { type: 'MLFLOW_EXPERIMENT', mlflow_experiment: { experiment_id: experimentId } },
        trace_metadata: { 'mlflow.sourceRun': runId },
        tags: { 'mlflow.eval.requestId': traceId },
      };
      await this.post('/api/3.0/mlflow/traces', { trace: { trace_info: info } });
    }
    for (let at = 0; at < traceIds.length; at += LINKS_AT_ONCE) {
      const ids = traceIds.slice(at, at + LINKS_AT_ONCE).map((id) => `tr-${id}`);
      await this.post('/api/2.0/mlflow/traces/link-to-run', { trace_ids: ids, run_id: runId });
    }
  }

  async assess(traceId: string, assessment: NewAssessment): Promise<void> {
    const body = assessment as CreateAssessmentBody;
    const params = { path: { trace_id: traceId } };
    await this.take(this.api.POST('/api/v1/traces/{trace_id}/assessments', { params, body }));
  }

  /** What scorers of Millrace said of a trace for an evaluation. */
  async verdicts(traceId: string, runId: string): Promise<ScorerVerdict[]> {
    const params = { path: { trace_id: traceId } };
    const listed = await this.take(this.api.GET('/api/v1/traces/{trace_id}/assessments', { params }));
    return listed.assessments
      .filter(({ metadata, kind }) => kind === 'feedback' && metadata?.[SOURCE_RUN] === runId)
      .map(({ name, value, rationale, error }) => ({
        name,
        ...(error ? { error: error.message ?? 'it failed' } : { value: value as Json }),
        ...(rationale !== undefined && { rationale }),
      }));
  }

  /** Waits until all that was sent before can be read. */
  async untilReadable(deadline: number): Promise<void> {
    const query = { consistency: 'strong' as const };
    while (!(await this.take(this.api.GET('/api/v1/freshness', { params: { query } }))).is_complete) {
      await pause(deadline, 'Millrace has not stored the traces yet');
    }
  }

  /** Lets scorers of Millrace judge traces; resolves with the evaluation when it has ended. */
  async judge(body: JudgeRequest, deadline: number): Promise<EndedEvaluation> {
    let found = await this.post<EndedEvaluation>('/api/v1/evaluations', body);
    while (!['finished', 'cancelled', 'failed'].includes(found.state)) {
      await pause(deadline, `evaluation ${found.evaluation_id} has not ended`);
      found = await this.get<EndedEvaluation>(`/api/v1/evaluations/${found.evaluation_id}`);
    }
    if (found.state === 'finished') return found;
    throw new EvaluationError(`Evaluation ${found.evaluation_id} was ${found.state}: ${found.failure ?? ''}`);
  }

  private post<Data>(path: string, body: object): Promise<Data> {
    return this.send<Data>(path, { method: 'POST', body: JSON.stringify(body) });
  }

  private get<Data>(path: string): Promise<Data> {
    return this.send<Data>(path, { method: 'GET' });
  }

  private async send<Data>(path: string, init: RequestInit): Promise<Data> {
    const headers = { ...this.target.headers, 'content-type': 'application/json' };
    const response = await fetch(this.target.url + path, { ...init, headers }).catch(refuse);
    const text = await response.text();
    if (!response.ok) throw failure(path, response.status, text);
    return JSON.parse(text) as Data;
  }

  private async take<Data>(asked: Promise<Answer<Data>>): Promise<Data> {
    const { data, error, response } = await asked.catch(refuse);
    // Some answers have no body: then Data is undefined.
    if (response.ok) return data as Data;
    throw failure(new URL(response.url).pathname, response.status, JSON.stringify(error ?? ''));
  }
}

export interface JudgeRequest {
  readonly experiment_id: string;
  readonly name?: string;
  readonly trace_ids: readonly string[];
  readonly scorers: readonly { readonly name: string }[];
}

export interface EndedEvaluation {
  readonly evaluation_id: string;
  readonly run_id: string;
  readonly state: string;
  readonly failure?: string;
}

function refuse(error: unknown): never {
  throw new EvaluationError(`Millrace can't be reached: ${String(error)}. Is it running at this url?`, {
    cause: error,
  });
}

function failure(path: string, status: number, text: string): EvaluationError {
  return new EvaluationError(`Millrace answered ${status} to ${path}: ${text.slice(0, 1000)}`);
}

async function pause(deadline: number, what: string): Promise<void> {
  if (Date.now() > deadline) throw new EvaluationError(`${what} in time; give it more with timeoutMs.`);
  await new Promise((resolve) => setTimeout(resolve, STEP_MS));
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
