import type { components } from '@millrace/api-client';
import type { JsonValue } from '@millrace/domain';
import { camel, type Camel } from '../connection/camel.ts';
import type { Connection } from '../connection/connection.ts';
import { Listing } from '../connection/listing.ts';
import { AlreadyExistsError, NotFoundError } from '../connection/millrace-error.ts';
import type { ChatMessage, ChatPrompt, Prompt, PromptTemplate, TextPrompt } from './prompt.ts';
import { PromptLoader, type LoadOptions } from './prompt-loader.ts';
import { toPrompt } from './to-prompt.ts';

/** A prompt with its newest version, as lists show it. */
export type PromptInfo = Camel<components['schemas']['Prompt']>;

export interface NewPromptVersion {
  readonly commitMessage?: string;
  /** Of this version. */
  readonly tags?: Readonly<Record<string, string>>;
  /** JSON schema of the answer. */
  readonly responseFormat?: Readonly<Record<string, unknown>>;
  /** The model it is meant for: model_name, temperature, … */
  readonly modelConfig?: Readonly<Record<string, unknown>>;
  /** Those that stand for it from now on. */
  readonly aliases?: readonly string[];
}

export interface PromptSearch {
  /** As `name LIKE 'support.%' AND tags.team = 'a'`. */
  readonly filter?: string;
  /** As `name DESC`. */
  readonly orderBy?: string;
}

/** The prompts of a Millrace. */
export class Prompts {
  private readonly connection: Connection;
  private readonly loader: PromptLoader;

  constructor(connection: Connection, onError: (error: Error) => void) {
    this.connection = connection;
    this.loader = new PromptLoader(connection, onError);
  }

  register(name: string, template: string, version?: NewPromptVersion): Promise<TextPrompt>;
  register(name: string, messages: readonly ChatMessage[], version?: NewPromptVersion): Promise<ChatPrompt>;
  /** Adds a version to a prompt, which is made when there is none of that name. */
  async register(name: string, template: PromptTemplate, version: NewPromptVersion = {}): Promise<Prompt> {
    const { commitMessage = '', tags = {}, responseFormat, modelConfig, aliases = [] } = version;
    type Body = components['schemas']['CreatePromptVersionBody'];
    const body = {
      ...(typeof template === 'string' ? { template } : { messages: template as Body['messages'] }),
      commit_message: commitMessage,
      tags,
      ...(responseFormat && { response_format: responseFormat as Record<string, JsonValue> }),
      ...(modelConfig && { model_config: modelConfig as Record<string, JsonValue> }),
    } as Body;
    const params = { path: { name } };
    const add = () =>
      this.connection.take((api) => api.POST('/api/v1/prompts/{name}/versions', { params, body }));
    const added = await add().catch(async (error: unknown) => {
      if (!(error instanceof NotFoundError)) throw error;
      await this.create(name);
      return add();
    });
    for (const alias of aliases) await this.setAlias(name, alias, added.version);
    this.loader.forget(name);
    return toPrompt({ ...added, aliases: [...added.aliases, ...aliases] });
  }

  load(nameOrUri: string, options: LoadOptions & { readonly kind: 'text' }): Promise<TextPrompt>;
  load(nameOrUri: string, options: LoadOptions & { readonly kind: 'chat' }): Promise<ChatPrompt>;
  load(nameOrUri: string, options?: LoadOptions): Promise<Prompt>;
  /**
   * A version of a prompt by its name, or by a URI as `prompts:/name@production`. Within a traced function the trace is linked to
   * it. Throws NotFoundError, and UnreachableError where none was ever loaded and no fallback is given.
   */
  load(nameOrUri: string, options: LoadOptions = {}): Promise<Prompt> {
    return this.loader.load(nameOrUri, options);
  }

  search({ filter = '', orderBy }: PromptSearch = {}): Listing<PromptInfo> {
    return new Listing(async (page) => {
      const query = { ...page, filter, ...(orderBy !== undefined && { order_by: orderBy }) };
      const found = await this.connection.take((api) => api.GET('/api/v1/prompts', { params: { query } }));
      return { items: found.prompts.map(camel), next: found.next_page_token };
    });
  }

  /** The newest first. The filter as `tags.author = 'a' AND version_number > 3`. */
  versions(name: string, { filter = '' }: Pick<PromptSearch, 'filter'> = {}): Listing<Prompt> {
    return new Listing(async (page) => {
      const params = { path: { name }, query: { ...page, filter } };
      const found = await this.connection.take((api) =>
        api.GET('/api/v1/prompts/{name}/versions', { params }),
      );
      return { items: found.versions.map(toPrompt), next: found.next_page_token };
    });
  }

  /** Lets an alias stand for a version. */
  async setAlias(name: string, alias: string, version: number): Promise<void> {
    const params = { path: { name, alias } };
    await this.change(name, (api) =>
      api.PUT('/api/v1/prompts/{name}/aliases/{alias}', { params, body: { version } }),
    );
  }

  /** Its version stays. */
  async deleteAlias(name: string, alias: string): Promise<void> {
    const params = { path: { name, alias } };
    await this.change(name, (api) => api.DELETE('/api/v1/prompts/{name}/aliases/{alias}', { params }));
  }

  async setTag(name: string, key: string, value: string): Promise<void> {
    const params = { path: { name, key } };
    await this.change(name, (api) =>
      api.PUT('/api/v1/prompts/{name}/tags/{key}', { params, body: { value } }),
    );
  }

  async deleteTag(name: string, key: string): Promise<void> {
    const params = { path: { name, key } };
    await this.change(name, (api) => api.DELETE('/api/v1/prompts/{name}/tags/{key}', { params }));
  }

  async setVersionTag(
    name: string,
    version: number,
    tag: readonly [key: string, value: string],
  ): Promise<void> {
    const [key, value] = tag;
    const params = { path: { name, version, key } };
    await this.change(name, (api) =>
      api.PUT('/api/v1/prompts/{name}/versions/{version}/tags/{key}', { params, body: { value } }),
    );
  }

  async deleteVersionTag(name: string, version: number, key: string): Promise<void> {
    const params = { path: { name, version, key } };
    await this.change(name, (api) =>
      api.DELETE('/api/v1/prompts/{name}/versions/{version}/tags/{key}', { params }),
    );
  }

  /** With the aliases that stand for it. Its number is not given again. */
  async deleteVersion(name: string, version: number): Promise<void> {
    const params = { path: { name, version } };
    await this.change(name, (api) => api.DELETE('/api/v1/prompts/{name}/versions/{version}', { params }));
  }

  /** With all its versions. */
  async delete(name: string): Promise<void> {
    const params = { path: { name } };
    await this.change(name, (api) => api.DELETE('/api/v1/prompts/{name}', { params }));
  }

  private async create(name: string): Promise<void> {
    await this.connection
      .take((api) => api.POST('/api/v1/prompts', { body: { name, description: '', tags: {} } }))
      .catch((error: unknown) => {
        // Another process made it meanwhile.
        if (!(error instanceof AlreadyExistsError)) throw error;
      });
  }

  private async change(name: string, ask: Parameters<Connection['take']>[0]): Promise<void> {
    try {
      await this.connection.take(ask);
    } finally {
      // Also where the answer got lost: it may have been done.
      this.loader.forget(name);
    }
  }
}
