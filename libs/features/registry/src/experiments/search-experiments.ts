import type { EntityManager } from 'typeorm';
import { Experiment, type LifecycleStage } from '@millrace/access';
import { parseExperimentFilter, toSql } from './experiment-filter.ts';
import { afterPage, encodePageToken, parseExperimentOrder } from './experiment-order.ts';

export interface ExperimentSearch {
  readonly filter: string;
  readonly orderBy: readonly string[];
  readonly stages: readonly LifecycleStage[];
  readonly limit: number;
  readonly pageToken?: string | undefined;
}

export interface ExperimentPage {
  readonly experiments: readonly Experiment[];
  /** Absent on the last page. */
  readonly nextPageToken?: string;
}

/** One page of experiments with their tags. Throws Rejected for a bad filter, order or token. */
export async function searchExperiments(
  manager: EntityManager,
  workspaceId: string,
  { filter, orderBy, stages, limit, pageToken }: ExperimentSearch,
): Promise<ExperimentPage> {
  const order = parseExperimentOrder(orderBy);
  const identity = { filter, orderBy, stages };
  const query = manager
    .createQueryBuilder(Experiment, 'experiment')
    .where('experiment.workspace_id = :workspaceId', { workspaceId })
    .andWhere('experiment.lifecycle_stage IN (:...stages)', { stages });
  const parsed = parseExperimentFilter(filter);
  const conditions = [
    ...(parsed ? [toSql(parsed)] : []),
    ...(pageToken ? [afterPage(pageToken, order, identity)] : []),
  ];
  for (const { sql, parameters } of conditions) query.andWhere(`(${sql})`, parameters);
  for (const { key, isDescending } of order) {
    query.addOrderBy(`experiment.${PROPERTIES[key]}`, isDescending ? 'DESC' : 'ASC');
  }
  const found = await query.limit(limit + 1).getMany();
  const experiments = await withTags(manager, found.slice(0, limit));
  const last = found.length > limit ? experiments.at(-1) : undefined;
  return { experiments, ...(last && { nextPageToken: encodePageToken(last, order, identity) }) };
}

const PROPERTIES = {
  name: 'name',
  experiment_id: 'id',
  creation_time: 'creationTime',
  last_update_time: 'lastUpdateTime',
} as const;

/** In a second query, so that a limit counts experiments and not tags. */
async function withTags(manager: EntityManager, experiments: Experiment[]): Promise<Experiment[]> {
  const ids = experiments.map(({ id }) => id);
  if (ids.length === 0) return experiments;
  const tagged = await manager
    .createQueryBuilder(Experiment, 'experiment')
    .innerJoinAndSelect('experiment.tags', 'tag')
    .where('experiment.id IN (:...ids)', { ids })
    .getMany();
  const tags = new Map(tagged.map((experiment) => [experiment.id, experiment.tags ?? []]));
  for (const experiment of experiments) experiment.tags = tags.get(experiment.id) ?? [];
  return experiments;
}
