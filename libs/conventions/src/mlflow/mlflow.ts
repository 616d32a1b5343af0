import type { Convention } from '../convention.ts';

/** Attributes of MLflow's tracing SDK. Its client counts cached tokens as input for every provider. */
export const mlflow: Convention = {
  name: 'mlflow',
  spec: 'https://github.com/mlflow/mlflow/blob/master/mlflow/tracing/constant.py',
  types: [{ key: 'mlflow.spanType', types: 'as-is' }],
  texts: {
    model: ['mlflow.llm.model'],
    provider: ['mlflow.llm.provider'],
    sessionId: ['mlflow.trace.session'],
    userId: ['mlflow.trace.user'],
    messageFormat: ['mlflow.message.format'],
    loggedModel: ['mlflow.modelId'],
  },
  payloads: { inputs: ['mlflow.spanInputs'], outputs: ['mlflow.spanOutputs'], tools: ['mlflow.chat.tools'] },
  promptLists: ['mlflow.linkedPrompts'],
  usage: {
    key: 'mlflow.chat.tokenUsage',
    fields: {
      input_tokens: 'input',
      output_tokens: 'output',
      total_tokens: 'total',
      cache_read_input_tokens: 'cacheRead',
      cache_creation_input_tokens: 'cacheWrite',
    },
  },
};
