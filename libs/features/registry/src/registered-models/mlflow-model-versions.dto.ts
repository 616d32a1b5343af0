import { Rejected } from '@millrace/domain';
import { mlflowBoolean, mlflowMessage, mlflowText } from '@millrace/service-kit';
import { z } from 'zod';
import { STAGES, type Stage } from '@millrace/registered-models';
import { searchMessage, tagMessage } from './mlflow-registered-models.dto.ts';

/** Messages of mlflow/WIRE.md section 8. */
const version = { name: z.string(), version: mlflowText };

export const createMessage = mlflowMessage({
  name: z.string(),
  source: z.string().min(1),
  run_id: z.string().optional(),
  tags: z.array(tagMessage).default([]),
  run_link: z.string().optional(),
  description: z.string().default(''),
  model_id: z.string().optional(),
});
export const versionMessage = mlflowMessage(version);
export const updateMessage = mlflowMessage({ ...version, description: z.string().default('') });
export const transitionMessage = mlflowMessage({
  ...version,
  stage: z.string(),
  archive_existing_versions: mlflowBoolean,
});
export const setTagMessage = mlflowMessage({ ...version, key: z.string(), value: z.string() });
export const deleteTagMessage = mlflowMessage({ ...version, key: z.string() });
export const searchVersionsMessage = searchMessage(200_000);

/** Throws Rejected for a word that is no stage, in whatever case. */
export function parseStage(text: string): Stage {
  const stage = STAGES.find((each) => each.toLowerCase() === text.toLowerCase());
  if (stage) return stage;
  throw new Rejected(`Invalid Model Version stage: ${text}. Value must be one of ${STAGES.join(', ')}.`);
}
