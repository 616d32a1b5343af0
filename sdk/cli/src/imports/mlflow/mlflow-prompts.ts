import type { ImportedPrompt } from '../prompt-importer.ts';
import type { MlflowPromptVersion, MlflowServer } from './mlflow-server.ts';

const TEXT = 'mlflow.prompt.text';
const KIND = '_mlflow_prompt_type';
const RESPONSE_FORMAT = '_mlflow_prompt_response_format';
const MODEL_CONFIG = '_mlflow_prompt_model_config';

/** The prompt registry of an MLflow server. */
export async function* mlflowPrompts(server: MlflowServer): AsyncGenerator<ImportedPrompt> {
  for await (const { name, description, tags, aliases } of server.prompts()) {
    const versions = await server.promptVersions(name);
    yield {
      name,
      description,
      tags: ownTags(tags),
      versions: versions.map((version) => ({ number: version.version, body: bodyOf(version) })),
      aliases: Object.fromEntries(aliases.map(({ alias, version }) => [alias, version])),
    };
  }
}

function bodyOf({ description, tags }: MlflowPromptVersion): ImportedPrompt['versions'][number]['body'] {
  const told = new Map(tags.map(({ key, value }) => [key, value]));
  const text = told.get(TEXT) ?? '';
  const responseFormat = objectIn(told.get(RESPONSE_FORMAT));
  const modelConfig = objectIn(told.get(MODEL_CONFIG));
  return {
    ...(told.get(KIND) === 'chat' ? { messages: JSON.parse(text) as [] } : { template: text }),
    ...(description !== '' && { commit_message: description }),
    ...(responseFormat && { response_format: responseFormat }),
    ...(modelConfig && { model_config: modelConfig }),
    tags: ownTags(tags),
  };
}

function objectIn(text: string | undefined): Record<string, never> | undefined {
  return text === undefined ? undefined : (JSON.parse(text) as Record<string, never>);
}

/** Without those that MLflow itself sets. */
function ownTags(tags: readonly { readonly key: string; readonly value: string }[]): Record<string, string> {
  return Object.fromEntries(
    tags.filter(({ key }) => !/^_?mlflow[._]/.test(key)).map(({ key, value }) => [key, value]),
  );
}
