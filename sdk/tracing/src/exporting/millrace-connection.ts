import { context } from '@opentelemetry/api';
import { suppressTracing } from '@opentelemetry/core';
import type { Settings } from '../options.ts';

const ANSWER_MS = 30_000;
const RETRY_MS = 500;
const LONGEST_PAUSE_MS = 10_000;
/** To be sent again; every other status is final. Source: the OTLP specification, "Failures". */
const RETRYABLE = new Set([429, 502, 503, 504]);

/** Milliseconds since the epoch; it may come nearer while something waits for it. */
export type Deadline = () => number;

export interface Request {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
}

/** Requests to Millrace that are nobody's trace, repeated while it is away. */
export class MillraceConnection {
  private experiment: Promise<string | undefined> | undefined;

  private readonly settings: Settings;

  constructor(settings: Settings) {
    this.settings = settings;
  }

  /** Throws once it is refused, or at the deadline. */
  async send(request: Request, deadline: Deadline): Promise<Response> {
    for (let pause = RETRY_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      const answer = await this.ask(request).catch((error: unknown) => error as Error);
      if (answer instanceof Response) {
        if (answer.ok) return answer;
        const told = (await answer.text()).slice(0, 300);
        if (!RETRYABLE.has(answer.status)) throw new Error(`Millrace answered ${answer.status}: ${told}`);
        pause = Math.max(pause, Number(answer.headers.get('retry-after') ?? 0) * 1000);
      }
      if (Date.now() + pause > deadline()) throw this.unreachable(answer);
      await sleep(pause);
    }
  }

  /** What the header of an export says; undefined for the experiment of the key, or the default one. */
  experimentId(deadline: Deadline): Promise<string | undefined> {
    this.experiment ??= this.findExperiment(deadline).catch((error: unknown) => {
      this.experiment = undefined;
      throw error;
    });
    return this.experiment;
  }

  private async findExperiment(deadline: Deadline): Promise<string | undefined> {
    const { experiment } = this.settings;
    if (!experiment || 'id' in experiment) return experiment?.id;
    const found = await this.experimentNamed(experiment.name, deadline);
    if (found !== undefined) return found;
    const created = await this.createExperiment(experiment.name, deadline).catch(async (error: unknown) => {
      // Another process may have made it meanwhile.
      const other = await this.experimentNamed(experiment.name, deadline);
      if (other === undefined) throw error;
      return other;
    });
    return created;
  }

  private async experimentNamed(name: string, deadline: Deadline): Promise<string | undefined> {
    const filter = `name = '${name.replaceAll("'", "''")}'`;
    const path = `/api/v1/experiments?filter=${encodeURIComponent(filter)}`;
    const answer = await this.send({ method: 'GET', path }, deadline);
    const { experiments } = (await answer.json()) as { experiments: { experiment_id: string }[] };
    return experiments[0]?.experiment_id;
  }

  private async createExperiment(name: string, deadline: Deadline): Promise<string> {
    const headers = { 'content-type': 'application/json' };
    const request = {
      method: 'POST',
      path: '/api/v1/experiments',
      headers,
      body: JSON.stringify({ name }),
    } as const;
    const answer = await this.send(request, deadline);
    return ((await answer.json()) as { experiment_id: string }).experiment_id;
  }

  private ask({ method, path, headers, body }: Request): Promise<Response> {
    return context.with(suppressTracing(context.active()), () =>
      fetch(this.settings.url + path, {
        method,
        headers: { ...this.settings.headers, ...headers },
        signal: AbortSignal.timeout(ANSWER_MS),
        ...(body !== undefined && { body }),
      }),
    );
  }

  private unreachable(last: Response | Error): Error {
    const why = last instanceof Response ? `it answers ${last.status}` : causeOf(last);
    return new Error(`Millrace can't be reached at ${this.settings.url}: ${why}. Is it running there?`);
  }
}

function causeOf(error: Error): string {
  return error.cause instanceof Error ? error.cause.message || String(error.cause) : error.message;
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
