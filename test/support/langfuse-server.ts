import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { closeNow, listenOnLoopback, loopbackUrl } from './loopback-http.ts';

export interface LangfuseTrace {
  readonly id: string;
  readonly timestamp: string;
  readonly observations: readonly { readonly id: string }[];
  readonly scores: readonly { readonly id: string }[];
  readonly [field: string]: unknown;
}

export interface LangfusePrompt {
  readonly name: string;
  readonly version: number;
  readonly labels: readonly string[];
  readonly [field: string]: unknown;
}

/** How the next request is answered instead. */
export interface LangfuseFault {
  readonly status: number;
  readonly retryAfter?: string;
}

const PUBLIC_KEY = 'pk-lf-test';
const SECRET_KEY = 'sk-lf-test';

/**
 * A project of a Langfuse, as far as its public API is documented for reading traces and prompts (fern/apis/server/definition of
 * its repository, and its page on rate limits). A Langfuse itself needs containers.
 */
export class LangfuseServer {
  readonly keys = { LANGFUSE_PUBLIC_KEY: PUBLIC_KEY, LANGFUSE_SECRET_KEY: SECRET_KEY };
  /** Path and query of each, in the order they came. */
  readonly requests: string[] = [];
  /** By the number of the request they meet, from 1. */
  readonly faults = new Map<number, LangfuseFault>();
  /** In the order of their time. */
  traces: readonly LangfuseTrace[] = [];
  prompts: readonly LangfusePrompt[] = [];
  projectId = 'project-1';
  /** Requests for it are answered once this has resolved. */
  held: { readonly traceId: string; readonly until: Promise<void> } | undefined;

  private readonly server = createServer((request, response) => void this.answer(request, response));

  static async start(): Promise<LangfuseServer> {
    const langfuse = new LangfuseServer();
    await listenOnLoopback(langfuse.server);
    return langfuse;
  }

  get url(): string {
    return loopbackUrl(this.server);
  }

  stop(): Promise<void> {
    return closeNow(this.server);
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '/';
    this.requests.push(path);
    const fault = this.faults.get(this.requests.length);
    const credentials = Buffer.from(`${PUBLIC_KEY}:${SECRET_KEY}`).toString('base64');
    if (fault) return send(response, fault.status, { message: 'not now' }, fault.retryAfter);
    if (request.headers.authorization !== `Basic ${credentials}`)
      return send(response, 401, { message: 'Invalid credentials. Confirm that your keys are right.' });
    if (this.held !== undefined && path.endsWith(`/traces/${this.held.traceId}`)) await this.held.until;
    const found = this.find(new URL(path, this.url));
    send(response, found === undefined ? 404 : 200, found ?? { message: 'not found' });
  }

  private find({ pathname, searchParams: query }: URL): object | undefined {
    const [, , , ...parts] = pathname.split('/').map(decodeURIComponent);
    const [area, name] = parts[0] === 'v2' ? parts.slice(1) : parts;
    if (area === 'projects') return { data: [{ id: this.projectId, name: 'shop' }] };
    if (area === 'traces' && name !== undefined) return this.traces.find(({ id }) => id === name);
    if (area === 'traces') return pageOf(this.traces.filter(since(query)).map(listed), query);
    if (area === 'prompts' && name !== undefined) return this.promptVersion(name, query);
    if (area === 'prompts') return pageOf(this.promptList(), query);
    return undefined;
  }

  private promptVersion(name: string, query: URLSearchParams): LangfusePrompt | undefined {
    const number = Number(query.get('version'));
    return this.prompts.find((prompt) => prompt.name === name && prompt.version === number);
  }

  private promptList(): object[] {
    return [...new Set(this.prompts.map(({ name }) => name))].map((name) => ({
      name,
      versions: this.prompts.filter((prompt) => prompt.name === name).map(({ version }) => version),
      labels: this.prompts.filter((prompt) => prompt.name === name).flatMap(({ labels }) => labels),
    }));
  }
}

/** Lists name what belongs to a trace by id alone. */
function listed(trace: LangfuseTrace): object {
  return {
    ...trace,
    observations: trace.observations.map(({ id }) => id),
    scores: trace.scores.map(({ id }) => id),
  };
}

/** On or after, as its reference says. */
function since(query: URLSearchParams): (trace: LangfuseTrace) => boolean {
  const from = Date.parse(query.get('fromTimestamp') ?? '1970-01-01');
  return ({ timestamp }) => Date.parse(timestamp) >= from;
}

function pageOf(items: readonly object[], query: URLSearchParams): object {
  const [page, limit] = [Number(query.get('page') ?? 1), Number(query.get('limit') ?? 50)];
  const meta = { page, limit, totalItems: items.length, totalPages: Math.ceil(items.length / limit) };
  return { data: items.slice((page - 1) * limit, page * limit), meta };
}

function send(response: ServerResponse, status: number, body: object, retryAfter?: string): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    ...(retryAfter !== undefined && { 'retry-after': retryAfter }),
  });
  response.end(JSON.stringify(body));
}
