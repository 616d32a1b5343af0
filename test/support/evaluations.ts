import { setTimeout as sleep } from 'node:timers/promises';
import type { OtlpSpan } from '@millrace/domain';
import { makeSpan } from './otlp.ts';

export interface LedgerAnswer {
  readonly eligible: number;
  readonly left_out: number;
  readonly sampled: number;
  readonly pending: number;
  readonly scored: number;
  readonly skipped: number;
  readonly failed: number;
  readonly sessions: Readonly<Record<'sampled' | 'pending' | 'scored' | 'skipped' | 'failed', number>>;
  readonly reasons: readonly { readonly state: string; readonly reason: string; readonly count: number }[];
  readonly input_tokens: number;
  readonly output_tokens: number;
  readonly cost_usd: number;
}

export interface EvaluationAnswer {
  readonly evaluation_id: string;
  readonly run_id: string;
  readonly schedule_id?: string;
  readonly state: string;
  readonly selection: Readonly<Record<string, unknown>>;
  readonly ledger: LedgerAnswer;
}

export interface ItemAnswer {
  readonly kind: string;
  readonly subject_id: string;
  readonly trace_id?: string;
  readonly trace_version?: string;
  readonly request_preview?: string;
  readonly state: string;
  readonly reason?: string;
  readonly cost_usd: number;
  readonly results: readonly {
    readonly scorer: string;
    readonly state: string;
    readonly value?: unknown;
    readonly reason?: string;
    readonly rationale?: string;
    readonly assessment_id?: string;
  }[];
}

/** A client of Millrace's own API that throws for anything but success. */
export class EvaluationsClient {
  private readonly url: string;

  constructor(url: string) {
    this.url = url;
  }

  async call<Answer>(method: string, path: string, body?: object): Promise<Answer> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as Answer;
  }

  async createExperiment(name: string): Promise<string> {
    const path = '/api/2.0/mlflow/experiments/create';
    return (await this.call<{ experiment_id: string }>('POST', path, { name })).experiment_id;
  }

  /** A secret by which `openai:/…` reaches a provider. */
  async addProvider(baseUrl: string): Promise<void> {
    await this.call('POST', '/api/v1/gateway/secrets', {
      name: 'openai',
      provider: 'openai',
      values: { api_key: 'key' },
      settings: { api_base: baseUrl },
    });
  }

  create(body: object): Promise<EvaluationAnswer> {
    return this.call('POST', '/api/v1/evaluations', body);
  }

  get(id: string): Promise<EvaluationAnswer> {
    return this.call('GET', `/api/v1/evaluations/${id}`);
  }

  /** Waits until it is as asked; a server that is away is waited for too. */
  async until(
    id: string,
    isSo: (evaluation: EvaluationAnswer) => boolean,
    timeoutMs = 90_000,
  ): Promise<EvaluationAnswer> {
    let last: unknown;
    for (const deadline = Date.now() + timeoutMs; Date.now() < deadline; await sleep(200)) {
      try {
        const evaluation = await this.get(id);
        if (isSo(evaluation)) return evaluation;
        last = evaluation;
      } catch (error) {
        last = error;
      }
    }
    throw new Error(`the evaluation did not come so far within ${timeoutMs} ms: ${JSON.stringify(last)}`);
  }

  async items(id: string): Promise<ItemAnswer[]> {
    const items: ItemAnswer[] = [];
    let token: string | undefined;
    do {
      const query = token === undefined ? '' : `&page_token=${encodeURIComponent(token)}`;
      const page = await this.call<{ items: ItemAnswer[]; next_page_token?: string }>(
        'GET',
        `/api/v1/evaluations/${id}/items?limit=50${query}`,
      );
      items.push(...page.items);
      token = page.next_page_token;
    } while (token !== undefined);
    return items;
  }

  async assessments(traceId: string): Promise<{ readonly name: string; readonly metadata?: object }[]> {
    const path = `/api/v1/traces/${traceId}/assessments?consistency=strong`;
    const { assessments } = await this.call<{
      assessments: { readonly name: string; readonly metadata?: object }[];
    }>('GET', path);
    return assessments;
  }
}

/** A whole trace of an application: one span with a question and an answer. */
export function makeAnswer(
  question: string,
  answer: string,
  more: { readonly at?: number; readonly name?: string; readonly session?: string } = {},
): OtlpSpan {
  const start = BigInt(more.at ?? Date.now() - 1_000) * 1_000_000n;
  return makeSpan({
    name: more.name ?? 'chat',
    startTimeUnixNano: start,
    endTimeUnixNano: start + 400_000_000n,
    attributes: {
      'mlflow.spanInputs': JSON.stringify({ question }),
      'mlflow.spanOutputs': JSON.stringify(answer),
      ...(more.session !== undefined && { 'session.id': more.session }),
    },
  });
}

/** A judge of one's own, asked with the model's name. */
export function judgeScorer(
  name: string,
  model = 'gpt-4.1-mini',
  instructions = 'Is {{ outputs }} right?',
): object {
  const parameters = {
    instructions,
    model: `openai:/${model}`,
    feedback_value_type: { type: 'string', enum: ['yes', 'no'] },
  };
  return { name, definition: { millrace_scorer: { kind: 'instructions', parameters } } };
}

export function containsScorer(name: string, text: string): object {
  return { name, definition: { millrace_scorer: { kind: 'contains', parameters: { texts: [text] } } } };
}
