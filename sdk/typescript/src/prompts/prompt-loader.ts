import type { ApiClient, components } from '@millrace/api-client';
import type { Answer, Connection } from '../connection/connection.ts';
import { InvalidRequestError, MillraceError, NotFoundError, refusal } from '../connection/millrace-error.ts';
import { linkToSpan } from './link-to-span.ts';
import { promptOf, type Prompt, type PromptTemplate } from './prompt.ts';
import { readReference, type PromptReference, type VersionChoice } from './prompt-reference.ts';
import { RefreshingCache, type Load } from './refreshing-cache.ts';
import { toPrompt } from './to-prompt.ts';

export interface LoadOptions extends VersionChoice {
  /** What the caller can work with; InvalidRequestError for another. */
  readonly kind?: 'text' | 'chat';
  /**
   * How old an answer may be before it is asked for anew, milliseconds. Aliases 60 seconds, versions for ever unless given. 0 asks
   * every time, and waits.
   */
  readonly ttlMs?: number;
  /** Stands in where no version can be had: none was ever loaded, and Millrace is away or has none. */
  readonly fallback?: PromptTemplate;
}

interface Known {
  readonly prompt: Prompt;
  readonly etag: string | undefined;
}

type SaidVersion = components['schemas']['PromptVersion'];

const ALIAS_TTL_MS = 60_000;
const CAPACITY = 1_000;
const NOT_MODIFIED = 304;

/** Loads prompts from memory where that is allowed, and from Millrace where it is not. */
export class PromptLoader {
  private readonly connection: Connection;
  private readonly cache: RefreshingCache<Known>;

  constructor(connection: Connection, onError: (error: Error) => void) {
    this.connection = connection;
    this.cache = new RefreshingCache<Known>({
      capacity: CAPACITY,
      now: () => performance.now(),
      isGone: (error) => error instanceof NotFoundError,
      onStale: (key, error) =>
        onError(new Error(`Prompt ${key} is the last that was loaded, for now: ${(error as Error).message}`)),
    });
  }

  async load(nameOrUri: string, options: LoadOptions): Promise<Prompt> {
    const { kind, fallback } = options;
    const reference = readReference(nameOrUri, options);
    const prompt = await this.find(reference, options).catch((error: unknown) => {
      if (fallback === undefined || !(error instanceof MillraceError)) throw error;
      const known = this.cache.known(keyOf(reference));
      return known?.prompt ?? promptOf({ name: reference.name, ...NO_VERSION }, fallback);
    });
    if (kind !== undefined && prompt.kind !== kind) {
      const message = `Prompt '${prompt.name}' is a ${prompt.kind} prompt, and a ${kind} prompt is asked for.`;
      throw new InvalidRequestError(message);
    }
    linkToSpan(prompt);
    return prompt;
  }

  /** After a change. */
  forget(name: string): void {
    this.cache.forget((key) => key.startsWith(`${name}@`) || key.startsWith(`${name}/`));
  }

  private async find(reference: PromptReference, options: LoadOptions): Promise<Prompt> {
    const { ttlMs = 'alias' in reference ? ALIAS_TTL_MS : Number.POSITIVE_INFINITY, fallback } = options;
    const load: Load<Known> = (known) => this.ask(reference, known, fallback !== undefined);
    return (await this.cache.get(keyOf(reference), ttlMs, load)).prompt;
  }

  /** Who has something else to go on with asks once. */
  private async ask(reference: PromptReference, known: Known | undefined, hasOther: boolean): Promise<Known> {
    const headers = known?.etag === undefined ? {} : { 'if-none-match': known.etag };
    const attempts = hasOther ? 1 : undefined;
    const answer = await this.connection.answer(askFor(reference, headers), attempts);
    const { data, error, response } = answer;
    if (known && response.status === NOT_MODIFIED) return known;
    if (data) return { prompt: toPrompt(data), etag: response.headers.get('etag') ?? undefined };
    throw refusal(new URL(response.url).pathname, response.status, error);
  }
}

const NO_VERSION = { version: 0, commitMessage: '', tags: {}, aliases: [] };

function askFor(reference: PromptReference, header: { readonly 'if-none-match'?: string }) {
  return (api: ApiClient): Promise<Answer<SaidVersion>> => {
    const { name } = reference;
    if ('version' in reference) {
      const { version } = reference;
      const params = { path: { name, version }, header };
      return api.GET('/api/v1/prompts/{name}/versions/{version}', { params });
    }
    const params = { path: { name, alias: reference.alias }, header };
    return api.GET('/api/v1/prompts/{name}/aliases/{alias}', { params });
  };
}

/** As people write it. */
function keyOf(reference: PromptReference): string {
  return 'alias' in reference
    ? `${reference.name}@${reference.alias}`
    : `${reference.name}/${reference.version}`;
}
