import { Rejected } from '@millrace/domain';
import {
  checkPromptContent,
  lastByKey,
  type ModelVersion,
  type PromptContent,
  type RegisteredKind,
  type Tag,
  type TemplateKind,
} from '@millrace/registered-models';

/** Source: mlflow.prompt.constants. MLflow keeps prompts as models with these tags (mlflow/WIRE.md 8.1). */
export const IS_PROMPT = 'mlflow.prompt.is_prompt';
export const MODEL_CONFIG = '_mlflow_prompt_model_config';
const TEXT = 'mlflow.prompt.text';
const TYPE = '_mlflow_prompt_type';
const RESPONSE_FORMAT = '_mlflow_prompt_response_format';
const RESERVED = new Set([IS_PROMPT, TEXT, TYPE, RESPONSE_FORMAT, MODEL_CONFIG]);

/** What stands for the source of a prompt, which has none. */
const PLACEHOLDERS = ['dummy-source', 'prompt-template'];

/** Whether the key says something of a prompt that is no tag to us. */
export function isReservedKey(key: string): boolean {
  return RESERVED.has(key);
}

/** What tags make of a new name. */
export function readModelTags(tags: readonly Tag[]): { kind: RegisteredKind; tags: Tag[] } {
  if (!saysPrompt(tags)) return { kind: 'model', tags: [...tags] };
  return { kind: 'prompt', tags: tags.filter(({ key }) => key !== IS_PROMPT) };
}

/** What tags make of a new version; `content` is there for a prompt. Throws Rejected for a prompt that can't be. */
export function readVersionTags(
  source: string,
  tags: readonly Tag[],
): { content?: PromptContent; tags: Tag[] } {
  if (!saysPrompt(tags)) return { tags: [...tags] };
  if (!PLACEHOLDERS.includes(source)) {
    throw new Rejected(
      `Invalid prompt source: '${source}'. Prompt sources must use an MLflow placeholder: ${PLACEHOLDERS.join(' or ')}.`,
    );
  }
  const values = new Map(tags.map(({ key, value }) => [key, value]));
  const template = values.get(TEXT);
  if (template === undefined) throw new Rejected(`A prompt version needs its text in the tag '${TEXT}'.`);
  const content = {
    templateKind: readKind(values.get(TYPE)),
    template,
    responseFormat: values.get(RESPONSE_FORMAT) ?? null,
    modelConfig: values.get(MODEL_CONFIG) ?? null,
  };
  checkPromptContent(content);
  return { content, tags: tags.filter(({ key }) => !RESERVED.has(key)) };
}

/** The tags of a name, those that say what it is included. */
export function writeModelTags(kind: RegisteredKind, tags: readonly Tag[]): Tag[] {
  const own = tags.map(({ key, value }) => ({ key, value }));
  return kind === 'prompt' ? [...own, { key: IS_PROMPT, value: 'true' }] : own;
}

/** The tags of a version, those that say what the prompt is included. */
export function writeVersionTags(version: ModelVersion): Tag[] {
  const own = (version.tags ?? []).map(({ key, value }) => ({ key, value }));
  return [...own, ...contentTags(version)];
}

function contentTags({ templateKind, template, responseFormat, modelConfig }: PromptContent): Tag[] {
  if (templateKind === null || template === null) return [];
  return [
    { key: IS_PROMPT, value: 'true' },
    { key: TYPE, value: templateKind },
    { key: TEXT, value: template },
    ...(responseFormat === null ? [] : [{ key: RESPONSE_FORMAT, value: responseFormat }]),
    ...(modelConfig === null ? [] : [{ key: MODEL_CONFIG, value: modelConfig }]),
  ];
}

/** MLflow's clients take the last value, in any case, for the truth. */
function saysPrompt(tags: readonly Tag[]): boolean {
  return lastByKey(tags).some(({ key, value }) => key === IS_PROMPT && value.toLowerCase() === 'true');
}

/** Clients of before there were chat prompts say nothing. */
function readKind(type = 'text'): TemplateKind {
  if (type === 'text' || type === 'chat') return type;
  throw new Rejected(`Invalid value '${type}' of the tag '${TYPE}': expected text or chat.`);
}
