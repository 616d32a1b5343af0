import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import {
  askDatabase,
  changeDatabase,
  Experiment,
  findActiveExperiment,
  GatewayEndpoint,
  GatewayEndpointBinding,
  OnlineScoring,
  parseExperimentId,
  Scorer,
  ScorerVersion,
  unknownExperiment,
} from '@millrace/access';
import { parseFilter, Rejected } from '@millrace/domain';
import { checkText } from '@millrace/service-kit';
import { RegistryOptions } from '../registry.config.ts';
import { OnlineUse } from './online-use.ts';
import { ScorerDefinition } from './scorer-definition.ts';

/** A version of a scorer with what its users see of it. */
export interface RegisteredScorer {
  readonly scorerId: string;
  readonly experimentId: number;
  readonly name: string;
  readonly version: number;
  /** JSON; a gateway endpoint has the name of today in it. */
  readonly definition: string;
  readonly creationTime: number;
}

export interface ScorerKey {
  readonly experimentId: string;
  readonly name: string;
}

export interface OnlineScoringChange {
  readonly sampleRate: number;
  readonly filter?: string | undefined;
}

const LONGEST_NAME = 500;
const MOST_LISTED = 10_000;
const BINDING = 'scorer';

/** The scorers of experiments. Throws Rejected for what can't be, Unavailable while PostgreSQL is down. */
@Injectable()
export class ScorersService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly options: RegistryOptions,
    private readonly onlineUse: OnlineUse,
  ) {}

  /** The next version of a scorer, or its first. */
  async register(
    workspaceId: string,
    { experimentId, name }: ScorerKey,
    text: string,
  ): Promise<RegisteredScorer> {
    checkText("Invalid value for parameter 'name': the name of a scorer", name, LONGEST_NAME);
    const definition = ScorerDefinition.parse(text);
    if (definition.hasSource && !this.options.config.allowPythonScorers) {
      throw new Rejected(
        'Custom scorer registration (using @scorer decorator) is disabled here, because whoever loads such a scorer runs ' +
          'its Python source. Use make_judge() or a built-in scorer, keep the code in your own repository, or, if everyone ' +
          'who may register scorers is trusted, start the registry with MILLRACE_PYTHON_SCORERS=true.',
      );
    }
    definition.check(name);
    return this.change(async (manager) => {
      const experiment = await findActiveExperiment(manager, workspaceId, experimentId);
      const endpoint = await requireEndpoint(manager, workspaceId, definition.endpointName);
      const { id, version } = await nextVersion(manager, experiment.id, name);
      const creationTime = Date.now();
      await manager.insert(ScorerVersion, {
        scorerId: id,
        version,
        definition: text,
        endpointId: endpoint?.id ?? null,
        creationTime,
      });
      await bind(manager, id, name, endpoint);
      return { scorerId: id, experimentId: experiment.id, name, version, definition: text, creationTime };
    });
  }

  /** The newest version of each scorer, of these experiments or of all that are active. */
  list(workspaceId: string, experimentIds?: readonly string[]): Promise<RegisteredScorer[]> {
    return askDatabase(this.dataSource, async (manager) => {
      const asked = experimentIds?.map((id) => parseExperimentId(id) ?? -1);
      const query = manager
        .createQueryBuilder(ScorerVersion, 'version')
        .innerJoinAndSelect('version.scorer', 'scorer')
        .innerJoin(Experiment, 'experiment', 'experiment.id = scorer.experimentId')
        .where('experiment.workspaceId = :workspaceId', { workspaceId })
        .andWhere("experiment.lifecycleStage = 'active'")
        .distinctOn(['version.scorerId'])
        .orderBy('version.scorerId')
        .addOrderBy('version.version', 'DESC')
        .limit(MOST_LISTED);
      if (asked) query.andWhere('scorer.experimentId = ANY(:asked)', { asked });
      const found = await describe(manager, await query.getMany());
      return found.sort((a, b) => a.experimentId - b.experimentId || (a.name < b.name ? -1 : 1));
    });
  }

  /** All versions, the oldest first. */
  listVersions(workspaceId: string, key: ScorerKey): Promise<RegisteredScorer[]> {
    return askDatabase(this.dataSource, async (manager) => {
      const { id } = await findScorer(manager, workspaceId, key);
      const versions = await manager.find(ScorerVersion, {
        where: { scorerId: id },
        relations: { scorer: true },
        order: { version: 'ASC' },
      });
      return describe(manager, versions);
    });
  }

  /** The newest unless a version is asked. */
  get(workspaceId: string, key: ScorerKey, version?: number): Promise<RegisteredScorer> {
    return askDatabase(this.dataSource, async (manager) => {
      const { id } = await findScorer(manager, workspaceId, key);
      const found = await manager.findOne(ScorerVersion, {
        where: { scorerId: id, ...(version !== undefined && { version }) },
        relations: { scorer: true },
        order: { version: 'DESC' },
      });
      const [scorer] = found ? await describe(manager, [found]) : [];
      return scorer ?? unknownScorer(key, version);
    });
  }

  /** One version, or all of them and the scorer with them. */
  async delete(workspaceId: string, key: ScorerKey, version?: number): Promise<void> {
    await this.change(async (manager) => {
      await findActiveExperiment(manager, workspaceId, key.experimentId);
      const { id } = await findScorer(manager, workspaceId, key);
      if (version !== undefined) {
        const { affected } = await manager.delete(ScorerVersion, { scorerId: id, version });
        if (!affected) unknownScorer(key, version);
        if (await manager.existsBy(ScorerVersion, { scorerId: id })) return;
      }
      await manager.delete(GatewayEndpointBinding, { resourceType: BINDING, resourceId: id });
      await manager.delete(Scorer, { id });
    });
  }

  /** Sets which new traces a scorer judges. A rate of 0 stops it. */
  async setOnline(
    workspaceId: string,
    key: ScorerKey,
    { sampleRate, filter = '' }: OnlineScoringChange,
  ): Promise<OnlineScoring> {
    if (!(sampleRate >= 0 && sampleRate <= 1)) {
      throw new Rejected(`sample_rate must be between 0.0 and 1.0, got ${sampleRate}`);
    }
    parseFilter(filter);
    if (sampleRate > 0) await this.onlineUse.check(workspaceId, await this.get(workspaceId, key));
    return this.change(async (manager) => {
      const experiment = await findActiveExperiment(manager, workspaceId, key.experimentId);
      const { id } = await findScorer(manager, workspaceId, key);
      const known = await manager.findOneBy(OnlineScoring, { scorerId: id });
      const now = Date.now();
      const row = manager.create(OnlineScoring, {
        id: known?.id ?? randomUUID().replaceAll('-', ''),
        scorerId: id,
        experimentId: experiment.id,
        sampleRate,
        filter: filter === '' ? null : filter,
        activeSince: known && known.sampleRate > 0 ? known.activeSince : now,
        lastUpdateTime: now,
      });
      await manager.upsert(OnlineScoring, { ...row }, ['scorerId']);
      return row;
    });
  }

  /** Those of the scorers that were ever started. */
  listOnline(workspaceId: string, scorerIds: readonly string[]): Promise<OnlineScoring[]> {
    return askDatabase(this.dataSource, (manager) =>
      manager
        .createQueryBuilder(OnlineScoring, 'online')
        .innerJoin(Experiment, 'experiment', 'experiment.id = online.experimentId')
        .where('experiment.workspaceId = :workspaceId', { workspaceId })
        .andWhere('online.scorerId = ANY(:scorerIds)', { scorerIds })
        .orderBy('online.id')
        .getMany(),
    );
  }

  /** Those of an experiment's scorers that were ever started. */
  listOnlineOf(workspaceId: string, experimentId: string): Promise<OnlineScoring[]> {
    return askDatabase(this.dataSource, async (manager) => {
      const id = await requireExperiment(manager, workspaceId, experimentId);
      return manager.find(OnlineScoring, { where: { experimentId: id }, order: { id: 'ASC' } });
    });
  }

  private change<Result>(work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return changeDatabase(this.dataSource, 'The scorer was changed by someone else: try again.', work);
  }
}

