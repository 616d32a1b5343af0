import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { askDatabase, changeDatabase, GatewayEndpoint } from '@millrace/access';
import { Rejected } from '@millrace/domain';
import { GatewayEndpointModel, GatewayModel, GatewaySecret } from '@millrace/model-access';
import { ChatModel } from '@millrace/ports';
import { checkName, newId, notFound } from '../input/gateway-input.ts';

export interface NewModel {
  readonly name: string;
  readonly secretId: string;
  readonly provider: string;
  readonly modelName: string;
  readonly by?: string | undefined;
}

export interface ModelChange {
  readonly name?: string | undefined;
  readonly secretId?: string | undefined;
  readonly provider?: string | undefined;
  readonly modelName?: string | undefined;
  readonly by?: string | undefined;
}

/** Models of providers. Throws Rejected for what can't be, Unavailable while PostgreSQL is down. */
@Injectable()
export class ModelsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly chat: ChatModel,
  ) {}

  list(
    workspaceId: string,
    asked: { readonly provider?: string | undefined; readonly secretId?: string | undefined } = {},
  ): Promise<GatewayModel[]> {
    const { provider, secretId } = asked;
    return askDatabase(this.dataSource, (manager) =>
      manager.find(GatewayModel, {
        where: { workspaceId, ...(provider && { provider }), ...(secretId && { secretId }) },
        relations: { secret: true },
        order: { name: 'ASC' },
      }),
    );
  }

  get(workspaceId: string, id: string): Promise<GatewayModel> {
    return askDatabase(this.dataSource, (manager) => findModel(manager, workspaceId, id));
  }

  create(workspaceId: string, model: NewModel): Promise<GatewayModel> {
    const { name, by = null } = model;
    checkName('The name of a model definition', name);
    const id = newId('d');
    const now = Date.now();
    return this.change(name, async (manager) => {
      await this.check(manager, workspaceId, model);
      const { secretId, provider, modelName } = model;
      await manager.insert(GatewayModel, {
        id,
        workspaceId,
        name,
        secretId,
        provider,
        modelName,
        createdBy: by,
        lastUpdatedBy: by,
        creationTime: now,
        lastUpdateTime: now,
      });
      return findModel(manager, workspaceId, id);
    });
  }

  update(workspaceId: string, id: string, change: ModelChange): Promise<GatewayModel> {
    if (change.name !== undefined) checkName('The name of a model definition', change.name);
    return this.change(change.name ?? id, async (manager) => {
      const known = await findModel(manager, workspaceId, id);
      const { name = known.name, secretId = known.secretId, provider = known.provider } = change;
      const { modelName = known.modelName, by } = change;
      await this.check(manager, workspaceId, { secretId, provider, modelName });
      await manager.update(GatewayModel, id, {
        name,
        secretId,
        provider,
        modelName,
        ...(by !== undefined && { lastUpdatedBy: by }),
        lastUpdateTime: Date.now(),
      });
      return findModel(manager, workspaceId, id);
    });
  }

  async delete(workspaceId: string, id: string): Promise<void> {
    await this.change(id, async (manager) => {
      await findModel(manager, workspaceId, id);
      const users = await manager
        .createQueryBuilder(GatewayEndpoint, 'endpoint')
        .innerJoin(
          GatewayEndpointModel,
          'mapping',
          'mapping.endpointId = endpoint.id AND mapping.modelId = :id',
          { id },
        )
        .getMany();
      if (users.length > 0) {
        const names = users.map(({ name }) => name).join(', ');
        throw new Rejected(
          `Cannot delete model definition that is currently in use by endpoints: ${names}. Detach it from all endpoints first.`,
        );
      }
      await manager.delete(GatewayModel, { id, workspaceId });
    });
  }

  private async check(
    manager: EntityManager,
    workspaceId: string,
    { secretId, provider, modelName }: Pick<NewModel, 'secretId' | 'provider' | 'modelName'>,
  ): Promise<void> {
    if (modelName.trim() === '') throw new Rejected("Missing value for required parameter 'model_name'.");
    const secret = await manager.findOneBy(GatewaySecret, { id: secretId, workspaceId });
    if (!secret) notFound('GatewaySecret', { secret_id: secretId });
    if (secret.provider && secret.provider !== provider) {
      throw new Rejected(
        `The secret '${secret.name}' is of ${secret.provider}, it is not sent to ${provider}: use another one.`,
      );
    }
    this.chat.check({ provider, settings: secret.authConfig });
  }

  private change<Result>(name: string, work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return changeDatabase(this.dataSource, `Model definition with name '${name}' already exists`, work);
  }
}

async function findModel(manager: EntityManager, workspaceId: string, id: string): Promise<GatewayModel> {
  const found = await manager.findOne(GatewayModel, {
    where: { id, workspaceId },
    relations: { secret: true },
  });
  return found ?? notFound('GatewayModelDefinition', { model_definition_id: id });
}
