export { llmConfigSchema, type LlmConfig } from './llm.config.ts';
export { LlmModule, openChatModel } from './llm.module.ts';
