import createClient, { type Client } from 'openapi-fetch';
import type { paths } from './generated/api.ts';

/** Every operation of `/api/v1`, typed by its OpenAPI document. */
export type ApiClient = Client<paths>;

export interface ApiClientOptions {
  /** Where Millrace answers: `http://localhost:5000`. */
  readonly url: string;
  /** A workspace other than the default one. */
  readonly workspace?: string | undefined;
  /** Sent with every request, for what stands in front of Millrace. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Ends all requests when it is aborted. */
  readonly signal?: AbortSignal | undefined;
  /** Sends in place of the global `fetch`. */
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
}

/** Connects to nothing yet: each call is a request of its own. */
export function createApiClient({ url, workspace, headers, signal, fetch }: ApiClientOptions): ApiClient {
  return createClient<paths>({
    baseUrl: url.replace(/\/+$/, ''),
    headers: { ...headers, ...(workspace !== undefined && { 'x-mlflow-workspace': workspace }) },
    ...(signal && { signal }),
    ...(fetch && { fetch }),
  });
}
