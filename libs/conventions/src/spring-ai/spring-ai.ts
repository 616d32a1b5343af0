import type { Convention } from '../convention.ts';

/**
 * Spring AI's observations through Micrometer, which makes every value a text and writes `none` for what is missing. Its `gen_ai.system` =
 * `spring_ai` names itself. Prompts and answers are in its spans only before 1.0 (as events of `gen_ai.content.*`), since then in log
 * lines; those of tools and vector stores where the application's properties say so.
 */
export const springAi: Convention = {
  name: 'spring-ai',
  spec: 'https://docs.spring.io/spring-ai/reference/observability/index.html',
  types: [
    {
      key: 'spring.ai.kind',
      types: new Map([
        ['chat_client', 'CHAIN'],
        ['advisor', 'CHAIN'],
        ['tool_call', 'TOOL'],
        ['vector_store', 'RETRIEVER'],
      ]),
    },
  ],
  texts: { sessionId: ['spring.ai.chat.client.conversation.id'] },
  unset: ['none'],
  payloads: {
    inputs: ['spring.ai.tool.call.arguments', 'spring.ai.chat.client.user.text', 'db.vector.query.content'],
    outputs: ['spring.ai.tool.call.result', 'db.vector.query.response.documents'],
    tools: ['spring.ai.model.request.tool.names', 'spring.ai.chat.client.tool.names'],
    documents: ['db.vector.query.response.documents'],
  },
};
