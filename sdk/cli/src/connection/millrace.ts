import { createApiClient, type ApiClient } from '@millrace/api-client';
import { CliError, EXIT } from '../cli-error.ts';

const PAGE = 1000;

export interface MillraceTarget {
  readonly url: string;
  readonly token?: string | undefined;
  readonly workspace?: string | undefined;
  /** Ends all requests; they throw AbortError then. */
  readonly signal?: AbortSignal | undefined;
}

interface Answer<Data> {
  readonly data?: Data | undefined;
  readonly error?: unknown;
  readonly response: Response;
}

/** Where an operation also answers tables, the JSON one of its answers. */
type Json<Data> = Exclude<NonNullable<Data>, string>;

/** A Millrace that is asked. Every method throws CliError with the server's own words. */
export class Millrace {
  readonly api: ApiClient;
  readonly url: string;
  private readonly headers: Readonly<Record<string, string>>;
  private readonly signal: AbortSignal | undefined;

  constructor({ url, token, workspace, signal }: MillraceTarget) {
    this.url = url.replace(/\/+$/, '');
    const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
    this.signal = signal;
    this.api = createApiClient({ url: this.url, workspace, headers: authorization, signal });
    this.headers = { ...authorization, ...(workspace !== undefined && { 'x-mlflow-workspace': workspace }) };
  }

  /** What an operation of the client answered. */
  async take<Data>(asked: Promise<Answer<Data>>): Promise<Json<Data>> {
    const { data, error, response } = await asked.catch((cause: unknown) => this.refuse(cause));
    if (error !== undefined || !response.ok) throw refused(response, error);
    return data as Json<Data>;
  }

  /** The bytes of a long answer, as they come. */
  async stream(asked: Promise<Answer<unknown>>): Promise<ReadableStream<Uint8Array>> {
    return (await this.take(asked)) as ReadableStream<Uint8Array>;
  }

  /** For what is outside `/api/v1`: OTLP and MLflow's surface. Answers whatever the status is. */
  async send(path: string, init: RequestInit): Promise<Response> {
    const headers = { ...this.headers, ...(init.headers as Record<string, string> | undefined) };
    return fetch(this.url + path, { signal: this.signal ?? null, ...init, headers }).catch((cause: unknown) =>
      this.refuse(cause),
    );
  }

  /** MLflow's surface, where `/api/v1` has no twin. */
  async post<Data>(path: string, body: object): Promise<Data> {
    const headers = { 'content-type': 'application/json' };
    const response = await this.send(path, { method: 'POST', headers, body: JSON.stringify(body) });
    const text = await response.text();
    if (!response.ok) throw refused(response, text);
    return JSON.parse(text) as Data;
  }

  /** By id, else by name. */
  async experimentId(nameOrId: string): Promise<string> {
    const found = await this.findExperiment(nameOrId);
    if (found !== undefined) return found;
    throw new CliError(
      `There is no experiment '${nameOrId}'. "millrace experiments list" tells which there are.`,
      EXIT.notFound,
    );
  }

  /** By name alone; made when there is none. */
  async experimentNamed(name: string): Promise<string> {
    const filter = `name = ${quote(name)}`;
    const { experiments } = await this.take(
      this.api.GET('/api/v1/experiments', { params: { query: { filter } } }),
    );
    if (experiments[0]) return experiments[0].experiment_id;
    return (await this.take(this.api.POST('/api/v1/experiments', { body: { name } }))).experiment_id;
  }

  private async findExperiment(nameOrId: string): Promise<string | undefined> {
    const filter = `name = ${quote(nameOrId)}`;
    const { experiments } = await this.take(
      this.api.GET('/api/v1/experiments', { params: { query: { filter } } }),
    );
    if (experiments[0]) return experiments[0].experiment_id;
    if (!/^\d+$/.test(nameOrId)) return undefined;
    const path = { experiment_id: nameOrId };
    const { response } = await this.api
      .GET('/api/v1/experiments/{experiment_id}', { params: { path } })
      .catch((cause: unknown) => this.refuse(cause));
    return response.ok ? nameOrId : undefined;
  }

  private refuse(cause: unknown): never {
    if (cause instanceof Error && cause.name === 'AbortError') throw cause;
    throw new CliError(
      `Millrace can't be reached at ${this.url}. Start it, or say where it is with --url or MILLRACE_URL.`,
      EXIT.notReachable,
      { cause },
    );
  }
}

interface Page {
  readonly next_page_token?: string | undefined;
}

/** Items of as many pages as are needed for `limit` of them. */
export async function collect<Item, Answered extends Page>(
  limit: number,
  ask: (page: { limit: number; page_token?: string }) => Promise<Answered>,
  itemsOf: (page: Answered) => readonly Item[],
): Promise<Item[]> {
  const items: Item[] = [];
  let token: string | undefined;
  do {
    const size = Math.min(PAGE, limit - items.length);
    const page = await ask({ limit: size, ...(token !== undefined && { page_token: token }) });
    items.push(...itemsOf(page));
    token = page.next_page_token;
  } while (token !== undefined && items.length < limit);
  return items;
}

/** Text of a filter. */
export function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function refused(response: Response, error: unknown): CliError {
  const told = wordsOf(error) ?? `${response.status} ${response.statusText}`;
  switch (response.status) {
    case 401:
      return new CliError(`${told} Give an API key with --token or MILLRACE_TOKEN.`);
    case 404:
      return new CliError(told, EXIT.notFound);
    default:
      return new CliError(told);
  }
}

/** Millrace's errors, and those of MLflow's surface. */
export function wordsOf(error: unknown): string | undefined {
  if (typeof error === 'string') {
    try {
      return wordsOf(JSON.parse(error)) ?? error;
    } catch {
      return error === '' ? undefined : error.slice(0, 1000);
    }
  }
  const told = error as { error?: { message?: string }; message?: string } | undefined | null;
  return told?.error?.message ?? told?.message;
}
