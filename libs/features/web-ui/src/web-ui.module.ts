import { Module, type DynamicModule } from '@nestjs/common';
import { WebUiFiles, WebUiOptions } from './web-ui-files.ts';

/** Serves the web UI: its pages at `/`, `/experiments/…`, `/prompts/…` and so on, its files at `/assets/`. */
@Module({})
export class WebUiModule {
  /**
   * @param dir the built UI; without it the rest of Millrace runs, and the pages say how to build it.
   * @param notebookOrigins whose notebooks may show traces, beside those on the reader's own machine
   */
  static for(dir: string, notebookOrigins: readonly string[] = []): DynamicModule {
    return {
      module: WebUiModule,
      providers: [WebUiFiles, { provide: WebUiOptions, useValue: new WebUiOptions(dir, notebookOrigins) }],
    };
  }
}
