import { CodeRunner } from '@millrace/ports';
import { Module, type DynamicModule } from '@nestjs/common';
import type { QuickJsConfig } from './quickjs.config.ts';
import { QuickJsCodeRunner } from './quickjs-code-runner.ts';

/** Provides CodeRunner. No thread is started before the first program. */
@Module({})
export class CodeRunnerModule {
  static register(config: QuickJsConfig): DynamicModule {
    return {
      module: CodeRunnerModule,
      global: true,
      providers: [{ provide: CodeRunner, useFactory: () => new QuickJsCodeRunner(config) }],
      exports: [CodeRunner],
    };
  }
}
