import type { z } from 'zod';
import { CliError, EXIT } from '../cli-error.ts';
import { wordsOf } from '../connection/millrace.ts';
import { parseExactJson } from './exact-json.ts';
import { untilAnswered } from './until-answered.ts';

/** Reading again changes nothing, so any fault of the server's may have passed by then. */
function isPassing(status: number): boolean {
  return status === 429 || status >= 500;
}

/** A server that is read from, by JSON over HTTP, and asked again where it is busy. Throws CliError that names it. */
export class JsonApi {
  private readonly name: string;
  private readonly url: string;
  private readonly headers: Readonly<Record<string, string>>;
  private readonly signal: AbortSignal;

  constructor(
    { name, url }: { readonly name: string; readonly url: string },
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ) {
    this.name = name;
    this.url = url.replace(/\/+$/, '');
    this.headers = headers;
    this.signal = signal;
  }

  async get<Schema extends z.ZodType>(
    path: string,
    schema: Schema,
    query: URLSearchParams = new URLSearchParams(),
  ): Promise<z.output<Schema>> {
    const text = await this.read(query.size > 0 ? `${path}?${query}` : path);
    try {
      return schema.parse(parseExactJson(text));
    } catch (cause) {
      throw new CliError(
        `${this.url} does not answer as ${this.name} does to ${path}: is it one?`,
        EXIT.failed,
        { cause },
      );
    }
  }

  private async read(path: string): Promise<string> {
    const response = await untilAnswered(() => this.ask(path), this.signal, isPassing);
    const text = await response.text();
    if (response.ok) return text;
    throw new CliError(
      `${this.name} at ${this.url} answered ${response.status} to ${path.slice(0, 100)}: ${wordsOf(text) ?? ''}`,
    );
  }

  private ask(path: string): Promise<Response> {
    return fetch(this.url + path, { headers: this.headers, signal: this.signal }).catch((cause: unknown) => {
      if (this.signal.aborted) throw cause;
      throw new CliError(
        `${this.name} can't be reached at ${this.url}: is --from right?`,
        EXIT.notReachable,
        { cause },
      );
    });
  }
}
