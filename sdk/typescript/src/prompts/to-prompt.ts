import type { components } from '@millrace/api-client';
import type { JsonValue } from '@millrace/domain';
import { promptOf, type ChatMessage, type Prompt } from './prompt.ts';

type JsonObject = Readonly<Record<string, JsonValue>>;

export function toPrompt(said: components['schemas']['PromptVersion']): Prompt {
  const { name, version, template, messages, tags, aliases } = said;
  const { response_format: responseFormat, model_config: modelConfig } = said;
  const facts = {
    name,
    version,
    ...(responseFormat && { responseFormat: responseFormat as JsonObject }),
    ...(modelConfig && { modelConfig: modelConfig as JsonObject }),
    commitMessage: said.commit_message,
    tags,
    aliases,
    creationTime: new Date(said.creation_time),
    lastUpdateTime: new Date(said.last_update_time),
  };
  return promptOf(facts, template ?? ((messages ?? []) as unknown as readonly ChatMessage[]));
}
