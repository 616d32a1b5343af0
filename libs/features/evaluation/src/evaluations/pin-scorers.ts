import type { EntityManager } from 'typeorm';
import { GatewayEndpoint, Scorer, ScorerVersion } from '@millrace/access';
import { Rejected } from '@millrace/domain';
import { checkScorer } from '@millrace/scorers';
import type { PinnedScorer } from '../judging/judged-scorer.ts';
import { nameEndpoint } from '../judging/name-endpoint.ts';

/** A scorer as it is asked for: a registered one, in its newest version unless told; or one described here, as JSON. */
export interface ScorerChoice {
  readonly name: string;
  readonly version?: number | undefined;
  readonly definition?: string | undefined;
}

const MOST_SCORERS = 20;

/** The scorers as they are today, for good. Throws Rejected for one that is unknown or can't be used, and for a name given twice. */
export async function pinScorers(
  manager: EntityManager,
  experimentId: number,
  choices: readonly ScorerChoice[],
): Promise<PinnedScorer[]> {
  if (choices.length === 0 || choices.length > MOST_SCORERS) {
    throw new Rejected(`An evaluation has 1 to ${MOST_SCORERS} scorers, not ${choices.length}.`);
  }
  const names = choices.map(({ name }) => name);
  const repeated = names.find((name, at) => names.indexOf(name) !== at);
  if (repeated !== undefined) {
    throw new Rejected(`The scorer '${repeated}' is given twice: one evaluation has one scorer of a name.`);
  }
  const pinned: PinnedScorer[] = [];
  for (const choice of choices) pinned.push(await pin(manager, experimentId, choice));
  for (const { definition, name } of pinned) checkScorer(definition, name);
  return pinned;
}

async function pin(
  manager: EntityManager,
  experimentId: number,
  { name, version, definition }: ScorerChoice,
): Promise<PinnedScorer> {
  if (definition !== undefined) return { name, definition };
  const scorer = await manager.findOneBy(Scorer, { experimentId, name });
  if (!scorer) {
    throw new Rejected(
      `No scorer '${name}' is registered in experiment ${experimentId}: register it, or give its definition.`,
      'not-found',
    );
  }
  const found = await manager.findOne(ScorerVersion, {
    where: { scorerId: scorer.id, ...(version !== undefined && { version }) },
    order: { version: 'DESC' },
  });
  if (!found) {
    throw new Rejected(
      `Scorer '${name}' of experiment ${experimentId} has no version ${version ?? ''}.`,
      'not-found',
    );
  }
  const current = await withEndpoint(manager, found);
  return { scorerId: scorer.id, name, version: found.version, definition: current };
}

/** The definition with its gateway endpoint named as it is today. */
async function withEndpoint(
  manager: EntityManager,
  { definition, endpointId }: ScorerVersion,
): Promise<string> {
  if (!endpointId) return definition;
  const endpoint = await manager.findOneBy(GatewayEndpoint, { id: endpointId });
  if (!endpoint) return definition;
  return nameEndpoint(definition, endpoint.name);
}
