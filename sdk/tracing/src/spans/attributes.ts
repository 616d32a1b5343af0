/** Attributes of MLflow's tracing SDK, which Millrace reads. */
export const ATTRIBUTES = {
  type: 'mlflow.spanType',
  inputs: 'mlflow.spanInputs',
  outputs: 'mlflow.spanOutputs',
  functionName: 'mlflow.spanFunctionName',
  model: 'mlflow.llm.model',
  provider: 'mlflow.llm.provider',
  tokenUsage: 'mlflow.chat.tokenUsage',
  tools: 'mlflow.chat.tools',
  messageFormat: 'mlflow.message.format',
  session: 'mlflow.trace.session',
  user: 'mlflow.trace.user',
  tagPrefix: 'mlflow.traceTag.',
  timeToFirstChunk: 'gen_ai.response.time_to_first_chunk',
} as const;