/** Two at once get two numbers. */
async function nextVersion(
  manager: EntityManager,
  experimentId: number,
  name: string,
): Promise<{ readonly id: string; readonly version: number }> {
  const rows: unknown = await manager.query(
    `INSERT INTO scorers (id, experiment_id, name, last_version, creation_time) VALUES ($1, $2, $3, 1, $4)
     ON CONFLICT (experiment_id, name) DO UPDATE SET last_version = scorers.last_version + 1
     RETURNING id, last_version`,
    [randomUUID(), experimentId, name, Date.now()],
  );
  const row = Object(Array.isArray(rows) ? rows[0] : undefined) as Record<string, unknown>;
  return { id: String(row['id']), version: Number(row['last_version']) };
}

async function requireEndpoint(
  manager: EntityManager,
  workspaceId: string,
  name: string | undefined,
): Promise<GatewayEndpoint | undefined> {
  if (name === undefined) return undefined;
  const endpoint = await manager.findOneBy(GatewayEndpoint, { workspaceId, name });
  if (endpoint) return endpoint;
  throw new Rejected(
    `GatewayEndpoint not found (name='${name}'): create it before a scorer uses it.`,
    'not-found',
  );
}

/** The endpoint of the newest version is the one that is in use. */
async function bind(
  manager: EntityManager,
  scorerId: string,
  displayName: string,
  endpoint: GatewayEndpoint | undefined,
): Promise<void> {
  await manager.delete(GatewayEndpointBinding, { resourceType: BINDING, resourceId: scorerId });
  if (!endpoint) return;
  await manager.insert(GatewayEndpointBinding, {
    endpointId: endpoint.id,
    resourceType: BINDING,
    resourceId: scorerId,
    displayName,
    creationTime: Date.now(),
  });
}

