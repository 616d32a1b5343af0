/** The longest prefix first. Source: mapProviderName in @ai-sdk/otel 1.0.173. */
const PREFIXES: readonly (readonly [prefix: string, name: string])[] = [
  ['google.vertex', 'gcp.vertex_ai'],
  ['google-vertex', 'gcp.vertex_ai'],
  ['google.generative-ai', 'gcp.gemini'],
  ['amazon-bedrock', 'aws.bedrock'],
  ['azure-openai', 'azure.ai.openai'],
  ['anthropic', 'anthropic'],
  ['openai', 'openai'],
  ['azure', 'azure.ai.inference'],
  ['google', 'gcp.gemini'],
  ['mistral', 'mistral_ai'],
  ['cohere', 'cohere'],
  ['bedrock', 'aws.bedrock'],
  ['groq', 'groq'],
  ['deepseek', 'deepseek'],
  ['perplexity', 'perplexity'],
  ['xai', 'x_ai'],
];

/** gen_ai's name of a provider that the AI SDK calls `openai.chat`, `google.generative-ai` or `amazon-bedrock`. */
export function aiSdkProviderName(name: string): string {
  const lower = name.toLowerCase();
  for (const [prefix, known] of PREFIXES) {
    const next = lower.charAt(prefix.length);
    if (lower.startsWith(prefix) && (next === '' || next === '.' || next === '-')) return known;
  }
  return name;
}

/** What the AI SDK puts behind a provider's name: the kind of its API. */
const API = /\.(chat|responses|completion|messages|embedding|image|speech|transcription|generative-ai)$/;

/** What frameworks write for a provider they don't know: often their own name. */
const NO_PROVIDERS = new Set(['langchain', 'spring_ai', 'gcp.vertex.agent', 'unknown']);
/** https://opentelemetry.io/docs/specs/semconv/registry/attributes/gen-ai/: what gen_ai.system said up to 1.36. */
const FORMER_NAMES: ReadonlyMap<string, string> = new Map([
  ['az.ai.inference', 'azure.ai.inference'],
  ['az.ai.openai', 'azure.ai.openai'],
  ['gemini', 'gcp.gemini'],
  ['vertex_ai', 'gcp.vertex_ai'],
  ['xai', 'x_ai'],
  // OpenLLMetry until 2025.
  ['OpenAI', 'openai'],
  ['Anthropic', 'anthropic'],
  ['Cohere', 'cohere'],
  ['Groq', 'groq'],
  ['AWS', 'aws.bedrock'],
  ['Azure', 'azure.ai.openai'],
  ['Gemini', 'gcp.gemini'],
  ['VertexAI', 'gcp.vertex_ai'],
]);

/**
 * gen_ai's own names as they are; frameworks on the AI SDK (Mastra) put the SDK's names in the same attribute, and LangSmith says
 * `langchain` where it does not know.
 */
export function genAiProviderName(name: string): string | undefined {
  if (NO_PROVIDERS.has(name)) return undefined;
  const former = FORMER_NAMES.get(name);
  if (former !== undefined) return former;
  return API.test(name) ? aiSdkProviderName(name) : name;
}
