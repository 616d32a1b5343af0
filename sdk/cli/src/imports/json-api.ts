import type { z } from 'zod';
import { CliError, EXIT } from '../cli-error.ts';
import { wordsOf } from '../connection/millrace.ts';
import { parseExactJson } from './exact-json.ts';

/** A server that is read from, by JSON over HTTP. Throws CliError that names it. */
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
    const response = await fetch(this.url + path, { headers: this.headers, signal: this.signal }).catch(
      (cause: unknown) => {
        if (this.signal.aborted) throw cause;
        throw new CliError(
          `${this.name} can't be reached at ${this.url}: is --from right?`,
          EXIT.notReachable,
          { cause },
        );
      },
    );
    const text = await response.text();
    if (response.ok) return text;
    throw new CliError(
      `${this.name} at ${this.url} answered ${response.status} to ${path.slice(0, 100)}: ${wordsOf(text) ?? ''}`,
    );
  }
}
