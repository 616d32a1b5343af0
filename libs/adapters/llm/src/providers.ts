import { createAnthropic } from '@ai-sdk/anthropic';
import { createGoogle } from '@ai-sdk/google';
import { createOpenAI } from '@ai-sdk/openai';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import type { LanguageModelV4 } from '@ai-sdk/provider';
import { Rejected } from '@millrace/domain';
import type { ModelAccess, ModelProvider } from '@millrace/ports';

type Fetch = typeof fetch;
type OpenModel = (access: ModelAccess, fetch: Fetch) => LanguageModelV4;

interface KnownProvider extends ModelProvider {
  readonly open: OpenModel;
}

const API_VERSION = 'api_version';

/** One whose API is that of OpenAI. Without an address it is the installation's own, which may need no key. */
function compatible(name: string, label: string, address?: string): KnownProvider {
  return {
    name,
    label,
    hasAddress: address !== undefined,
    needsKey: address !== undefined,
    open: ({ model, secrets, settings }, fetch) =>
      createOpenAICompatible({
        name,
        baseURL: settings['api_base'] || address || '',
        ...(secrets['api_key'] && { apiKey: secrets['api_key'] }),
        fetch,
        includeUsage: true,
        supportsStructuredOutputs: true,
      }).chatModel(model),
  };
}

function withKey(name: string, label: string, open: OpenModel): KnownProvider {
  return { name, label, hasAddress: true, needsKey: true, open };
}

function keyOf({ provider, secrets }: ModelAccess): string {
  return secrets['api_key'] || missing(`the secret of ${provider} has no api_key: store it again with one`);
}

function baseOf({ settings }: ModelAccess): { readonly baseURL?: string } {
  return settings['api_base'] ? { baseURL: settings['api_base'] } : {};
}

/** By the names that MLflow and LiteLLM have for them. */
const PROVIDERS: readonly KnownProvider[] = [
  withKey('openai', 'OpenAI', (access, fetch) =>
    createOpenAI({ apiKey: keyOf(access), ...baseOf(access), fetch }).chat(access.model),
  ),
  {
    name: 'azure',
    label: 'Azure OpenAI',
    hasAddress: false,
    needsKey: true,
    open: (access, fetch) => {
      const { api_base = '', [API_VERSION]: version } = access.settings;
      return createOpenAI({
        apiKey: keyOf(access),
        baseURL: `${api_base.replace(/\/+$/, '').replace(/\/openai(\/v1)?$/, '')}/openai/v1`,
        headers: { 'api-key': keyOf(access) },
        fetch: version === undefined ? fetch : (input, init) => fetch(withVersion(input, version), init),
      }).chat(access.model);
    },
  },
  withKey('anthropic', 'Anthropic', (access, fetch) =>
    createAnthropic({ apiKey: keyOf(access), ...baseOf(access), fetch }).chat(access.model),
  ),
  withKey('gemini', 'Google Gemini', (access, fetch) =>
    createGoogle({ apiKey: keyOf(access), ...baseOf(access), fetch }).chat(access.model),
  ),
  compatible('mistral', 'Mistral', 'https://api.mistral.ai/v1'),
  compatible('groq', 'Groq', 'https://api.groq.com/openai/v1'),
  compatible('deepseek', 'DeepSeek', 'https://api.deepseek.com/v1'),
  compatible('xai', 'xAI', 'https://api.x.ai/v1'),
  compatible('together_ai', 'Together AI', 'https://api.together.xyz/v1'),
  compatible('fireworks_ai', 'Fireworks AI', 'https://api.fireworks.ai/inference/v1'),
  compatible('openrouter', 'OpenRouter', 'https://openrouter.ai/api/v1'),
  compatible('ollama', 'Ollama'),
  compatible('hosted_vllm', 'vLLM'),
  compatible('openai-compatible', 'Any server with the API of OpenAI'),
];

const BY_NAME: ReadonlyMap<string, KnownProvider> = new Map(
  PROVIDERS.map((provider) => [provider.name, provider]),
);

/** Every provider there is. */
export const MODEL_PROVIDERS: readonly ModelProvider[] = PROVIDERS.map(
  ({ name, label, hasAddress, needsKey }) => ({
    name,
    label,
    hasAddress,
    needsKey,
  }),
);

/** Throws Rejected for a provider that is not there, or whose address is missing. */
export function findProvider({
  provider,
  settings,
}: Pick<ModelAccess, 'provider' | 'settings'>): KnownProvider {
  const known = BY_NAME.get(provider);
  if (!known) {
    return missing(
      `The provider '${provider}' is not known here. There are: ${[...BY_NAME.keys()].join(', ')}.`,
    );
  }
  if (known.hasAddress || settings['api_base']) return known;
  return missing(`The provider '${provider}' has no address of its own: set api_base in auth_config.`);
}

/** Older deployments of Azure answer one version of the API only. */
function withVersion(input: Parameters<Fetch>[0], version: string): URL {
  const url = new URL(input instanceof Request ? input.url : input);
  url.searchParams.set('api-version', version);
  return url;
}

function missing(message: string): never {
  throw new Rejected(message);
}
