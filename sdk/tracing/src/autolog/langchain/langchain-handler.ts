import { guarded } from '../../runtime.ts';
import { ATTRIBUTES } from '../../spans/attributes.ts';
import type { LiveSpan } from '../../spans/live-span.ts';
import { SpanType } from '../../spans/span-type.ts';
import { isTracing } from '../model-call.ts';
import { noteAskedModel } from '../told-calls.ts';
import { LangChainRuns } from './langchain-runs.ts';
import type { Document, ExtraParams, LLMResult, Message, Metadata, Serialized } from './langchain-types.ts';
import {
  answeringModel,
  chatInputs,
  chatOutputs,
  modelOf,
  plain,
  plainDocuments,
  toolInputs,
  toolsOf,
  unwrapped,
  usageOf,
} from './langchain-values.ts';

const FORMAT = 'langchain';
const HIDDEN = 'langsmith:hidden';

/** A run as it begins. */
interface Begun {
  readonly runId: string;
  readonly parentRunId: string | undefined;
  readonly name: string;
  readonly type: SpanType;
  readonly metadata: Metadata;
}

/** One for each run that the application begins and for all below it, with the interface of LangChain's callback handlers. */
export class LangChainHandler {
  readonly name = 'millrace';
  /** In the context of what it is told of, and before that goes on. */
  readonly awaitHandlers = true;
  readonly raiseError = false;
  readonly runs: LangChainRuns;
  private readonly unanswered = new Map<string, number>();
  private readonly askedModels = new Map<string, () => void>();

  private thread: unknown;
  private toldThread: unknown;

  constructor(runs: LangChainRuns) {
    this.runs = runs;
  }

  /** The thread of LangGraph that what begins next belongs to. */
  noteThread(thread: unknown): void {
    if (thread !== undefined) this.thread = thread;
  }

  handleChainStart(
    ...[chain, inputs, runId, parentRunId, tags, metadata, runType, runName]: ChainStart
  ): void {
    if (tags?.includes(HIDDEN)) return this.runs.hide(runId, parentRunId);
    const type = runType === 'parser' ? SpanType.PARSER : SpanType.CHAIN;
    const name = runName ?? nameOf(chain, 'chain');
    this.start({ runId, parentRunId, name, type, metadata }, () => plain(unwrapped(inputs, 'input')));
  }

  handleChainEnd(outputs: unknown, runId: string): void {
    this.end(runId, () => plain(unwrapped(outputs, 'output')));
  }

  handleChainError(error: unknown, runId: string): void {
    this.fail(runId, error);
  }

  handleChatModelStart(
    ...[llm, messages, runId, parentRunId, extra, , metadata, runName]: ChatModelStart
  ): void {
    const name = runName ?? nameOf(llm, 'chat model');
    const begun = { runId, parentRunId, name, type: SpanType.CHAT_MODEL, metadata };
    this.startModel(begun, extra, () => chatInputs(messages));
  }

  handleLLMStart(...[llm, prompts, runId, parentRunId, extra, , metadata, runName]: ModelStart): void {
    const name = runName ?? nameOf(llm, 'llm');
    this.startModel({ runId, parentRunId, name, type: SpanType.LLM, metadata }, extra, () => prompts);
  }

  handleLLMNewToken(_token: string, _index: unknown, runId: string): void {
    const startedAt = this.unanswered.get(runId);
    if (startedAt === undefined) return;
    this.unanswered.delete(runId);
    const seconds = (performance.now() - startedAt) / 1000;
    this.runs.spanOf(runId)?.setAttribute(ATTRIBUTES.timeToFirstChunk, seconds);
  }

  handleLLMEnd(result: LLMResult, runId: string): void {
    guarded(() =>
      this.runs.spanOf(runId)?.setAttributes({
        [ATTRIBUTES.model]: answeringModel(result),
        [ATTRIBUTES.tokenUsage]: usageOf(result),
      }),
    );
    this.end(runId, () => chatOutputs(result));
  }

  handleLLMError(error: unknown, runId: string): void {
    this.fail(runId, error);
  }

