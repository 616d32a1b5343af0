import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { askDatabase } from '@millrace/access';
import type { DatasetRecord } from '@millrace/datasets';
import type { AttributeMap } from '@millrace/domain';
import { ModelCaller, ModelDirectory } from '@millrace/model-access';
import type { ChatAnswer } from '@millrace/ports';
import type { DatasetSelection, DatasetTask, Evaluation } from '../evaluation.ts';
import { findPrompt, renderPrompt } from './prompt-messages.ts';
import { RecordTraces, type RecordAnswer } from './record-traces.ts';

const TIMEOUT_MS = 120_000;

/** Makes the traces of records: of the outputs they have, or of what a model answers. */
@Injectable()
export class RecordAnswers {
  constructor(
    private readonly dataSource: DataSource,
    private readonly models: ModelDirectory,
    private readonly caller: ModelCaller,
    private readonly traces: RecordTraces,
  ) {}

  /** Throws Rejected for a prompt or model that can't be used, Unavailable. */
  async make(
    evaluation: Evaluation,
    { task }: DatasetSelection,
    record: DatasetRecord,
    stop: AbortSignal,
  ): Promise<void> {
    const answer = task
      ? await this.ask(evaluation.workspaceId, task, record, stop)
      : {
          recordId: record.id,
          inputs: record.inputs,
          outputs: record.outputs ?? null,
          startedAt: evaluation.creationTime,
          endedAt: evaluation.creationTime,
        };
    await this.traces.make(evaluation, answer);
  }

  private async ask(
    workspaceId: string,
    task: DatasetTask,
    { id, inputs }: DatasetRecord,
    stop: AbortSignal,
  ): Promise<RecordAnswer> {
    const prompt = await askDatabase(this.dataSource, (manager) =>
      findPrompt(manager, workspaceId, task.prompt),
    );
    const messages = renderPrompt(prompt, inputs);
    const models = await this.models.resolve(workspaceId, task.model);
    const startedAt = Date.now();
    const { answer, model, provider } = await this.caller.ask(
      models,
      { messages },
      { stop, timeoutMs: TIMEOUT_MS },
    );
    const linked = JSON.stringify([{ name: prompt.name, version: String(prompt.version) }]);
    return {
      recordId: id,
      inputs,
      outputs: answer.text,
      startedAt,
      endedAt: Date.now(),
      attributes: new Map([...modelAttributes(model, provider, answer), ['mlflow.linkedPrompts', linked]]),
    };
  }
}

/** Source: mlflow.tracing.constant.SpanAttributeKey; its values are JSON. */
function modelAttributes(model: string, provider: string, { usage }: ChatAnswer): AttributeMap {
  const { input, output } = usage;
  return new Map([
    ['mlflow.spanType', JSON.stringify('CHAT_MODEL')],
    ['mlflow.llm.model', JSON.stringify(model)],
    ['mlflow.llm.provider', JSON.stringify(provider)],
    [
      'mlflow.chat.tokenUsage',
      JSON.stringify({ input_tokens: input, output_tokens: output, total_tokens: input + output }),
    ],
  ]);
}