async function findScorer(manager: EntityManager, workspaceId: string, key: ScorerKey): Promise<Scorer> {
  const experimentId = await requireExperiment(manager, workspaceId, key.experimentId);
  return (await manager.findOneBy(Scorer, { experimentId, name: key.name })) ?? unknownScorer(key);
}

async function requireExperiment(manager: EntityManager, workspaceId: string, text: string): Promise<number> {
  const id = parseExperimentId(text) ?? -1;
  if (await manager.existsBy(Experiment, { id, workspaceId })) return id;
  throw unknownExperiment(text);
}

function unknownScorer({ experimentId, name }: ScorerKey, version?: number): never {
  const which = version === undefined ? '' : ` and version ${version}`;
  throw new Rejected(
    `Scorer with name '${name}'${which} not found for experiment ${experimentId}.`,
    'not-found',
  );
}

/** Endpoints may have been renamed or deleted since. */
async function describe(
  manager: EntityManager,
  versions: readonly ScorerVersion[],
): Promise<RegisteredScorer[]> {
  const ids = versions.map(({ endpointId }) => endpointId).filter((id) => typeof id === 'string');
  const endpoints = ids.length > 0 ? await manager.findBy(GatewayEndpoint, { id: In(ids) }) : [];
  const names = new Map(endpoints.map(({ id, name }) => [id, name]));
  return versions.map(({ scorerId, version, definition, endpointId, creationTime, scorer }) => ({
    scorerId,
    experimentId: scorer?.experimentId ?? 0,
    name: scorer?.name ?? '',
    version,
    definition: endpointId
      ? ScorerDefinition.parse(definition).withEndpoint(names.get(endpointId))
      : definition,
    creationTime,
  }));
}
