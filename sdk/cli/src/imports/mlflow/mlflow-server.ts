import { z } from 'zod';
import { CliError, EXIT } from '../../cli-error.ts';
import { wordsOf } from '../../connection/millrace.ts';
import { parseExactJson } from '../exact-json.ts';
import { untilAnswered } from '../until-answered.ts';

const PAGE = 100;

const tags = z.array(z.object({ key: z.string(), value: z.string().default('') })).default([]);
const next = { next_page_token: z.string().optional() };
const experiment = z.object({ experiment_id: z.string(), name: z.string() });
const traceInfo = z.looseObject({
  trace_id: z.string(),
  request_time: z.string(),
  assessments: z.array(z.looseObject({})).optional(),
});
const promptVersion = z.object({
  version: z.coerce.number(),
  description: z.string().default(''),
  tags,
});
const prompt = z.object({
  name: z.string(),
  description: z.string().default(''),
  tags,
  aliases: z.array(z.object({ alias: z.string(), version: z.coerce.number() })).default([]),
});
const dataset = z.object({ dataset_id: z.string(), name: z.string() });

export type MlflowExperiment = z.output<typeof experiment>;
export type MlflowTraceInfo = z.output<typeof traceInfo>;
export type MlflowPrompt = z.output<typeof prompt>;
export type MlflowPromptVersion = z.output<typeof promptVersion>;

/** Another MLflow server, by its REST API. Throws CliError when it does not answer as MLflow does. */
export class MlflowServer {
  private readonly url: string;
  private readonly headers: Readonly<Record<string, string>>;
  private readonly signal: AbortSignal;

  constructor(url: string, token: string | undefined, signal: AbortSignal) {
    this.url = url.replace(/\/+$/, '');
    this.headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
    this.signal = signal;
  }

  experiments(): AsyncGenerator<MlflowExperiment> {
    const page = z.object({ experiments: z.array(experiment).default([]), ...next });
    return this.pages(
      (token) => this.post('/api/2.0/mlflow/experiments/search', page, { ...token, max_results: PAGE }),
      'experiments',
    );
  }

  /** The oldest first, from a time on. */
  traces(experimentId: string, from: string | undefined): AsyncGenerator<MlflowTraceInfo> {
    const page = z.object({ traces: z.array(traceInfo).default([]), ...next });
    const body = {
      locations: [{ type: 'MLFLOW_EXPERIMENT', mlflow_experiment: { experiment_id: experimentId } }],
      max_results: PAGE,
      order_by: ['timestamp_ms ASC'],
      ...(from !== undefined && { filter: `timestamp_ms >= ${Date.parse(from)}` }),
    };
    return this.pages(
      (token) => this.post('/api/3.0/mlflow/traces/search', page, { ...body, ...token }),
      'traces',
    );
  }

  /** The document of a trace's spans; undefined where the server has none. */
  async spansOf(traceId: string): Promise<unknown> {
    const query = new URLSearchParams({ request_id: traceId });
    const response = await this.ask(`/ajax-api/2.0/mlflow/get-trace-artifact?${query}`, {});
    const text = await response.text();
    return response.ok ? parseExactJson(text) : undefined;
  }

  prompts(): AsyncGenerator<MlflowPrompt> {
    const page = z.object({ registered_models: z.array(prompt).default([]), ...next });
    const query = { filter: "tags.`mlflow.prompt.is_prompt` = 'true'", max_results: String(PAGE) };
    return this.pages(
      (token) => this.get('/api/2.0/mlflow/registered-models/search', page, { ...query, ...token }),
      'registered_models',
    );
  }

  /** The first one first. */
  async promptVersions(name: string): Promise<MlflowPromptVersion[]> {
    const page = z.object({ model_versions: z.array(promptVersion).default([]), ...next });
    const filter = `name = '${name.replaceAll("'", "''")}' AND tags.\`mlflow.prompt.is_prompt\` = 'true'`;
    const query = { filter, max_results: String(PAGE) };
    const versions = [];
    for await (const version of this.pages<MlflowPromptVersion, 'model_versions'>(
      (token) => this.get('/api/2.0/mlflow/model-versions/search', page, { ...query, ...token }),
      'model_versions',
    )) {
      versions.push(version);
    }
    return versions.sort((a, b) => a.version - b.version);
  }

  datasets(experimentId: string): AsyncGenerator<z.output<typeof dataset>> {
    const page = z.object({ datasets: z.array(dataset).default([]), ...next });
    const body = { experiment_ids: [experimentId], max_results: PAGE };
    return this.pages(
      (token) => this.post('/api/3.0/mlflow/datasets/search', page, { ...body, ...token }),
      'datasets',
    );
  }

  /** Records are JSON in a text there. */
  records(datasetId: string): AsyncGenerator<unknown> {
    const list = z.string().transform((text) => JSON.parse(text) as unknown[]);
    const page = z.object({ records: list, ...next });
    const query = { max_results: String(PAGE) };
    return this.pages(
      (token) => this.get(`/api/3.0/mlflow/datasets/${datasetId}/records`, page, { ...query, ...token }),
      'records',
    );
  }

  private async *pages<Item, Key extends string>(
    ask: (token: {
      page_token?: string;
    }) => Promise<{ next_page_token?: string | undefined } & Record<Key, Item[]>>,
    key: Key,
  ): AsyncGenerator<Item> {
    let token: string | undefined;
    do {
      const page = await ask(token === undefined ? {} : { page_token: token });
      yield* page[key];
      token = page.next_page_token;
    } while (token !== undefined && token !== '');
  }

  private async post<Schema extends z.ZodType>(path: string, schema: Schema, body: object) {
    const headers = { 'content-type': 'application/json' };
    const response = await this.ask(path, { method: 'POST', headers, body: JSON.stringify(body) });
    return this.parse(path, schema, response);
  }

  private async get<Schema extends z.ZodType>(path: string, schema: Schema, query: Record<string, string>) {
    return this.parse(path, schema, await this.ask(`${path}?${new URLSearchParams(query)}`, {}));
  }

  private async parse<Schema extends z.ZodType>(
    path: string,
    schema: Schema,
    response: Response,
  ): Promise<z.output<Schema>> {
    const text = await response.text();
    if (!response.ok) {
      throw new CliError(
        `MLflow at ${this.url} answered ${response.status} to ${path}: ${wordsOf(text) ?? ''}`,
      );
    }
    try {
      return schema.parse(JSON.parse(text));
    } catch (cause) {
      throw new CliError(
        `${this.url} does not answer as MLflow does to ${path}: is it an MLflow server?`,
        EXIT.failed,
        { cause },
      );
    }
  }

  private ask(path: string, init: RequestInit): Promise<Response> {
    const headers = { ...this.headers, ...(init.headers as Record<string, string> | undefined) };
    // 500 is what MLflow answers of a trace whose file is broken: that stays.
    return untilAnswered(() => this.askOnce(path, { ...init, headers, signal: this.signal }), this.signal);
  }

  private askOnce(path: string, init: RequestInit): Promise<Response> {
    return fetch(this.url + path, init).catch((cause: unknown) => {
      if (this.signal.aborted) throw cause;
      throw new CliError(`MLflow can't be reached at ${this.url}: is --from right?`, EXIT.notReachable, {
        cause,
      });
    });
  }
}
