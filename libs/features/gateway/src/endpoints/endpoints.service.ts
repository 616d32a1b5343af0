import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import {
  askDatabase,
  changeDatabase,
  GatewayEndpoint,
  GatewayEndpointBinding,
  type GatewayFallback,
} from '@millrace/access';
import { Rejected } from '@millrace/domain';
import { findEndpointModels, GatewayEndpointModel, GatewayModel } from '@millrace/model-access';
import { checkName, newId, notFound } from '../input/gateway-input.ts';
import { GatewayEndpointTag } from './gateway-endpoint-tag.entity.ts';

/** A model that an endpoint is to have. */
export interface ModelLink {
  readonly modelId: string;
  readonly isFallback: boolean;
  readonly weight: number;
  readonly fallbackOrder?: number | undefined;
}

export interface EndpointChange {
  readonly name?: string | undefined;
  /** Replaces those there are. */
  readonly models?: readonly ModelLink[] | undefined;
  readonly isSplit?: boolean | undefined;
  readonly fallback?: GatewayFallback | undefined;
  readonly by?: string | undefined;
}

/** An endpoint with everything behind it. */
export interface WholeEndpoint {
  readonly endpoint: GatewayEndpoint;
  readonly models: readonly GatewayEndpointModel[];
  readonly tags: readonly GatewayEndpointTag[];
}

export interface EndpointFilter {
  readonly provider?: string | undefined;
  readonly secretId?: string | undefined;
}

export type BindingKey = Pick<GatewayEndpointBinding, 'endpointId' | 'resourceType' | 'resourceId'>;

const MOST_MODELS = 50;
const LONGEST_TAG = { key: 250, value: 5000 };

/** Names under which models are reached. Throws Rejected for what can't be, Unavailable while PostgreSQL is down. */
@Injectable()
export class EndpointsService {
  constructor(private readonly dataSource: DataSource) {}

  async list(workspaceId: string, { provider, secretId }: EndpointFilter = {}): Promise<WholeEndpoint[]> {
    return askDatabase(this.dataSource, async (manager) => {
      const endpoints = await manager.find(GatewayEndpoint, {
        where: { workspaceId },
        order: { name: 'ASC' },
      });
      const all = await complete(manager, endpoints);
      const isAsked = ({ model }: GatewayEndpointModel): boolean =>
        (!provider || model?.provider === provider) && (!secretId || model?.secretId === secretId);
      return provider || secretId ? all.filter(({ models }) => models.some(isAsked)) : all;
    });
  }

  get(
    workspaceId: string,
    asked: { readonly id: string } | { readonly name: string },
  ): Promise<WholeEndpoint> {
    return askDatabase(this.dataSource, (manager) => findWhole(manager, workspaceId, asked));
  }

  create(workspaceId: string, name: string, change: EndpointChange): Promise<WholeEndpoint> {
    const { models = [], isSplit = false, fallback, by = null } = change;
    checkName('The name of an endpoint', name);
    const id = newId('e');
    const now = Date.now();
    return this.change(name, async (manager) => {
      await manager.insert(GatewayEndpoint, {
        id,
        workspaceId,
        name,
        isSplit,
        fallback: fallback ?? null,
        createdBy: by,
        lastUpdatedBy: by,
        creationTime: now,
        lastUpdateTime: now,
      });
      await replaceModels(manager, workspaceId, id, { models, by });
      return findWhole(manager, workspaceId, { id });
    });
  }

  update(workspaceId: string, id: string, change: EndpointChange): Promise<WholeEndpoint> {
    const { name, models, isSplit, fallback, by } = change;
    if (name !== undefined) checkName('The name of an endpoint', name);
    return this.change(name ?? id, async (manager) => {
      await findEndpoint(manager, workspaceId, { id });
      await manager.update(GatewayEndpoint, id, {
        ...(name !== undefined && { name }),
        ...(isSplit !== undefined && { isSplit }),
        ...(fallback && { fallback }),
        ...(by !== undefined && { lastUpdatedBy: by }),
        lastUpdateTime: Date.now(),
      });
      if (models) await replaceModels(manager, workspaceId, id, { models, by: by ?? null });
      return findWhole(manager, workspaceId, { id });
    });
  }

