import { Module } from '@nestjs/common';
import { AuthenticationModule, AccessModule } from '@millrace/access';
import { LlmModule, llmConfigSchema } from '@millrace/adapter-llm';
import { LocalSpanLogModule } from '@millrace/adapter-local-log';
import { PostgresModule } from '@millrace/adapter-postgres';
import { CodeRunnerModule, quickJsConfigSchema } from '@millrace/adapter-quickjs';
import { EVALUATION_ENTITIES, evaluationConfigSchema } from '@millrace/feature-evaluation';
import { GatewaySecret, MODEL_ACCESS_ENTITIES, ModelAccessModule, sealValues } from '@millrace/model-access';
import { decodeTraceRecord, SpanLog, type LogRecord, type TraceRecord } from '@millrace/ports';
import {
  SecretBox,
  SecretsModule,
  ServiceKitModule,
  startService,
  type RunningService,
} from '@millrace/service-kit';
import { MaskedLog } from '@millrace/trace-access';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { EvaluationOptions } from '../../libs/features/evaluation/src/evaluation.config.ts';
import { JUDGING_PROVIDERS } from '../../libs/features/evaluation/src/judging/judging-providers.ts';

export interface JudgingProcess {
  readonly app: RunningService['app'];
  readonly dataSource: DataSource;
  /** What it appended to the log, oldest first. */
  readonly records: readonly TraceRecord[];
  /** The log takes nothing until the function it answers is called. */
  blockLog(): () => void;
  stop(): Promise<void>;
}

/** Fields of `judging` in the settings of evaluation. */
export type JudgingSettings = Partial<ReturnType<typeof evaluationConfigSchema.parse>['judging']>;

/** What judges, with a real PostgreSQL, a real local log and the real packages of providers, without the rest of the evaluator. */
export async function startJudging(
  postgresUrl: string,
  logDir: string,
  settings: JudgingSettings = {},
): Promise<JudgingProcess> {
  const config = evaluationConfigSchema.parse({ judging: settings });
  @Module({
    imports: [
      ServiceKitModule.for('evaluator'),
      AuthenticationModule.register({ isRequired: false }),
      PostgresModule.register({ url: postgresUrl, migrate: true }, [
        ...EVALUATION_ENTITIES,
        ...MODEL_ACCESS_ENTITIES,
      ]),
      LocalSpanLogModule.register({ dir: logDir }),
      LlmModule.register(llmConfigSchema.parse({ allowPrivateTargets: true })),
      SecretsModule.register({ key: Buffer.alloc(32, 'tests').toString('base64') }),
      CodeRunnerModule.register(quickJsConfigSchema.parse({})),
      AccessModule,
      ModelAccessModule,
    ],
    providers: [
      ...JUDGING_PROVIDERS,
      MaskedLog,
      { provide: EvaluationOptions, useValue: new EvaluationOptions(config) },
    ],
  })
  class JudgingUnderTest {}
  const { app, stop } = await startService({
    name: 'evaluator',
    module: JudgingUnderTest,
    host: '127.0.0.1',
    listeners: [{ port: 0, setting: 'MILLRACE_PORT' }],
    logLevel: 'error',
  });
  const { records, block } = watchLog(app.get(SpanLog));
  return {
    app,
    dataSource: await app.get(DataSource).initialize(),
    records,
    blockLog: block,
    stop,
  };
}

/** A key of OpenAI for a workspace, at another address. */
export async function addSecret(
  { app, dataSource }: JudgingProcess,
  workspaceId: string,
  baseUrl: string,
): Promise<void> {
  const id = `s-${randomUUID().replaceAll('-', '')}`;
  await dataSource.manager.insert(GatewaySecret, {
    id,
    workspaceId,
    name: 'openai',
    provider: 'openai',
    sealedValues: sealValues(app.get(SecretBox), id, JSON.stringify({ api_key: 'sk-test' })),
    maskedValues: {},
    authConfig: { api_base: baseUrl },
    creationTime: 0,
    lastUpdateTime: 0,
  });
}

/** Appends go through to the log; they are seen on the way, and may be held up. */
function watchLog(log: SpanLog) {
  const records: TraceRecord[] = [];
  let gate = Promise.resolve();
  const append = log.append.bind(log);
  log.append = async (given: readonly LogRecord[]) => {
    await gate;
    await append(given);
    records.push(...given.map(({ value }) => decodeTraceRecord(Uint8Array.from(value))));
  };
  const block = (): (() => void) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    gate = promise;
    return resolve;
  };
  return { records, block };
}
