import type { Convention } from '../convention.ts';
import { indexedMessages } from '../open-inference/indexed-messages.ts';
import { documentsInEvents } from './documents-in-events.ts';

const PROPERTIES = 'traceloop.association.properties.';
const MESSAGES = {
  inputs: ['gen_ai.prompt.', 'llm.prompts.'],
  outputs: ['gen_ai.completion.', 'llm.completions.'],
} as const;

/**
 * Traceloop's OpenLLMetry: its decorators, and its instrumentations before they took to gen_ai's messages, which spread messages over
 * indexed attributes (`gen_ai.prompt.0.content`, still earlier `llm.prompts.0.content`).
 */
export const traceloop: Convention = {
  name: 'traceloop',
  spec: 'https://www.traceloop.com/docs/openllmetry/contributing/semantic-conventions',
  types: [
    {
      key: 'traceloop.span.kind',
      types: new Map([
        ['workflow', 'WORKFLOW'],
        ['task', 'TASK'],
        ['agent', 'AGENT'],
        ['tool', 'TOOL'],
      ]),
    },
    {
      key: 'llm.request.type',
      types: new Map([
        ['chat', 'CHAT_MODEL'],
        ['completion', 'LLM'],
        ['embedding', 'EMBEDDING'],
        ['rerank', 'RERANKER'],
      ]),
    },
    { key: 'db.vector.query.top_k', types: { always: 'RETRIEVER' } },
  ],
  texts: {
    model: ['llm.response.model', 'llm.request.model'],
    provider: ['llm.vendor'],
    sessionId: ['session_id', 'chat_id', 'thread_id', 'conversation_id'].map((name) => PROPERTIES + name),
    userId: ['user_id', 'userId'].map((name) => PROPERTIES + name),
    promptName: ['traceloop.prompt.key'],
    promptVersion: ['traceloop.prompt.version'],
  },
  payloads: { inputs: ['traceloop.entity.input'], outputs: ['traceloop.entity.output'] },
  marks: [
    'traceloop.workflow.name',
    'gen_ai.prompt.0.role',
    'gen_ai.prompt.0.content',
    'gen_ai.completion.0.role',
    'gen_ai.completion.0.content',
    'gen_ai.completion.0.finish_reason',
    'llm.prompts.0.content',
    'llm.completions.0.content',
  ],
  assemble: (span, target) =>
    indexedMessages(span.attributes, MESSAGES[target]) ??
    (target === 'outputs' ? documentsInEvents(span) : undefined),
  tags: { prefixes: [PROPERTIES] },
  tokens: {
    counts: {
      input: ['llm.usage.prompt_tokens'],
      output: ['llm.usage.completion_tokens'],
      total: ['llm.usage.total_tokens'],
    },
  },
};
