import { isListedProvider } from './price-table.ts';

/** Many models behind one address, each at its maker's price: they say nothing about the price. */
const GATEWAY = 'gateway';

/**
 * Words of instrumentations for a provider. Sources: `gen_ai.system` and `gen_ai.provider.name` of OpenTelemetry, `llm.provider`
 * and `llm.system` of OpenInference, `ls_provider` of LangChain, `ai.model.provider` of the Vercel AI SDK, LiteLLM's prefixes.
 */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  openai: ['open_ai', 'open-ai', 'chatgpt'],
  azure: [
    'azure.ai.openai',
    'az.ai.openai',
    'azure.ai.inference',
    'az.ai.inference',
    'azure.openai',
    'azure-openai',
    'azure_openai',
    'azureopenai',
    'azure_ai',
    'azure-ai',
    'azure_ai_openai',
    'azure_text',
  ],
  anthropic: ['claude'],
  aws: [
    'aws.bedrock',
    'aws_bedrock',
    'aws-bedrock',
    'bedrock',
    'amazon',
    'amazon-bedrock',
    'amazon_bedrock',
    'bedrock_converse',
    'amazon.bedrock',
  ],
  google: [
    'gcp.gemini',
    'gcp.vertex_ai',
    'gcp.gen_ai',
    'gcp',
    'gemini',
    'vertex',
    'vertexai',
    'vertex_ai',
    'vertex-ai',
    'google_genai',
    'google-genai',
    'google_vertexai',
    'google-vertex',
    'google.vertex',
    'google.generative-ai',
    'google_generative_ai',
    'google-gla',
    'google-vertex-ai',
    'google_ai_studio',
  ],
  mistral: ['mistral_ai', 'mistralai', 'mistral-ai'],
  'x-ai': ['xai', 'x_ai', 'x.ai'],
  cohere: ['cohere_chat', 'cohere_ai'],
  together: ['together_ai', 'together-ai', 'togetherai'],
  fireworks: ['fireworks_ai', 'fireworks-ai', 'fireworksai'],
  moonshotai: ['moonshot', 'moonshot_ai'],
  perplexity: ['perplexity_ai', 'perplexityai', 'pplx'],
  watsonx: ['ibm.watsonx.ai', 'ibm_watsonx_ai', 'watsonx.ai', 'ibm'],
  deepseek: ['deepseek-ai', 'deepseek_ai'],
  voyageai: ['voyage', 'voyage_ai'],
  openrouter: ['open_router', 'open-router'],
  vercel: ['vercel_ai_gateway', 'vercel-ai-gateway'],
  databricks: ['databricks-model-serving'],
  'github-copilot': ['github_copilot'],
  [GATEWAY]: [
    'litellm',
    'portkey',
    'helicone',
    'langchain',
    'openai-compatible',
    'openai_compatible',
    'ai-gateway',
  ],
};

const PROVIDERS: ReadonlyMap<string, string> = new Map(
  Object.entries(WORDS).flatMap(([provider, words]) => [provider, ...words].map((word) => [word, provider])),
);

/** Where a provider also sells the models of others at their prices. */
export const RESOLD: ReadonlyMap<string, readonly string[]> = new Map([
  ['azure', ['openai', 'anthropic', 'deepseek', 'x-ai', 'moonshotai', 'mistral', 'cohere']],
  ['google', ['anthropic']],
]);

/** Who a span's word for a provider means, as the table names it; undefined when unknown. */
export function providerOf(word: string): string | undefined {
  const name = word.trim().toLowerCase();
  const known = PROVIDERS.get(name) ?? (isListedProvider(name) ? name : undefined);
  if (known !== undefined || !/[./]/.test(name)) return known;
  // The Vercel AI SDK appends the kind of model: `openai.chat`, `amazon-bedrock.embedding`.
  return providerOf(name.slice(0, Math.max(name.lastIndexOf('.'), name.lastIndexOf('/'))));
}

export function isGateway(provider: string): boolean {
  return provider === GATEWAY;
}
