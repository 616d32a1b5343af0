import { mlflowInteger, mlflowList, mlflowMessage, mlflowText } from '@millrace/service-kit';
import { z } from 'zod';
import type { RegisteredVersion } from '@millrace/registered-models';
import { writeModelTags, writeVersionTags } from './mlflow-prompt-tags.ts';
import type { RegisteredModelView } from './search-registered-models.ts';

/** Messages of mlflow/WIRE.md section 8. */
export const tagMessage = mlflowMessage({ key: z.string(), value: z.string() });

export const nameMessage = mlflowMessage({ name: z.string() });
export const createMessage = mlflowMessage({
  name: z.string(),
  tags: z.array(tagMessage).default([]),
  description: z.string().default(''),
});
export const renameMessage = mlflowMessage({ name: z.string(), new_name: z.string() });
export const updateMessage = mlflowMessage({ name: z.string(), description: z.string().default('') });
export const setTagMessage = mlflowMessage({ name: z.string(), key: z.string(), value: z.string() });
export const deleteTagMessage = mlflowMessage({ name: z.string(), key: z.string() });
export const aliasMessage = mlflowMessage({ name: z.string(), alias: z.string() });
export const setAliasMessage = mlflowMessage({ name: z.string(), alias: z.string(), version: mlflowText });
export const latestMessage = mlflowMessage({ name: z.string(), stages: mlflowList(z.string()).default([]) });

/** A search of either, with the number of results when none is asked for. */
export function searchMessage(defaultResults: number) {
  return mlflowMessage({
    filter: z.string().default(''),
    max_results: mlflowInteger.default(defaultResults),
    order_by: mlflowList(z.string()).default([]),
    page_token: z.string().optional(),
  });
}
export type SearchMessage = z.output<ReturnType<typeof searchMessage>>;

/** A prompt or model as MLflow spells it: empty lists are left out. */
export function toMlflowModel({ model, latestVersions }: RegisteredModelView) {
  const tags = writeModelTags(model.kind, model.tags ?? []);
  const aliases = (model.aliases ?? []).map(({ alias, version }) => ({ alias, version: String(version) }));
  return {
    name: model.name,
    creation_timestamp: model.creationTime,
    last_updated_timestamp: model.lastUpdateTime,
    ...(model.description !== '' && { description: model.description }),
    ...(latestVersions.length > 0 && { latest_versions: latestVersions.map(toMlflowVersion) }),
    ...(tags.length > 0 && { tags }),
    ...(aliases.length > 0 && { aliases }),
  };
}

/** A version as MLflow spells it. */
export function toMlflowVersion({ name, version, aliases }: RegisteredVersion) {
  const tags = writeVersionTags(version);
  return {
    name,
    version: String(version.version),
    creation_timestamp: version.creationTime,
    last_updated_timestamp: version.lastUpdateTime,
    current_stage: version.stage,
    description: version.description,
    source: version.source,
    run_id: version.runId,
    status: 'READY',
    ...(tags.length > 0 && { tags }),
    run_link: version.runLink,
    ...(aliases.length > 0 && { aliases }),
  };
}
