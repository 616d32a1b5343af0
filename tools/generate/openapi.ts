import 'reflect-metadata';
import { describeApi } from '@millrace/service-kit';
import { AppModule as Evaluator } from '../../apps/evaluator/src/app.module.ts';
import { AppModule as Ingest } from '../../apps/ingest/src/app.module.ts';
import { AppModule as QueryApi } from '../../apps/query-api/src/app.module.ts';
import { AppModule as Registry } from '../../apps/registry/src/app.module.ts';
import { AppModule as Writer } from '../../apps/writer/src/app.module.ts';
import { mergeOpenApi } from './merge-openapi.ts';
import { EXAMPLE_ENVIRONMENT as environment, SETTINGS_OF_APPS as settings } from './settings-of-apps.ts';

/** The API of all services as one document. @public generate.mjs imports it by its path. */
export async function generate(): Promise<string> {
  const modules = [
    QueryApi.for(settings['query-api'].parse(environment)),
    Registry.for(settings.registry.parse(environment)),
    Ingest.for(settings.ingest.parse({ ...environment, MILLRACE_OTLP_HTTP_PORT: '4318' })),
    Writer.for(settings.writer.parse(environment)),
    Evaluator.for(settings.evaluator.parse(environment)),
  ];
  const documents = [];
  for (const module of modules) documents.push(await describeApi(module));
  return JSON.stringify(mergeOpenApi(documents), undefined, 2);
}
