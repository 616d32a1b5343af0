import { Injectable } from '@nestjs/common';
import { askDatabase, GatewayEndpoint } from '@millrace/access';
import { Rejected } from '@millrace/domain';
import { ChatModel, type ModelAccess } from '@millrace/ports';
import { Gathering, SecretBox } from '@millrace/service-kit';
import { DataSource, In, type EntityManager } from 'typeorm';
import type { GatewayEndpointModel } from '../entities/gateway-endpoint-model.entity.ts';
import { GatewaySecret } from '../entities/gateway-secret.entity.ts';
import { chooseModels } from './choose-models.ts';
import { chooseSecret } from './choose-secret.ts';
import { findEndpointModels } from './find-endpoint-models.ts';
import { parseModelName } from './parse-model-name.ts';
import { openValues } from './sealed-values.ts';

/** A model that may be asked. */
export interface ModelCandidate {
  readonly provider: string;
  readonly model: string;
  /** With its secrets. Throws Rejected when they can't be opened. */
  open(): ModelAccess;
}

/** What a name of a model stands for at the moment. */
export interface NamedModels {
  /** `gateway:/<endpoint>` or `<provider>:/<model>`. */
  readonly name: string;
  /** In the order they are tried. */
  readonly candidates: readonly ModelCandidate[];
  /** The same for as long as the same models answer, whichever of them is first. */
  readonly identity: string;
}

const WORKSPACES_AT_ONCE = 100;

type Known = Pick<ModelAccess, 'provider' | 'model' | 'settings'>;

/** Which models a workspace reaches by which names. Throws Rejected for what can't be, Unavailable while PostgreSQL is down. */
@Injectable()
export class ModelDirectory {
  private readonly secrets: Gathering<string, readonly GatewaySecret[]>;

  constructor(
    private readonly dataSource: DataSource,
    private readonly box: SecretBox,
    private readonly chat: ChatModel,
  ) {
    this.secrets = new Gathering(
      (workspaceIds) => askDatabase(dataSource, (manager) => findSecrets(manager, workspaceIds)),
      { most: WORKSPACES_AT_ONCE },
    );
  }

  /** `gateway:/<endpoint>`, or `<provider>:/<model>` by the workspace's secret of that provider. */
  async resolve(workspaceId: string, name: string): Promise<NamedModels> {
    const { scheme, rest } = parseModelName(name);
    if (scheme === 'gateway') return this.resolveEndpoint(workspaceId, rest);
    const provider = this.chat.providers.find((each) => each.name === scheme);
    if (!provider) {
      const known = this.chat.providers.map((each) => each.name).join(', ');
      throw new Rejected(
        `The model '${name}' names the provider '${scheme}', which is not known here. There are: ${known}; ` +
          'gateway:/<endpoint> reaches an endpoint of the gateway.',
      );
    }
    const secret = chooseSecret(provider, await this.secrets.do(workspaceId));
    const known = { provider: provider.name, model: rest, settings: secret?.authConfig ?? {} };
    this.chat.check(known);
    const candidate = {
      ...known,
      open: () => ({ ...known, secrets: secret ? openValues(this.box, secret) : {} }),
    };
    return { name, candidates: [candidate], identity: identityOf([known]) };
  }

  /** Those behind an endpoint. Rejected('not-found') when there is none of the name. */
  async resolveEndpoint(workspaceId: string, name: string): Promise<NamedModels> {
    const { endpoint, models } = await askDatabase(this.dataSource, async (manager) => {
      const found = await manager.findOneBy(GatewayEndpoint, { workspaceId, name });
      if (!found) throw new Rejected(`GatewayEndpoint not found (name='${name}')`, 'not-found');
      return { endpoint: found, models: await findEndpointModels(manager, [found.id]) };
    });
    const chosen = chooseModels({ endpoint, models }, Math.random());
    if (chosen.length === 0) throw new Rejected(`The endpoint '${name}' has no model: attach one.`);
    return {
      name: `gateway:/${name}`,
      candidates: chosen.map((mapping) => this.toCandidate(mapping)),
      identity: identityOf(
        models.flatMap(({ model }) =>
          model
            ? [{ provider: model.provider, model: model.modelName, settings: model.secret?.authConfig ?? {} }]
            : [],
        ),
      ),
    };
  }

  private toCandidate({ modelId, model }: GatewayEndpointModel): ModelCandidate {
    return {
      provider: model?.provider ?? 'unknown',
      model: model?.modelName ?? modelId,
      open: () => {
        if (!model?.secret)
          throw new Rejected('The model definition is gone: attach another one.', 'not-found');
        const { provider, modelName, secret } = model;
        return {
          provider,
          model: modelName,
          secrets: openValues(this.box, secret),
          settings: secret.authConfig,
        };
      },
    };
  }
}

/** Of each workspace, by name. */
async function findSecrets(
  manager: EntityManager,
  workspaceIds: readonly string[],
): Promise<GatewaySecret[][]> {
  const where = { workspaceId: In([...new Set(workspaceIds)]) };
  const secrets = await manager.find(GatewaySecret, { where, order: { name: 'ASC' } });
  return workspaceIds.map((workspaceId) => secrets.filter((secret) => secret.workspaceId === workspaceId));
}

function identityOf(models: readonly Known[]): string {
  const told = models.map(({ provider, model, settings }) =>
    JSON.stringify([provider, model, Object.entries(settings).toSorted(([a], [b]) => (a < b ? -1 : 1))]),
  );
  return JSON.stringify([...new Set(told)].toSorted());
}
