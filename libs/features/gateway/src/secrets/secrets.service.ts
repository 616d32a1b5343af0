import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { askDatabase, changeDatabase } from '@millrace/access';
import { Rejected } from '@millrace/domain';
import { GatewayModel, GatewaySecret, sealValues } from '@millrace/model-access';
import { ChatModel } from '@millrace/ports';
import { SecretBox } from '@millrace/service-kit';
import { checkName, newId, notFound } from '../input/gateway-input.ts';

type Values = Readonly<Record<string, string>>;

export interface NewSecret {
  readonly name: string;
  readonly values: Values;
  readonly provider?: string | undefined;
  readonly authConfig?: Values | undefined;
  readonly by?: string | undefined;
}

export interface SecretChange {
  readonly values?: Values | undefined;
  readonly authConfig?: Values | undefined;
  readonly by?: string | undefined;
}

/** Shorter ones would be guessed from what is shown of them. */
const SHORTEST_SHOWN = 8;
const LARGEST_SECRET = 20_000;

/** Keys of model providers, sealed. Throws Rejected for what can't be, Unavailable while PostgreSQL is down. */
@Injectable()
export class SecretsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly box: SecretBox,
    private readonly chat: ChatModel,
  ) {}

  /** Whether secrets can be kept here. */
  get isAvailable(): boolean {
    return this.box.isAvailable;
  }

  list(workspaceId: string, provider?: string): Promise<GatewaySecret[]> {
    return askDatabase(this.dataSource, (manager) =>
      manager.find(GatewaySecret, {
        where: { workspaceId, ...(provider !== undefined && { provider }) },
        order: { name: 'ASC' },
      }),
    );
  }

  get(
    workspaceId: string,
    asked: { readonly id: string } | { readonly name: string },
  ): Promise<GatewaySecret> {
    return askDatabase(this.dataSource, (manager) => findSecret(manager, workspaceId, asked));
  }

  async create(workspaceId: string, secret: NewSecret): Promise<GatewaySecret> {
    const { name, values, provider, authConfig = {}, by = null } = secret;
    checkName('The name of a secret', name);
    this.checkAddress(provider, authConfig);
    const now = Date.now();
    const id = newId('s');
    const row = {
      id,
      workspaceId,
      name,
      provider: provider ?? null,
      ...this.seal(id, values),
      authConfig,
      createdBy: by,
      lastUpdatedBy: by,
      creationTime: now,
      lastUpdateTime: now,
    };
    return changeDatabase(this.dataSource, `Secret with name '${name}' already exists`, async (manager) => {
      await manager.insert(GatewaySecret, row);
      return findSecret(manager, workspaceId, { id });
    });
  }

  /** Replaces the values, the settings or both. */
  update(workspaceId: string, id: string, { values, authConfig, by }: SecretChange): Promise<GatewaySecret> {
    return changeDatabase(
      this.dataSource,
      'The secret was changed by someone else: try again.',
      async (manager) => {
        const known = await findSecret(manager, workspaceId, { id });
        if (authConfig) {
          this.checkAddress(known.provider ?? undefined, authConfig);
          if (!values && authConfig['api_base'] !== known.authConfig['api_base']) {
            // A key must not go elsewhere on the word of somebody who does not know it.
            throw new Rejected(
              'send secret_value again with another api_base: the key would go to another address',
            );
          }
        }
        await manager.update(GatewaySecret, id, {
          ...(values && this.seal(id, values)),
          ...(authConfig && { authConfig }),
          ...(by !== undefined && { lastUpdatedBy: by }),
          lastUpdateTime: Date.now(),
        });
        return findSecret(manager, workspaceId, { id });
      },
    );
  }

  async delete(workspaceId: string, id: string): Promise<void> {
    await changeDatabase(
      this.dataSource,
      'The secret was changed by someone else: try again.',
      async (manager) => {
        await findSecret(manager, workspaceId, { id });
        const users = await manager.findBy(GatewayModel, { secretId: id });
        if (users.length > 0) {
          throw new Rejected(
            `Cannot delete secret that is currently in use by model definitions: ${users.map(({ name }) => name).join(', ')}. Delete them first.`,
          );
        }
        await manager.delete(GatewaySecret, { id, workspaceId });
      },
    );
  }

  private seal(id: string, values: Values): Pick<GatewaySecret, 'sealedValues' | 'maskedValues'> {
    const text = JSON.stringify(values);
    const isEmpty = Object.keys(values).length === 0 || Object.values(values).includes('');
    if (isEmpty || text.length > LARGEST_SECRET) {
      throw new Rejected('secret_value must hold one value or more, none of them empty: {"api_key": "…"}');
    }
    const masked = Object.entries(values).map(([name, value]) => [name, mask(value)]);
    return { sealedValues: sealValues(this.box, id, text), maskedValues: Object.fromEntries(masked) };
  }

  /** One whose provider is not known yet is checked when a model uses it. */
  private checkAddress(provider: string | undefined, settings: Values): void {
    if (settings['api_base'] !== undefined) this.chat.check({ provider: provider ?? 'openai', settings });
  }
}

async function findSecret(
  manager: EntityManager,
  workspaceId: string,
  asked: { readonly id: string } | { readonly name: string },
): Promise<GatewaySecret> {
  const found = await manager.findOneBy(GatewaySecret, { workspaceId, ...asked });
  return (
    found ?? notFound('GatewaySecret', 'id' in asked ? { secret_id: asked.id } : { secret_name: asked.name })
  );
}

function mask(value: string): string {
  return value.length < SHORTEST_SHOWN ? '***' : `${value.slice(0, 3)}...${value.slice(-4)}`;
}
