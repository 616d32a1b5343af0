import { randomBytes } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { askDatabase, ExperimentDirectory, type ExperimentPlace } from '@millrace/access';
import { Rejected, Unavailable, type JsonValue, type OtlpSpan } from '@millrace/domain';
import type { ChatMessage, ChatRequest } from '@millrace/ports';
import { MaskedLog } from '@millrace/trace-access';
import { findPromptVersion, readJson } from '@millrace/registered-models';
import { renderPrompt, type PromptTemplate } from '../evaluations/items/prompt-messages.ts';
import { tellTrace } from '../telling/own-traces.ts';
import { PlaygroundCalls, type PlaygroundCall } from './playground-calls.ts';
import { failedSpan, PLAYGROUND_ENTRIES, playgroundSpan } from './playground-trace.ts';

/** What is tried: a registered version of a prompt, or messages that are none yet. */
export type Tried =
  | { readonly kind: 'prompt'; readonly name: string; readonly version: number }
  | {
      readonly kind: 'messages';
      readonly messages: readonly { readonly role: string; readonly content: string }[];
      readonly responseFormat?: Readonly<Record<string, unknown>> | undefined;
    };

export interface PlaygroundRun {
  readonly experimentId: string | undefined;
  readonly tried: Tried;
  readonly variables: Readonly<Record<string, JsonValue>>;
  readonly model: string;
  readonly temperature?: number | undefined;
  readonly topP?: number | undefined;
  readonly maxOutputTokens?: number | undefined;
}

export interface PlaygroundAnswer extends PlaygroundCall {
  /** Undefined where the log could not be told: the answer was paid and is given all the same. */
  readonly traceId: string | undefined;
}

/** A conversation ready to be asked. */
interface Question {
  readonly messages: readonly ChatMessage[];
  readonly schema: Readonly<Record<string, unknown>> | undefined;
  /** The registered version that it is of. */
  readonly prompt: PromptTemplate | undefined;
}

/** Runs prompts that are being worked on: one call of a model, traced in an experiment. */
@Injectable()
export class PlaygroundService {
  private readonly logger = new Logger('Playground');

  constructor(
    private readonly dataSource: DataSource,
    private readonly experiments: ExperimentDirectory,
    private readonly calls: PlaygroundCalls,
    private readonly log: MaskedLog,
  ) {}

  /** Throws Rejected for what can't be asked and what the provider refuses, Unavailable; a call that failed is traced all the same. */
  async run(workspaceId: string, run: PlaygroundRun, stop: AbortSignal): Promise<PlaygroundAnswer> {
    const place = await this.experiments.resolve(workspaceId, { experimentId: run.experimentId });
    const question = await this.toQuestion(workspaceId, run);
    const models = await this.calls.resolve(workspaceId, run.model);
    const traced = { ...question, traceId: randomBytes(16).toString('hex') };
    const startedAt = Date.now();
    const called = await this.calls
      .ask(models, toRequest(question, run), stop)
      .catch(async (error: unknown) => {
        const message = error instanceof Error ? error.message : String(error);
        const failure = { startedAt, endedAt: Date.now(), model: run.model, message };
        await this.trace(place, failedSpan({ ...traced, ...failure }));
        throw error;
      });
    const { call } = called;
    return { ...called, traceId: await this.trace(place, playgroundSpan({ ...traced, call })) };
  }

  private async toQuestion(workspaceId: string, { tried, variables }: PlaygroundRun): Promise<Question> {
    if (tried.kind === 'messages') {
      const template = JSON.stringify(tried.messages);
      const draft: PromptTemplate = { name: 'draft', version: 0, kind: 'chat', template };
      return { messages: renderPrompt(draft, variables), schema: tried.responseFormat, prompt: undefined };
    }
    const { name, version } = await askDatabase(this.dataSource, (manager) =>
      findPromptVersion(manager, workspaceId, `prompts:/${tried.name}/${tried.version}`),
    );
    const { templateKind, template, responseFormat } = version;
    const prompt = { name, version: version.version, kind: templateKind ?? 'text', template: template ?? '' };
    return {
      messages: renderPrompt(prompt, variables),
      schema: responseFormat === null ? undefined : (readJson(responseFormat) as Question['schema']),
      prompt,
    };
  }

  /** The trace's id; undefined where the log could not be told. */
  private async trace(place: ExperimentPlace, span: OtlpSpan): Promise<string | undefined> {
    const { traceId } = span;
    try {
      await tellTrace(this.log, { ...place, traceId, entries: PLAYGROUND_ENTRIES, spans: [span] });
      return traceId;
    } catch (error) {
      if (!(error instanceof Unavailable || error instanceof Rejected)) throw error;
      this.logger.warn(`A run of the playground could not be traced: ${error.message}`);
      return undefined;
    }
  }
}

function toRequest({ messages, schema }: Question, run: PlaygroundRun): ChatRequest {
  const { temperature, topP, maxOutputTokens } = run;
  return {
    messages,
    temperature,
    topP,
    maxOutputTokens,
    ...(schema && { json: { name: 'answer', schema } }),
  };
}
