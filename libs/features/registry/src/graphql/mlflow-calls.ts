import type { FastifyInstance } from 'fastify';

/** An MLflow call by its REST address. */
export interface MlflowCall {
  readonly method: 'GET' | 'POST';
  /** Behind `/api/2.0/mlflow/`. */
  readonly path: string;
}

/** What a call answered: JSON in snake_case. */
export interface MlflowAnswer {
  readonly isFault: boolean;
  readonly body: Readonly<Record<string, unknown>>;
}

type Headers = Readonly<Record<string, string>>;

/** Makes MLflow's REST calls inside this process, as the same caller. */
export class MlflowCalls {
  constructor(
    private readonly fastify: FastifyInstance,
    /** Of the request on whose behalf they are made. */
    private readonly headers: Headers,
  ) {}

  async make({ method, path }: MlflowCall, message: object): Promise<MlflowAnswer> {
    const given = Object.entries(message).filter(([, value]) => value !== null && value !== undefined);
    const address = `/api/2.0/mlflow/${path}`;
    const answer = await this.fastify.inject(
      method === 'POST'
        ? { method, url: address, headers: this.headers, payload: Object.fromEntries(given) }
        : { method, url: `${address}?${toQuery(given)}`, headers: this.headers },
    );
    return { isFault: answer.statusCode >= 400, body: readObject(answer.body) };
  }
}

function toQuery(fields: readonly (readonly [string, unknown])[]): string {
  const query = new URLSearchParams();
  for (const [name, value] of fields) {
    for (const item of Array.isArray(value) ? value : [value]) query.append(name, String(item));
  }
  return query.toString();
}

function readObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
  } catch {
    // What is not served here answers in plain text.
    return { message: text };
  }
}
