import type { Convention } from '../convention.ts';

/** Mastra's span types; a control-flow span of a workflow is a task. Source: SpanType in @mastra/core/observability. */
const TYPES: readonly (readonly [word: string, type: string])[] = [
  ['agent_run', 'AGENT'],
  ['model_generation', 'LLM'],
  ['model_inference', 'CHAT_MODEL'],
  ['model_step', 'CHAIN'],
  ['model_chunk', 'TASK'],
  ['tool_call', 'TOOL'],
  ['mcp_tool_call', 'TOOL'],
  ['client_tool_call', 'TOOL'],
  ['provider_tool_call', 'TOOL'],
  ['mcp_server_request', 'TASK'],
  ['workflow_run', 'WORKFLOW'],
  ['workflow_step', 'TASK'],
  ['workflow_conditional', 'TASK'],
  ['workflow_conditional_eval', 'TASK'],
  ['workflow_parallel', 'TASK'],
  ['workflow_loop', 'TASK'],
  ['workflow_sleep', 'TASK'],
  ['workflow_wait_event', 'TASK'],
  ['memory_operation', 'MEMORY'],
  ['scorer_run', 'EVALUATOR'],
  ['scorer_step', 'EVALUATOR'],
  ['classifier_evaluation', 'EVALUATOR'],
  ['rag_embedding', 'EMBEDDING'],
  ['rag_vector_operation', 'RETRIEVER'],
  ['rag_ingestion', 'TASK'],
  ['rag_action', 'TASK'],
  ['graph_action', 'TASK'],
  ['processor_run', 'TASK'],
  ['workspace_action', 'TASK'],
  ['mapping', 'TASK'],
  ['skill_resolution', 'TASK'],
  ['skill_action', 'TASK'],
  ['agent_signal', 'TASK'],
];

const PAYLOADS_OF = [...TYPES.map(([word]) => word), 'generic'];

/**
 * Mastra: gen_ai on the one span per call that asks the model (type `model_inference`) and on tools, `mastra.<type>.input` and
 * `.output` on all others.
 */
export const mastra: Convention = {
  name: 'mastra',
  spec: 'https://mastra.ai/docs/observability/tracing/exporters/otel',
  types: [{ key: 'mastra.span.type', types: new Map(TYPES) }],
  texts: {
    sessionId: ['mastra.metadata.sessionId', 'mastra.metadata.threadId'],
    // The resource of a thread is what its memory belongs to: the user, says Mastra's documentation.
    userId: ['mastra.metadata.userId', 'mastra.metadata.resourceId'],
  },
  payloads: {
    inputs: PAYLOADS_OF.map((word) => `mastra.${word}.input`),
    outputs: PAYLOADS_OF.map((word) => `mastra.${word}.output`),
  },
  timeToFirstToken: [{ key: 'mastra.completion_start_time', unit: 'time' }],
  tags: { labels: ['mastra.tags'] },
};
