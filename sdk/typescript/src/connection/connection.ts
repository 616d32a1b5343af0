import { context } from '@opentelemetry/api';
import { suppressTracing } from '@opentelemetry/core';
import { createApiClient, type ApiClient } from '@millrace/api-client';
import type { Settings } from '@millrace/tracing/runtime';
import { quote } from './filter-text.ts';
import { NotFoundError, refusal, unreachable } from './millrace-error.ts';

const ANSWER_MS = 60_000;
const ATTEMPTS = 5;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;
/** May be tried again, whatever was asked: nothing of it was done. */
const RETRYABLE = new Set([429, 503]);
const DEFAULT_EXPERIMENT = 'Default';

export interface Answer<Data> {
  readonly data?: Data | undefined;
  readonly error?: unknown;
  readonly response: Response;
}

/** Where an operation also answers tables, the JSON one of its answers. */
type JsonOf<Data> = Exclude<Data, string>;

export type Target = Pick<Settings, 'url' | 'headers' | 'experiment'>;

/** Asks a Millrace; nobody's trace has that in it. Every method throws MillraceError with the server's own words. */
export class Connection {
  readonly target: Target;
  private readonly api: ApiClient;
  private experiment: Promise<string> | undefined;

  constructor(target: Target) {
    this.target = target;
    this.api = createApiClient({ ...target, fetch: send });
  }

  /** What an operation of the API answered. Asked again while Millrace says that it is busy. */
  async take<Data>(
    ask: (api: ApiClient) => Promise<Answer<Data>>,
    attempts = ATTEMPTS,
  ): Promise<JsonOf<Data>> {
    const { data, error, response } = await this.answer(ask, attempts);
    // Some answers have no body: then Data is undefined.
    if (response.ok) return data as JsonOf<Data>;
    throw refusal(new URL(response.url).pathname, response.status, error);
  }

  /** The same with its status and headers, whatever they are. */
  async answer<Data>(
    ask: (api: ApiClient) => Promise<Answer<Data>>,
    attempts = ATTEMPTS,
  ): Promise<Answer<Data>> {
    for (let attempt = 1, pause = FIRST_PAUSE_MS; ; attempt += 1, pause *= 2) {
      const answer = await ask(this.api).catch((cause: unknown) => {
        throw unreachable(this.target.url, cause);
      });
      const { status, headers } = answer.response;
      if (attempt >= attempts || !RETRYABLE.has(status)) return answer;
      const asked = Number(headers.get('retry-after') ?? 0) * 1000;
      await sleep(Math.min(Math.max(pause, asked), LONGEST_PAUSE_MS));
    }
  }

  /** MLflow's surface, where `/api/v1` has no twin. */
  async post<Data>(path: string, body: object): Promise<Data> {
    return this.take(async () => {
      const headers = { ...this.target.headers, 'content-type': 'application/json' };
      const request = new Request(this.target.url + path, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      });
      const response = await send(request);
      const said = parsed(await response.text());
      return response.ok ? { data: said as Data, response } : { error: said, response };
    }) as Promise<Data>;
  }

  /** Id of the experiment of the settings, made when there is none of its name; the default one where they name none. */
  experimentId(): Promise<string> {
    this.experiment ??= this.ownExperiment().catch((error: unknown) => {
      this.experiment = undefined;
      throw error;
    });
    return this.experiment;
  }

  /** By name; made when there is none. */
  async experimentNamed(name: string): Promise<string> {
    const found = await this.findExperiment(name);
    if (found !== undefined) return found;
    const created = await this.take((api) => api.POST('/api/v1/experiments', { body: { name } })).catch(
      async (error: unknown) => {
        // Another process may have made it meanwhile.
        const other = await this.findExperiment(name);
        if (other === undefined) throw error;
        return { experiment_id: other };
      },
    );
    return created.experiment_id;
  }

  /** What a search is about: the experiment of the settings, or all where they name none. Nothing is made. */
  async searchedExperiments(experiment = this.target.experiment): Promise<string[]> {
    if (!experiment) return [];
    if ('id' in experiment) return [experiment.id];
    const found = await this.findExperiment(experiment.name);
    if (found !== undefined) return [found];
    throw new NotFoundError(
      `There is no experiment '${experiment.name}' in Millrace: nothing was traced into it yet.`,
      {
        code: 'RESOURCE_DOES_NOT_EXIST',
      },
    );
  }

  private ownExperiment(): Promise<string> {
    const { experiment = { name: DEFAULT_EXPERIMENT } } = this.target;
    return 'id' in experiment ? Promise.resolve(experiment.id) : this.experimentNamed(experiment.name);
  }

  private async findExperiment(name: string): Promise<string | undefined> {
    const query = { filter: `name = ${quote(name)}` };
    const found = await this.take((api) => api.GET('/api/v1/experiments', { params: { query } }));
    return found.experiments[0]?.experiment_id;
  }
}

function send(request: Request): Promise<Response> {
  const signal = AbortSignal.timeout(ANSWER_MS);
  return context.with(suppressTracing(context.active()), () => fetch(request, { signal }));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
