import type { AttributeValue, PromptVersion } from '@millrace/domain';
import { parsedJson } from './parsed-json.ts';

/** Prompts sent as a list of objects with `name` and `version`, or as its JSON; undefined for anything else. */
export function readPromptList(value: AttributeValue): readonly PromptVersion[] | undefined {
  const list: unknown = Array.isArray(value) ? value : parsedJson(value);
  if (!Array.isArray(list)) return undefined;
  const prompts = list.map(promptVersion).filter((prompt) => prompt !== undefined);
  return prompts.length === list.length ? prompts : undefined;
}

function promptVersion(item: unknown): PromptVersion | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  const field = (name: string): unknown => (item instanceof Map ? item.get(name) : Reflect.get(item, name));
  const name = field('name');
  const version = field('version');
  if (typeof name !== 'string' || name === '') return undefined;
  const isVersion = ['string', 'number', 'bigint'].includes(typeof version);
  return isVersion ? { name, version: String(version) } : { name };
}
