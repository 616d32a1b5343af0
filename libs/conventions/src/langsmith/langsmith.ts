import type { Convention } from '../convention.ts';

const METADATA = 'langsmith.metadata.';

/**
 * LangSmith's OTel mode for LangChain, LangGraph and `@traceable`. Its `langsmith.trace.session_*` name a project; a conversation is a
 * thread, told in the metadata. It writes `gen_ai.system` = `langchain` wherever it does not look for the provider.
 */
export const langsmith: Convention = {
  name: 'langsmith',
  spec: 'https://docs.langchain.com/langsmith/trace-with-opentelemetry#supported-opentelemetry-attribute-and-event-mapping',
  types: [
    {
      key: 'langsmith.span.kind',
      types: new Map([
        ['llm', 'CHAT_MODEL'],
        ['chain', 'CHAIN'],
        ['tool', 'TOOL'],
        ['retriever', 'RETRIEVER'],
        ['embedding', 'EMBEDDING'],
        ['parser', 'PARSER'],
        ['prompt', 'PROMPT'],
      ]),
    },
  ],
  texts: {
    provider: [`${METADATA}ls_provider`],
    sessionId: [`${METADATA}session_id`, `${METADATA}thread_id`, `${METADATA}conversation_id`],
    userId: [`${METADATA}user_id`],
  },
  tags: {
    labels: ['langsmith.span.tags'],
    separator: ',',
    prefixes: [METADATA],
    // What the libraries note about themselves.
    hidden: [
      'ls_',
      'lc_',
      'LANGSMITH_',
      'LANGCHAIN_',
      'langgraph_',
      'revision_id',
      'checkpoint_ns',
      'usage_metadata',
    ],
  },
  // https://reference.langchain.com: UsageMetadata counts cached tokens as input and reasoning as output, whatever the provider.
  usage: {
    key: `${METADATA}usage_metadata`,
    fields: {
      input_tokens: 'input',
      output_tokens: 'output',
      total_tokens: 'total',
      'input_token_details.cache_read': 'cacheRead',
      'input_token_details.cache_creation': 'cacheWrite',
      'output_token_details.reasoning': 'reasoning',
      'input_token_details.audio': 'inputAudio',
      'output_token_details.audio': 'outputAudio',
    },
  },
};