  /** With its bindings: what used it says that it is gone. */
  async delete(workspaceId: string, id: string): Promise<void> {
    await this.change(id, async (manager) => {
      await findEndpoint(manager, workspaceId, { id });
      await manager.delete(GatewayEndpoint, { id, workspaceId });
    });
  }

  attach(workspaceId: string, id: string, link: ModelLink, by?: string): Promise<GatewayEndpointModel> {
    const taken = `Model definition '${link.modelId}' is already attached to endpoint '${id}'`;
    return changeDatabase(this.dataSource, taken, async (manager) => {
      await findEndpoint(manager, workspaceId, { id });
      const [row] = await insertModels(manager, workspaceId, id, { models: [link], by: by ?? null });
      await manager.update(GatewayEndpoint, id, { lastUpdateTime: Date.now() });
      return manager.findOneOrFail(GatewayEndpointModel, {
        where: { id: row?.id ?? '' },
        relations: { model: { secret: true } },
      });
    });
  }

  /** An endpoint keeps one model that answers. */
  async detach(workspaceId: string, id: string, modelId: string): Promise<void> {
    await this.change(id, async (manager) => {
      await findEndpoint(manager, workspaceId, { id });
      const { affected } = await manager.delete(GatewayEndpointModel, { endpointId: id, modelId });
      if (!affected) {
        throw new Rejected(`Model definition '${modelId}' is not attached to endpoint '${id}'`, 'not-found');
      }
      requirePrimary(await manager.findBy(GatewayEndpointModel, { endpointId: id }));
      await manager.update(GatewayEndpoint, id, { lastUpdateTime: Date.now() });
    });
  }

  async setTag(workspaceId: string, id: string, key: string, value: string): Promise<void> {
    if (key.trim() === '' || key.length > LONGEST_TAG.key || value.length > LONGEST_TAG.value) {
      throw new Rejected(
        `A tag has a key of 1 to ${LONGEST_TAG.key} characters and a value of at most ${LONGEST_TAG.value}.`,
      );
    }
    await this.change(id, async (manager) => {
      await findEndpoint(manager, workspaceId, { id });
      await manager.upsert(GatewayEndpointTag, { endpointId: id, key, value }, ['endpointId', 'key']);
    });
  }

  /** Does nothing when there is no such tag. */
  async deleteTag(workspaceId: string, id: string, key: string): Promise<void> {
    await this.change(id, async (manager) => {
      await findEndpoint(manager, workspaceId, { id });
      await manager.delete(GatewayEndpointTag, { endpointId: id, key });
    });
  }

  bind(workspaceId: string, key: BindingKey, by?: string): Promise<GatewayEndpointBinding> {
    const taken = `The ${key.resourceType} '${key.resourceId}' is bound to the endpoint already.`;
    return changeDatabase(this.dataSource, taken, async (manager) => {
      await findEndpoint(manager, workspaceId, { id: key.endpointId });
      const row = manager.create(GatewayEndpointBinding, {
        ...key,
        createdBy: by ?? null,
        creationTime: Date.now(),
      });
      await manager.insert(GatewayEndpointBinding, { ...row });
      return row;
    });
  }

  async unbind(workspaceId: string, key: BindingKey): Promise<void> {
    await this.change(key.endpointId, async (manager) => {
      await findEndpoint(manager, workspaceId, { id: key.endpointId });
      const { affected } = await manager.delete(GatewayEndpointBinding, { ...key });
      if (!affected) {
        const { endpointId: endpoint_id, resourceType: resource_type, resourceId: resource_id } = key;
        notFound('GatewayEndpointBinding', { endpoint_id, resource_type, resource_id });
      }
    });
  }

