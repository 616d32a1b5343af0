import type { OnlineScoring } from '@millrace/access';
import { Rejected } from '@millrace/domain';
import { mlflowInteger, mlflowList, mlflowMessage, mlflowText } from '@millrace/service-kit';
import { z } from 'zod';
import { ScorerDefinition } from './scorer-definition.ts';
import type { RegisteredScorer } from './scorers.service.ts';

/** Messages of mlflow/WIRE.md section 12. */
const key = { experiment_id: mlflowText, name: z.string() };

export const registerMessage = mlflowMessage({ ...key, serialized_scorer: z.string() });
export const listMessage = mlflowMessage({
  experiment_id: mlflowText.optional(),
  experiment_ids: mlflowList(mlflowText).optional(),
});
export const scorerMessage = mlflowMessage(key);
export const versionMessage = mlflowMessage({ ...key, version: mlflowInteger.optional() });
export const onlineMessage = mlflowMessage({
  ...key,
  sample_rate: z.number(),
  filter_string: z.string().optional(),
});
export const onlineListMessage = mlflowMessage({ scorer_ids: mlflowList(mlflowText) });

/** Whether MLflow's client can load it: one that it can't would spoil a whole list for it. */
export function isLoadable({ definition }: RegisteredScorer): boolean {
  return !ScorerDefinition.parse(definition).isNative;
}

/** Throws for one that it can't load. */
export function requireLoadable(scorer: RegisteredScorer): RegisteredScorer {
  if (isLoadable(scorer)) return scorer;
  throw new Rejected(
    `Scorer '${scorer.name}' (version ${scorer.version}) was registered with /api/v1/scorers in a form that MLflow's client ` +
      'does not know: read it there.',
    'not-found',
  );
}

/** A scorer as MLflow spells it; the experiment is a number here. */
export function toMlflowScorer(scorer: RegisteredScorer) {
  return {
    experiment_id: scorer.experimentId,
    scorer_name: scorer.name,
    scorer_version: scorer.version,
    serialized_scorer: scorer.definition,
    creation_time: scorer.creationTime,
    scorer_id: scorer.scorerId,
  };
}

/** What a scorer does to new traces, as MLflow spells it. */
export function toMlflowOnlineConfig({ id, scorerId, sampleRate, experimentId, filter }: OnlineScoring) {
  return {
    online_scoring_config_id: id,
    scorer_id: scorerId,
    sample_rate: sampleRate,
    experiment_id: String(experimentId),
    ...(filter && { filter_string: filter }),
  };
}
