import type { Convention } from '../convention.ts';
import { indexedMessages } from './indexed-messages.ts';

const PREFIXES = {
  inputs: ['llm.input_messages.'],
  outputs: ['llm.output_messages.', 'retrieval.documents.', 'reranker.output_documents.'],
} as const;

/**
 * Arize's OpenInference. Its prompt count includes cached tokens and its completion count reasoning; its Anthropic
 * instrumentation adds them up accordingly. Audio tokens are part of both.
 */
export const openInference: Convention = {
  name: 'open-inference',
  spec: 'https://github.com/Arize-ai/openinference/blob/main/spec/semantic_conventions.md',
  types: [
    {
      key: 'openinference.span.kind',
      types: new Map([
        ['LLM', 'LLM'],
        ['CHAIN', 'CHAIN'],
        ['AGENT', 'AGENT'],
        ['TOOL', 'TOOL'],
        ['RETRIEVER', 'RETRIEVER'],
        ['EMBEDDING', 'EMBEDDING'],
        ['RERANKER', 'RERANKER'],
        ['GUARDRAIL', 'GUARDRAIL'],
        ['EVALUATOR', 'EVALUATOR'],
        ['PROMPT', 'PROMPT'],
        ['DECISION', 'DECISION'],
      ]),
    },
  ],
  texts: {
    model: [
      'llm.response.model_name',
      'llm.model_name',
      'llm.request.model_name',
      'embedding.model_name',
      'reranker.model_name',
    ],
    provider: ['llm.provider', 'llm.system'],
    sessionId: ['session.id'],
    userId: ['user.id'],
  },
  payloads: { inputs: ['input.value'], outputs: ['output.value'] },
  tokens: {
    counts: {
      input: ['llm.token_count.prompt'],
      output: ['llm.token_count.completion'],
      cacheRead: ['llm.token_count.prompt_details.cache_read', 'llm.token_count.prompt_details.cache_input'],
      cacheWrite: ['llm.token_count.prompt_details.cache_write'],
      reasoning: ['llm.token_count.completion_details.reasoning'],
      inputAudio: ['llm.token_count.prompt_details.audio'],
      outputAudio: ['llm.token_count.completion_details.audio'],
      total: ['llm.token_count.total'],
    },
  },
  assemble: (span, target) => indexedMessages(span.attributes, PREFIXES[target]),
};
