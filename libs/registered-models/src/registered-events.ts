import type { RegistryEvent } from '@millrace/webhook-events';
import type { Tag } from './check-registered.ts';
import type { RegisteredKind, RegisteredModel } from './entities/registered-model.entity.ts';
import type { RegisteredVersion } from './registered-version.ts';

/** What webhooks are told of prompts and models. */
export function nameCreated({ model }: { readonly model: RegisteredModel }): RegistryEvent {
  const { kind, name, description, tags } = model;
  return {
    type: kind === 'prompt' ? 'prompt.created' : 'registered_model.created',
    data: { name, tags: toRecord(tags ?? []), description },
  };
}

export function versionCreated({ kind, name, version: made }: RegisteredVersion): RegistryEvent {
  const { version, description, tags: told = [] } = made;
  const data = { name, version, tags: toRecord(told), description };
  if (kind === 'model') {
    return { type: 'model_version.created', data: { ...data, source: made.source, runId: made.runId } };
  }
  const { template, responseFormat, modelConfig } = made;
  return {
    type: 'prompt_version.created',
    data: {
      ...data,
      template: template ?? '',
      ...(responseFormat !== null && { responseFormat }),
      ...(modelConfig !== null && { modelConfig }),
    },
  };
}

/** Undefined for a model: nobody is told of its tags. */
export function nameTagChanged(
  kind: RegisteredKind,
  name: string,
  tag: Tag | string,
): RegistryEvent | undefined {
  if (kind !== 'prompt') return undefined;
  return typeof tag === 'string'
    ? { type: 'prompt_tag.deleted', data: { name, key: tag } }
    : { type: 'prompt_tag.set', data: { name, ...tag } };
}

/** A key alone: the tag is gone. */
export function versionTagChanged(
  kind: RegisteredKind,
  { name, version }: { readonly name: string; readonly version: number },
  tag: Tag | string,
): RegistryEvent {
  const what = kind === 'prompt' ? 'prompt_version_tag' : 'model_version_tag';
  return typeof tag === 'string'
    ? { type: `${what}.deleted`, data: { name, version, key: tag } }
    : { type: `${what}.set`, data: { name, version, ...tag } };
}

/** No version: the alias is gone. */
export function aliasChanged(
  kind: RegisteredKind,
  name: string,
  alias: string,
  version?: number,
): RegistryEvent {
  const what = kind === 'prompt' ? 'prompt_alias' : 'model_version_alias';
  return version === undefined
    ? { type: `${what}.deleted`, data: { name, alias } }
    : { type: `${what}.created`, data: { name, alias, version } };
}

function toRecord(tags: readonly Tag[]): Record<string, string> {
  return Object.fromEntries(tags.map(({ key, value }) => [key, value]));
}
