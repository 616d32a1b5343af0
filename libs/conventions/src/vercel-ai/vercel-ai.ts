import { aiSdkProviderName } from '../ai-sdk-provider-name.ts';
import type { Convention } from '../convention.ts';
import { answerOf } from './answer-of.ts';

/** Calls by what they end in (`ai.generateText`, and one call to the model inside it, `ai.generateText.doGenerate`). */
const OPERATIONS: readonly (readonly [operation: string, call: string, type: string])[] = [
  ['ai.generateText', 'doGenerate', 'LLM'],
  ['ai.streamText', 'doStream', 'LLM'],
  ['ai.generateObject', 'doGenerate', 'LLM'],
  ['ai.streamObject', 'doStream', 'LLM'],
  ['ai.generateImage', 'doGenerate', 'LLM'],
  ['ai.generateSpeech', 'doGenerate', 'LLM'],
  ['ai.transcribe', 'doTranscribe', 'LLM'],
  ['ai.embed', 'doEmbed', 'EMBEDDING'],
  ['ai.embedMany', 'doEmbed', 'EMBEDDING'],
  ['ai.rerank', 'doRerank', 'RERANKER'],
];

/**
 * Vercel's AI SDK: `ai.*` beside a few old `gen_ai.*` up to version 6 and in 7's LegacyOpenTelemetry; 7 writes gen_ai and adds details
 * in `ai.*`. Up to version 5 the SDK passed the provider's input count on, so `ai.usage.totalTokens` (input plus output) proves
 * nothing about what input includes and is not read.
 */
export const vercelAi: Convention = {
  name: 'vercel-ai',
  spec: 'https://ai-sdk.dev/docs/ai-sdk-core/telemetry#collected-data',
  types: [
    {
      key: 'ai.operationId',
      types: new Map([
        ...OPERATIONS.flatMap(([operation, call, type]) => [
          [operation, type] as const,
          [`${operation}.${call}`, type] as const,
        ]),
        ['ai.toolCall', 'TOOL'],
        ['ai.workflowAgent.stream', 'AGENT'],
      ]),
    },
  ],
  texts: {
    model: ['ai.response.model', 'ai.model.id'],
    provider: ['ai.model.provider'],
    // Names its users share: the SDK leaves metadata and context to the application.
    sessionId: [
      'ai.telemetry.metadata.sessionId',
      'ai.telemetry.metadata.session_id',
      'ai.settings.context.sessionId',
    ],
    userId: ['ai.telemetry.metadata.userId', 'ai.telemetry.metadata.user_id', 'ai.settings.context.userId'],
  },
  providerName: aiSdkProviderName,
  messageFormat: 'vercel_ai',
  payloads: {
    inputs: [
      'ai.prompt.messages',
      'ai.prompt',
      'ai.toolCall.args',
      'ai.value',
      'ai.values',
      'ai.documents',
      'ai.request.text',
    ],
    outputs: ['ai.response.object', 'ai.toolCall.result', 'ai.embedding', 'ai.embeddings', 'ai.ranking'],
    tools: ['ai.prompt.tools'],
  },
  marks: ['ai.response.text', 'ai.response.toolCalls', 'ai.response.reasoning'],
  assemble: (span, target) => (target === 'outputs' ? answerOf(span.attributes) : undefined),
  timeToFirstToken: [
    { key: 'ai.response.msToFirstChunk', unit: 'ms' },
    { key: 'ai.stream.msToFirstChunk', unit: 'ms' },
  ],
  tags: { labels: ['ai.telemetry.metadata.tags', 'ai.settings.context.tags'] },
  tokens: {
    counts: {
      input: ['ai.usage.inputTokens', 'ai.usage.promptTokens', 'ai.usage.tokens'],
      output: ['ai.usage.outputTokens', 'ai.usage.completionTokens'],
      cacheRead: ['ai.usage.inputTokenDetails.cacheReadTokens', 'ai.usage.cachedInputTokens'],
      cacheWrite: ['ai.usage.inputTokenDetails.cacheWriteTokens'],
      reasoning: ['ai.usage.outputTokenDetails.reasoningTokens', 'ai.usage.reasoningTokens'],
    },
    unspecifiedCacheKeys: ['ai.usage.cachedInputTokens'],
  },
  // Up to version 5 the only place with the tokens that Anthropic wrote into its cache, or read from it without a stream.
  usage: {
    key: 'ai.response.providerMetadata',
    contains: '"cache_',
    fields: {
      'anthropic.usage.cache_read_input_tokens': 'cacheRead',
      'anthropic.usage.cache_creation_input_tokens': 'cacheWrite',
    },
    isProviders: true,
  },
};
