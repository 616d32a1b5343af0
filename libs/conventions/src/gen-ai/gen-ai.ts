import { SPAN_TYPES } from '@millrace/domain';
import { genAiProviderName } from '../ai-sdk-provider-name.ts';
import type { Convention } from '../convention.ts';
import { payloadInEvents } from './payload-in-events.ts';

/**
 * OpenTelemetry's GenAI semantic conventions with the names of its earlier versions. Input includes cached tokens and output
 * includes reasoning, whatever the provider: https://github.com/open-telemetry/semantic-conventions/pull/3163.
 */
export const genAi: Convention = {
  name: 'gen-ai',
  spec: 'https://github.com/open-telemetry/semantic-conventions-genai/blob/main/docs/registry/attributes/gen-ai.md',
  types: [
    {
      key: 'gen_ai.operation.name',
      types: new Map([
        ['chat', 'CHAT_MODEL'],
        ['generate_content', 'LLM'],
        ['text_completion', 'LLM'],
        ['response', 'LLM'],
        ['embeddings', 'EMBEDDING'],
        ['embedding', 'EMBEDDING'],
        ['retrieval', 'RETRIEVER'],
        ['execute_tool', 'TOOL'],
        ['create_agent', 'AGENT'],
        ['invoke_agent', 'AGENT'],
        ['invoke_workflow', 'WORKFLOW'],
        ['fetch_response', 'LLM'],
        ['plan', 'TASK'],
        ['search_memory', 'MEMORY'],
        ['create_memory', 'MEMORY'],
        ['update_memory', 'MEMORY'],
        ['upsert_memory', 'MEMORY'],
        ['delete_memory', 'MEMORY'],
        ['create_memory_store', 'MEMORY'],
        ['delete_memory_store', 'MEMORY'],
        // Not in the specification: Vercel's AI SDK 7.
        ['agent_step', 'CHAIN'],
        ['rerank', 'RERANKER'],
        // MLflow's client, told to write gen_ai, keeps its own word where the specification has none.
        ...SPAN_TYPES.map((type) => [type, type] as const),
      ]),
    },
    // A call that names the model it asks is a call to a model.
    { key: 'gen_ai.request.model', types: { always: 'LLM' } },
  ],
  texts: {
    model: ['gen_ai.response.model', 'gen_ai.request.model'],
    provider: ['gen_ai.provider.name', 'gen_ai.system'],
    sessionId: ['gen_ai.conversation.id'],
    // General OpenTelemetry attributes: https://opentelemetry.io/docs/specs/semconv/registry/attributes/enduser/
    userId: ['enduser.id', 'enduser.pseudo.id'],
    promptName: ['gen_ai.prompt.name'],
    promptVersion: ['gen_ai.prompt.version'],
  },
  // Micrometer's word for a missing value.
  unset: ['none'],
  providerName: genAiProviderName,
  payloads: {
    inputs: [
      'gen_ai.input.messages',
      'gen_ai.tool.call.arguments',
      'gen_ai.retrieval.query.text',
      'gen_ai.memory.query.text',
      'gen_ai.prompt',
      'gen_ai.content.prompt',
    ],
    outputs: [
      'gen_ai.output.messages',
      'gen_ai.tool.call.result',
      'gen_ai.retrieval.documents',
      'gen_ai.memory.records',
      'gen_ai.completion',
      'gen_ai.content.completion',
    ],
    tools: ['gen_ai.tool.definitions'],
    documents: ['gen_ai.retrieval.documents'],
  },
  timeToFirstToken: [
    { key: 'gen_ai.response.time_to_first_chunk', unit: 's' },
    { key: 'gen_ai.client.operation.time_to_first_chunk', unit: 's' },
    { key: 'gen_ai.server.time_to_first_token', unit: 's' },
  ],
  tokens: {
    counts: {
      input: ['gen_ai.usage.input_tokens', 'gen_ai.usage.prompt_tokens'],
      output: ['gen_ai.usage.output_tokens', 'gen_ai.usage.completion_tokens'],
      cacheRead: [
        'gen_ai.usage.cache_read.input_tokens',
        'gen_ai.usage.cache_read_input_tokens',
        // LiveKit before it had the specification's name.
        'gen_ai.usage.input_cached_tokens',
      ],
      cacheWrite: [
        'gen_ai.usage.cache_write.input_tokens',
        'gen_ai.usage.cache_creation.input_tokens',
        'gen_ai.usage.cache_creation_input_tokens',
      ],
      reasoning: [
        'gen_ai.usage.reasoning.output_tokens',
        'gen_ai.usage.reasoning_tokens',
        // Pydantic AI passes the provider's details on.
        'gen_ai.usage.details.reasoning_tokens',
        'gen_ai.usage.details.thoughts_tokens',
      ],
      inputAudio: ['gen_ai.usage.audio.input_tokens', 'gen_ai.usage.input_audio_tokens'],
      outputAudio: ['gen_ai.usage.audio.output_tokens', 'gen_ai.usage.output_audio_tokens'],
      total: ['gen_ai.usage.total_tokens'],
    },
    unspecifiedCacheKeys: [
      'gen_ai.usage.cache_read_input_tokens',
      'gen_ai.usage.cache_creation_input_tokens',
    ],
  },
  assemble: payloadInEvents,
};