  listBindings(workspaceId: string, asked: Partial<BindingKey>): Promise<GatewayEndpointBinding[]> {
    return askDatabase(this.dataSource, (manager) => {
      const query = manager
        .createQueryBuilder(GatewayEndpointBinding, 'binding')
        .innerJoin(GatewayEndpoint, 'endpoint', 'endpoint.id = binding.endpointId')
        .where('endpoint.workspaceId = :workspaceId', { workspaceId })
        .orderBy('binding.creationTime')
        .addOrderBy('binding.resourceId');
      for (const [key, value] of Object.entries(asked))
        query.andWhere(`binding.${key} = :${key}`, { [key]: value });
      return query.getMany();
    });
  }

  private change<Result>(name: string, work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return changeDatabase(this.dataSource, `Endpoint with name '${name}' already exists`, work);
  }
}

interface ModelLinks {
  readonly models: readonly ModelLink[];
  readonly by: string | null;
}

async function replaceModels(
  manager: EntityManager,
  workspaceId: string,
  endpointId: string,
  links: ModelLinks,
): Promise<void> {
  if (links.models.length > MOST_MODELS) throw new Rejected(`An endpoint has at most ${MOST_MODELS} models.`);
  requirePrimary(links.models);
  await manager.delete(GatewayEndpointModel, { endpointId });
  await insertModels(manager, workspaceId, endpointId, links);
}

function requirePrimary(models: readonly { readonly isFallback: boolean }[]): void {
  if (models.some(({ isFallback }) => !isFallback)) return;
  throw new Rejected('Endpoint must have at least one model configuration that is PRIMARY');
}

async function insertModels(
  manager: EntityManager,
  workspaceId: string,
  endpointId: string,
  { models, by }: ModelLinks,
): Promise<{ readonly id: string }[]> {
  const ids = models.map(({ modelId }) => modelId);
  const known = new Set(
    (await manager.findBy(GatewayModel, { workspaceId, id: In(ids) })).map(({ id }) => id),
  );
  const missing = ids.filter((id) => !known.has(id));
  if (missing.length > 0)
    throw new Rejected(`Model definitions not found: ${missing.join(', ')}`, 'not-found');
  const rows = models.map((link) => ({
    id: newId('m'),
    endpointId,
    ...link,
    fallbackOrder: link.fallbackOrder ?? null,
    createdBy: by,
    creationTime: Date.now(),
  }));
  await manager.insert(GatewayEndpointModel, rows);
  return rows;
}

async function findEndpoint(
  manager: EntityManager,
  workspaceId: string,
  asked: { readonly id: string } | { readonly name: string },
): Promise<GatewayEndpoint> {
  const found = await manager.findOneBy(GatewayEndpoint, { workspaceId, ...asked });
  return (
    found ?? notFound('GatewayEndpoint', 'id' in asked ? { endpoint_id: asked.id } : { name: asked.name })
  );
}

async function findWhole(
  manager: EntityManager,
  workspaceId: string,
  asked: { readonly id: string } | { readonly name: string },
): Promise<WholeEndpoint> {
  const endpoint = await findEndpoint(manager, workspaceId, asked);
  const [whole] = await complete(manager, [endpoint]);
  return whole ?? { endpoint, models: [], tags: [] };
}

async function complete(
  manager: EntityManager,
  endpoints: readonly GatewayEndpoint[],
): Promise<WholeEndpoint[]> {
  const ids = endpoints.map(({ id }) => id);
  const models = await findEndpointModels(manager, ids);
  const tags = await manager.find(GatewayEndpointTag, {
    where: { endpointId: In(ids) },
    order: { key: 'ASC' },
  });
  return endpoints.map((endpoint) => ({
    endpoint,
    models: models.filter((each) => each.endpointId === endpoint.id),
    tags: tags.filter((each) => each.endpointId === endpoint.id),
  }));
}
