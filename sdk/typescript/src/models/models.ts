import type { components } from '@millrace/api-client';
import { rootAttribute, setRootAttribute } from '@millrace/tracing/runtime';
import { camel, type Camel } from '../connection/camel.ts';
import type { Connection } from '../connection/connection.ts';
import { allOf, field, quote } from '../connection/filter-text.ts';
import { Listing } from '../connection/listing.ts';
import { InvalidRequestError } from '../connection/millrace-error.ts';
import { gitTags } from './git-tags.ts';

/** A version of an application or a model: traces and metrics belong to it. */
export type LoggedModel = Camel<components['schemas']['LoggedModel']>;

type Texts = Readonly<Record<string, string>>;

export interface NewLoggedModel {
  /** One is invented when absent. */
  readonly name?: string;
  /** As `agent`. */
  readonly modelType?: string;
  /** Run that made it. */
  readonly sourceRunId?: string;
  /** What it was made with; they don't change. */
  readonly params?: Texts;
  readonly tags?: Texts;
}

export interface ModelSearch {
  /** As `name = 'support' AND params.model = 'gpt-4o' AND metrics.accuracy > 0.9`. */
  readonly filter?: string;
  /** As `metrics.accuracy DESC`; the newest first unless given. */
  readonly orderBy?: string;
}

/** What says which version is active: an id, or what it is like. */
export interface ActiveModelChoice extends Pick<NewLoggedModel, 'name' | 'modelType' | 'params' | 'tags'> {
  readonly modelId?: string;
  /** Whether the state of the git repository that the program was started in is a part of the version. Needs Node, Deno or Bun. */
  readonly git?: boolean;
}

const MODEL_ATTRIBUTE = 'mlflow.modelId';

/** The logged models of a Millrace. */
export class Models {
  private readonly connection: Connection;
  private readonly onError: (error: Error) => void;

  constructor(connection: Connection, onError: (error: Error) => void) {
    this.connection = connection;
    this.onError = onError;
  }

  /** In the experiment of the settings. It is pending until it is finalized. */
  async create({
    name,
    modelType,
    sourceRunId,
    params = {},
    tags = {},
  }: NewLoggedModel): Promise<LoggedModel> {
    const body = {
      experiment_id: await this.connection.experimentId(),
      ...(name !== undefined && { name }),
      ...(modelType !== undefined && { model_type: modelType }),
      ...(sourceRunId !== undefined && { source_run_id: sourceRunId }),
      params,
      tags,
    };
    return camel(await this.connection.take((api) => api.POST('/api/v1/logged-models', { body })));
  }

  /** Says how it came out. */
  finalize(modelId: string, status: 'READY' | 'FAILED' = 'READY'): Promise<LoggedModel> {
    return this.patch(modelId, { status, params: {}, tags: {} });
  }

  /** Adds params, of which those that are there stay what they are, and sets tags. */
  update(
    modelId: string,
    { params = {}, tags = {} }: Pick<NewLoggedModel, 'params' | 'tags'>,
  ): Promise<LoggedModel> {
    return this.patch(modelId, { params, tags });
  }

  /** With its params, tags and metrics. Throws NotFoundError. */
  async get(modelId: string): Promise<LoggedModel> {
    const params = { path: { id: modelId } };
    return camel(await this.connection.take((api) => api.GET('/api/v1/logged-models/{id}', { params })));
  }

  /** Those of the experiment of the settings. */
  search({ filter = '', orderBy }: ModelSearch = {}): Listing<LoggedModel> {
    return new Listing(async (page) => {
      const query = {
        ...page,
        experiment_id: await this.connection.experimentId(),
        filter,
        ...(orderBy !== undefined && { order_by: orderBy }),
      };
      const found = await this.connection.take((api) =>
        api.GET('/api/v1/logged-models', { params: { query } }),
      );
      return { items: found.models.map(camel), next: found.next_page_token };
    });
  }

  /** Takes it out of lists; its traces stay. */
  async delete(modelId: string): Promise<void> {
    const params = { path: { id: modelId } };
    await this.connection.take((api) => api.DELETE('/api/v1/logged-models/{id}', { params }));
  }

  /**
   * Every trace of the process that begins from now on belongs to this version: the one with that id, else the newest of that
   * name with these params and, if asked, this state of git; made when there is none. Its tags are set. Throws InvalidRequestError
   * where nothing says which.
   */
  async setActive(choice: ActiveModelChoice): Promise<LoggedModel> {
    const model = await this.choose(choice);
    setRootAttribute(MODEL_ATTRIBUTE, model.modelId);
    return model;
  }

  private async choose({
    modelId,
    git = false,
    tags = {},
    ...choice
  }: ActiveModelChoice): Promise<LoggedModel> {
    if (modelId !== undefined) return this.get(modelId);
    const state = git ? await this.stateOfGit() : {};
    if (choice.name === undefined && Object.keys(state).length === 0) {
      throw new InvalidRequestError(
        'Nothing says which version is active: give its name or modelId, or git: true within a git repository.',
      );
    }
    const filter = allOf(
      choice.name === undefined ? undefined : `name = ${quote(choice.name)}`,
      ...equal('params', choice.params ?? {}),
      ...equal('tags', state),
    );
    const [found] = await this.search({ filter }).first(1);
    if (found) return Object.keys(tags).length > 0 ? this.update(found.modelId, { tags }) : found;
    const { modelId: id } = await this.create({ ...choice, tags: { ...tags, ...state } });
    return this.finalize(id);
  }

  private async stateOfGit(): Promise<Texts> {
    const state = await gitTags();
    if (!state)
      this.onError(new Error('The active version has no state of git: the program runs in no repository.'));
    return state ?? {};
  }

  private async patch(
    modelId: string,
    body: components['schemas']['UpdateLoggedModelBody'],
  ): Promise<LoggedModel> {
    const params = { path: { id: modelId } };
    return camel(
      await this.connection.take((api) => api.PATCH('/api/v1/logged-models/{id}', { params, body })),
    );
  }
}

/** Traces that begin from now on belong to no version. */
export function clearActiveModel(): void {
  setRootAttribute(MODEL_ATTRIBUTE, undefined);
}

/** Id of the version that traces belong to which begin now. */
export function activeModelId(): string | undefined {
  return rootAttribute(MODEL_ATTRIBUTE);
}

function equal(entity: string, texts: Texts): string[] {
  return Object.entries(texts).map(([key, value]) => `${field(entity, key)} = ${quote(value)}`);
}
