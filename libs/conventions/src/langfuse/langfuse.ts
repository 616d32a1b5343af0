import type { Convention } from '../convention.ts';

const OBSERVATION = 'langfuse.observation';

/**
 * Langfuse's SDKs, and what applications set for Langfuse on the spans of others. In `usage_details` Langfuse's own words (`input`,
 * `output` and what begins with them) count apart; OpenAI's words count as OpenAI does, details within the sums.
 */
export const langfuse: Convention = {
  name: 'langfuse',
  spec: 'https://langfuse.com/integrations/native/opentelemetry#property-mapping',
  types: [
    {
      key: `${OBSERVATION}.type`,
      types: new Map([
        ['generation', 'LLM'],
        ['embedding', 'EMBEDDING'],
        ['tool', 'TOOL'],
        ['retriever', 'RETRIEVER'],
        ['agent', 'AGENT'],
        ['chain', 'CHAIN'],
        ['evaluator', 'EVALUATOR'],
        ['guardrail', 'GUARDRAIL'],
      ]),
    },
  ],
  texts: {
    model: [`${OBSERVATION}.model.name`],
    // It also writes session.id and user.id: OpenInference's table reads them, for they show no Langfuse at work.
    sessionId: ['langfuse.session.id'],
    userId: ['langfuse.user.id'],
    promptName: [`${OBSERVATION}.prompt.name`],
    promptVersion: [`${OBSERVATION}.prompt.version`],
  },
  payloads: {
    inputs: [`${OBSERVATION}.input`, 'langfuse.trace.input'],
    outputs: [`${OBSERVATION}.output`, 'langfuse.trace.output'],
  },
  timeToFirstToken: [{ key: `${OBSERVATION}.completion_start_time`, unit: 'time' }],
  tags: { labels: ['langfuse.trace.tags'], prefixes: ['langfuse.trace.metadata.'] },
  usage: {
    key: `${OBSERVATION}.usage_details`,
    fields: {
      input: 'input',
      prompt_tokens: 'input',
      input_tokens: 'input',
      promptTokens: 'input',
      output: 'output',
      completion_tokens: 'output',
      output_tokens: 'output',
      completionTokens: 'output',
      total: 'total',
      total_tokens: 'total',
      totalTokens: 'total',
      input_cached_tokens: 'cacheRead',
      input_cache_read: 'cacheRead',
      cache_read_input_tokens: 'cacheRead',
      'prompt_tokens_details.cached_tokens': 'cacheRead',
      'input_tokens_details.cached_tokens': 'cacheRead',
      input_cache_creation: 'cacheWrite',
      cache_creation_input_tokens: 'cacheWrite',
      output_reasoning_tokens: 'reasoning',
      output_reasoning: 'reasoning',
      'completion_tokens_details.reasoning_tokens': 'reasoning',
      'output_tokens_details.reasoning_tokens': 'reasoning',
      input_audio_tokens: 'inputAudio',
      input_audio: 'inputAudio',
      'prompt_tokens_details.audio_tokens': 'inputAudio',
      output_audio_tokens: 'outputAudio',
      output_audio: 'outputAudio',
      'completion_tokens_details.audio_tokens': 'outputAudio',
    },
    apart: ['input', 'output'],
  },
};
