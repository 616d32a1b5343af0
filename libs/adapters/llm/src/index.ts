export { llmConfigSchema, type LlmConfig } from './llm.config.ts';
export { LlmModule } from './llm.module.ts';
