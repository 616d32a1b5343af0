export { CodeRunnerModule } from './code-runner.module.ts';
export { quickJsConfigSchema, type QuickJsConfig } from './quickjs.config.ts';
