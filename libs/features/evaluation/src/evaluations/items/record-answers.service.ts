import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { askDatabase, PriceDirectory } from '@millrace/access';
import type { DatasetRecord } from '@millrace/datasets';
import { ModelCaller, ModelDirectory } from '@millrace/model-access';
import type { ChatAnswer, ChatMessage } from '@millrace/ports';
import { estimateCall, priceCalls } from '../../judging/asking/price-calls.ts';
import { modelAttributes, promptAttributes } from '../../telling/model-call-attributes.ts';
import type { DatasetSelection, DatasetTask, Evaluation, EvaluationItem } from '../evaluation.ts';
import { EvaluationSpend } from '../evaluation-spend.ts';
import { findPrompt, renderPrompt } from './prompt-messages.ts';
import { RecordTraces, type RecordAnswer } from './record-traces.ts';

const TIMEOUT_MS = 120_000;

/** A row of the ledger about a record. */
export interface RecordPlace {
  readonly evaluation: Evaluation;
  readonly item: EvaluationItem;
  readonly selection: DatasetSelection;
}

type Asked = Awaited<ReturnType<ModelCaller['ask']>>;

/** Makes the traces of records: of the outputs they have, or of what a model answers. */
@Injectable()
export class RecordAnswers {
  constructor(
    private readonly dataSource: DataSource,
    private readonly models: ModelDirectory,
    private readonly caller: ModelCaller,
    private readonly prices: PriceDirectory,
    private readonly traces: RecordTraces,
  ) {}

  /** Throws Rejected for a prompt or model that can't be used, BudgetSpent, Unavailable. */
  async make(place: RecordPlace, record: DatasetRecord, stop: AbortSignal): Promise<void> {
    const { evaluation, selection } = place;
    const { task } = selection;
    const answer = task
      ? await this.answer(place, task, record, stop)
      : {
          recordId: record.id,
          inputs: record.inputs,
          outputs: record.outputs ?? null,
          startedAt: evaluation.creationTime,
          endedAt: evaluation.creationTime,
        };
    await this.traces.make(evaluation, answer);
  }

  private async answer(
    place: RecordPlace,
    task: DatasetTask,
    { id, inputs }: DatasetRecord,
    stop: AbortSignal,
  ): Promise<RecordAnswer> {
    const { workspaceId } = place.evaluation;
    const prompt = await askDatabase(this.dataSource, (manager) =>
      findPrompt(manager, workspaceId, task.prompt),
    );
    const messages = renderPrompt(prompt, inputs);
    const startedAt = Date.now();
    const { answer, model, provider } = await this.pay(place, task.model, messages, stop);
    return {
      recordId: id,
      inputs,
      outputs: answer.text,
      startedAt,
      endedAt: Date.now(),
      attributes: new Map([
        ['mlflow.spanType', JSON.stringify('CHAT_MODEL')],
        ...modelAttributes({ model, provider, usage: answer.usage }),
        ...promptAttributes(prompt),
      ]),
    };
  }

  /** Reserved before and settled after, as a judge's call is. */
  private async pay(
    { evaluation, item }: RecordPlace,
    modelName: string,
    messages: readonly ChatMessage[],
    stop: AbortSignal,
  ): Promise<Asked> {
    const { workspaceId } = evaluation;
    const models = await this.models.resolve(workspaceId, modelName);
    const overrides = await this.prices.overridesOf(workspaceId);
    const [first] = models.candidates;
    const estimate = first ? estimateCall({ messages }, first, overrides) : 0;
    const spend = EvaluationSpend.of(this.dataSource, evaluation, item, stop);
    await spend?.reserve(estimate);
    let costUsd = 0;
    try {
      const startedAt = Date.now();
      const asked = await this.caller.ask(models, { messages }, { stop, timeoutMs: TIMEOUT_MS });
      const { provider, answer } = asked;
      const call = { provider, model: answer.model ?? asked.model, usage: answer.usage, startedAt };
      costUsd = priceCalls([call], overrides) ?? 0;
      await this.count(item, answer, costUsd);
      return asked;
    } finally {
      await spend?.settle(estimate, costUsd);
    }
  }

  /** Added, not set: an answer that a kill took before its trace was made is paid again. */
  private async count({ id }: EvaluationItem, { usage }: ChatAnswer, costUsd: number): Promise<void> {
    await askDatabase(this.dataSource, (manager) =>
      manager.query(
        `UPDATE evaluation_items SET answer_usd = answer_usd + $2, answer_input_tokens = answer_input_tokens + $3,
           answer_output_tokens = answer_output_tokens + $4 WHERE id = $1`,
        [id, costUsd, usage.input, usage.output],
      ),
    );
  }
}
