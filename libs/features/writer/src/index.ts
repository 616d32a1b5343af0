export { WriterModule } from './writer.module.ts';
export { writerConfigSchema, type WriterConfig } from './writer.config.ts';
