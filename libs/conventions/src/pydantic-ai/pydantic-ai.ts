import type { Convention } from '../convention.ts';
import { payloadOf } from './payload-of.ts';

/**
 * Pydantic AI, and what Logfire's own instrumentation adds to gen_ai. Its data formats 2 to 6 differ in names only; what an agent
 * used in all (`gen_ai.aggregated_usage.*`) is the sum of its calls and so is not read.
 */
export const pydanticAi: Convention = {
  name: 'pydantic-ai',
  spec: 'https://ai.pydantic.dev/logfire/',
  types: [
    { key: 'pydantic_ai.all_messages', types: { always: 'AGENT' } },
    { key: 'all_messages_events', types: { always: 'AGENT' } },
    { key: 'tool_arguments', types: { always: 'TOOL' } },
  ],
  payloads: { inputs: ['tool_arguments'], outputs: ['tool_response'] },
  tags: { labels: ['logfire.tags'] },
  // An embedding has its texts under names too common for a rule.
  marks: ['inputs_count'],
  // The provider's own usage. Its sums are in gen_ai's attributes already, with cached tokens inside whatever the provider does.
  usage: {
    key: 'gen_ai.usage.raw',
    fields: {
      'prompt_tokens_details.cached_tokens': 'cacheRead',
      'input_tokens_details.cached_tokens': 'cacheRead',
      cache_read_input_tokens: 'cacheRead',
      cache_creation_input_tokens: 'cacheWrite',
      'completion_tokens_details.reasoning_tokens': 'reasoning',
      'output_tokens_details.reasoning_tokens': 'reasoning',
      'prompt_tokens_details.audio_tokens': 'inputAudio',
      'completion_tokens_details.audio_tokens': 'outputAudio',
    },
  },
  assemble: payloadOf,
};
