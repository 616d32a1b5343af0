import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  ApiKey,
  ApiKeyDirectory,
  askDatabase,
  ExperimentDirectory,
  formatApiKey,
  hashSecret,
  makeApiKey,
  parseExperimentId,
  type Principal,
  type Role,
} from '@millrace/access';
import { Rejected } from '@millrace/domain';
import { checkText } from '@millrace/service-kit';

const LONGEST_NAME = 255;

export interface NewApiKey {
  readonly name: string;
  readonly role: Role;
  /** Absent: all experiments of the workspace. */
  readonly experimentId?: string | undefined;
  /** Milliseconds since the epoch; absent: it does not expire. */
  readonly expirationTime?: number | undefined;
}

/** Programs' ways in. Throws Rejected for what can't be, Unavailable while PostgreSQL is down. */
@Injectable()
export class ApiKeysService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly experiments: ExperimentDirectory,
    private readonly directory: ApiKeyDirectory,
  ) {}

  /** The newest first; revoked and expired ones too. */
  list(workspaceId: string): Promise<ApiKey[]> {
    return askDatabase(this.dataSource, (manager) =>
      manager.find(ApiKey, { where: { workspaceId }, order: { creationTime: 'DESC', id: 'ASC' } }),
    );
  }

  /** Throws Rejected('not-found') for one that is not of the workspace. */
  async find(workspaceId: string, id: string): Promise<ApiKey> {
    const found = await askDatabase(this.dataSource, (manager) =>
      manager.findOneBy(ApiKey, { id, workspaceId }),
    );
    return found ?? Promise.reject(unknownKey(id));
  }

  /** The key as text is told this once: only a hash of its secret is kept. */
  async create(
    workspaceId: string,
    { name, role, experimentId, expirationTime }: NewApiKey,
    by: Principal,
  ): Promise<{ key: ApiKey; text: string }> {
    checkText('The name of a key', name, LONGEST_NAME);
    if (expirationTime !== undefined && expirationTime <= Date.now()) {
      throw new Rejected('A key expires in the future: choose a later time, or none.');
    }
    const experiment = await this.experimentOf(workspaceId, experimentId);
    const text = makeApiKey();
    const key = await askDatabase(this.dataSource, async (manager) => {
      const made = manager.create(ApiKey, {
        id: text.id,
        workspaceId,
        experimentId: experiment ?? null,
        name,
        role,
        secretHash: hashSecret(text.secret),
        createdBy: by.name,
        creationTime: Date.now(),
        expirationTime: expirationTime ?? null,
      });
      await manager.insert(ApiKey, { ...made });
      return made;
    });
    return { key, text: formatApiKey(text) };
  }

  /** For good. Other processes may let it in for 5 s more. */
  async revoke(workspaceId: string, id: string): Promise<ApiKey> {
    const key = await askDatabase(this.dataSource, async (manager) => {
      const found = await manager.findOneBy(ApiKey, { id, workspaceId });
      if (!found) throw unknownKey(id);
      found.revocationTime ??= Date.now();
      await manager.update(ApiKey, { id, workspaceId }, { revocationTime: found.revocationTime });
      return found;
    });
    this.directory.forget(id);
    return key;
  }

  private async experimentOf(workspaceId: string, text: string | undefined): Promise<number | undefined> {
    if (text === undefined) return undefined;
    const { experimentId } = await this.experiments.resolve(workspaceId, {
      experimentId: parseExperimentId(text) === undefined ? `'${text.slice(0, 100)}'` : text,
    });
    return experimentId;
  }
}

function unknownKey(id: string): Rejected {
  return new Rejected(`There is no key '${id.slice(0, 100)}' here.`, 'not-found');
}