  handleToolStart(...[tool, input, runId, parentRunId, , metadata, runName]: ToolStart): void {
    const name = runName ?? nameOf(tool, 'tool');
    this.start({ runId, parentRunId, name, type: SpanType.TOOL, metadata }, () => toolInputs(input));
  }

  handleToolEnd(output: unknown, runId: string): void {
    this.end(runId, () => plain(output));
  }

  handleToolError(error: unknown, runId: string): void {
    this.fail(runId, error);
  }

  handleRetrieverStart(...[retriever, query, runId, parentRunId, , metadata, runName]: ToolStart): void {
    const name = runName ?? nameOf(retriever, 'retriever');
    this.start({ runId, parentRunId, name, type: SpanType.RETRIEVER, metadata }, () => query);
  }

  handleRetrieverEnd(documents: readonly Document[], runId: string): void {
    this.end(runId, () => plainDocuments(documents));
  }

  handleRetrieverError(error: unknown, runId: string): void {
    this.fail(runId, error);
  }

  private start(begun: Begun, inputs: () => unknown): LiveSpan | undefined {
    if (!isTracing()) return undefined;
    const { runId, parentRunId, name, type } = begun;
    const span = this.runs.start(runId, parentRunId, { name, type });
    span.setAttributes({ [ATTRIBUTES.session]: this.untoldThread() });
    guarded(() => span.setInputs(inputs()));
    return span;
  }

  /** Every run below is told of it too, and need not repeat it. */
  private untoldThread(): unknown {
    const isTold = this.thread === this.toldThread;
    this.toldThread = this.thread;
    return isTold ? undefined : this.thread;
  }

  private startModel(begun: Begun, extra: ExtraParams = {}, inputs: () => unknown): void {
    const span = this.start(begun, inputs);
    if (!span) return;
    const model = modelOf(begun.metadata, extra);
    this.unanswered.set(begun.runId, performance.now());
    if (typeof model === 'string') this.askedModels.set(begun.runId, noteAskedModel(model));
    guarded(() =>
      span.setAttributes({
        [ATTRIBUTES.messageFormat]: FORMAT,
        [ATTRIBUTES.provider]: begun.metadata?.['ls_provider'],
        [ATTRIBUTES.model]: model,
        [ATTRIBUTES.tools]: toolsOf(extra),
        invocation_params: extra.invocation_params,
      }),
    );
  }

  private end(runId: string, outputs: () => unknown): void {
    guarded(() => this.runs.spanOf(runId)?.setOutputs(outputs()));
    this.close(runId, {});
  }

  /** LangGraph interrupts a run by throwing, which is no failure. */
  private fail(runId: string, error: unknown): void {
    const isInterruption = Reflect.get(Object(error) as object, 'is_bubble_up') === true;
    this.close(runId, isInterruption ? {} : { error });
  }

  private close(runId: string, end: { readonly error?: unknown }): void {
    this.unanswered.delete(runId);
    this.askedModels.get(runId)?.();
    this.askedModels.delete(runId);
    this.runs.end(runId, end);
  }
}

type Id = string;
type Run = readonly [runId: Id, parentRunId: Id | undefined];
type ChainStart = readonly [
  chain: Serialized | undefined,
  inputs: unknown,
  ...Run,
  tags?: readonly string[],
  metadata?: Metadata,
  runType?: string,
  runName?: string,
];
type ModelStart<Given = readonly string[]> = readonly [
  llm: Serialized | undefined,
  given: Given,
  ...Run,
  extra?: ExtraParams,
  tags?: readonly string[],
  metadata?: Metadata,
  runName?: string,
];
type ChatModelStart = ModelStart<readonly (readonly Message[])[]>;
type ToolStart = readonly [
  tool: Serialized | undefined,
  input: string,
  ...Run,
  tags?: readonly string[],
  metadata?: Metadata,
  runName?: string,
];

function nameOf(serialized: Serialized | undefined, otherwise: string): string {
  return serialized?.name ?? serialized?.id?.at(-1) ?? otherwise;
}
