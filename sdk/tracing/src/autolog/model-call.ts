import { context } from '@opentelemetry/api';
import { currentRuntime, guarded } from '../runtime.ts';
import { ATTRIBUTES } from '../spans/attributes.ts';
import type { LiveSpan } from '../spans/live-span.ts';
import type { SpanType } from '../spans/span-type.ts';
import { contextOf, startSpan } from '../spans/start-span.ts';
import { noteToldCall } from './told-calls.ts';
import { observeIterator, type StreamObserver } from '../streams/observed.ts';

/** Token counts in MLflow's words; `input_tokens` includes what came from a cache. */
export interface TokenUsage {
  readonly input_tokens: number;
  readonly output_tokens: number;
  readonly total_tokens: number;
  readonly cache_read_input_tokens?: number;
  readonly cache_creation_input_tokens?: number;
}

/** What of an answer a span says. */
export interface Answer {
  readonly outputs: unknown;
  /** As the provider names it, which may be more exact than what was asked for. */
  readonly model?: string | undefined;
  readonly usage?: TokenUsage | undefined;
  /** Where the answer alone tells what was done. */
  readonly type?: SpanType;
}

/** Puts the chunks of a streamed answer together. */
export interface AnswerBuilder<Chunk> {
  add(chunk: Chunk): void;
  /** Whether the model has said something yet. */
  readonly hasContent: boolean;
  build(): Answer;
}

/** How a kind of call to a model is told. */
export interface ModelCallKind<Body, Data, Chunk> {
  readonly operation: string;
  readonly type: SpanType;
  readonly provider: string;
  /** Of what MLflow has a name for. */
  readonly messageFormat?: string;
  modelOf(body: Body): string | undefined;
  /** What of the request is the provider's, where that is not all of it. */
  readonly inputsOf?: (body: Body) => unknown;
  /** The tools on offer as MLflow writes them, where the body has them elsewhere than in `tools` or in other words. */
  readonly toolsOf?: (body: Body) => readonly unknown[];
  readAnswer(data: Data): Answer;
  /** The chunks within what a streamed call answers, where they are not all of it. */
  readonly streamIn?: (data: Data) => unknown;
  /** Undefined where such a call is never streamed. */
  readonly startAnswer?: () => AnswerBuilder<Chunk>;
}

/** What can become of a call that is under way. */
export interface ObservedCall {
  succeed(data: unknown): void;
  fail(error: unknown): void;
  /** What of an answer may be a stream of chunks. */
  streamIn(data: unknown): unknown;
  /** Its reader takes the answer as bytes: what is in them is not known here. */
  endUnread(): void;
  /** The chunks as their reader takes them; the span ends with the last. */
  observe(chunks: AsyncIterator<unknown>): AsyncIterableIterator<unknown>;
}

/** A call to a model under way, as a span. */
export class ModelCall<Body extends object, Data, Chunk> implements ObservedCall {
  private readonly startedAt = performance.now();

  readonly span: LiveSpan;
  private readonly kind: ModelCallKind<Body, Data, Chunk>;

  private constructor(span: LiveSpan, kind: ModelCallKind<Body, Data, Chunk>) {
    this.span = span;
    this.kind = kind;
  }

  static start<Body extends object, Data, Chunk>(
    kind: ModelCallKind<Body, Data, Chunk>,
    body: Body,
  ): ModelCall<Body, Data, Chunk> {
    const model = kind.modelOf(body);
    const span = startSpan({
      name: model === undefined ? kind.operation : `${kind.operation} ${model}`,
      type: kind.type,
      inputs: kind.inputsOf ? kind.inputsOf(body) : body,
      attributes: {
        [ATTRIBUTES.messageFormat]: kind.messageFormat,
        [ATTRIBUTES.provider]: kind.provider,
        [ATTRIBUTES.model]: model,
        [ATTRIBUTES.tools]: toolsIn(kind, body),
      },
    });
    noteToldCall(span);
    return new ModelCall(span, kind);
  }

  /** Runs the call of the library within the span. */
  run<Result>(code: () => Result): Result {
    return context.with(contextOf(this.span), code);
  }

  succeed(data: Data): void {
    guarded(() => this.tell(this.kind.readAnswer(data)));
    this.span.end();
  }

  fail(error: unknown): void {
    this.span.end({ error });
  }

  streamIn(data: Data): unknown {
    return this.kind.streamIn ? this.kind.streamIn(data) : data;
  }

  endUnread(): void {
    this.span.end();
  }

  observe(chunks: AsyncIterator<Chunk>): AsyncIterableIterator<Chunk> {
    return observeIterator(chunks, this.observer());
  }

  private observer(): StreamObserver<Chunk> {
    const answer = this.kind.startAnswer?.();
    let isFirst = true;
    return {
      onChunk: (chunk) => {
        answer?.add(chunk);
        if (!isFirst || !answer?.hasContent) return;
        isFirst = false;
        const seconds = (performance.now() - this.startedAt) / 1000;
        this.span.setAttribute(ATTRIBUTES.timeToFirstChunk, seconds);
      },
      onEnd: () => {
        guarded(() => answer && this.tell(answer.build()));
        this.span.end();
      },
      onError: (error) => {
        guarded(() => answer && this.tell(answer.build()));
        this.span.end({ error });
      },
    };
  }

  private tell({ outputs, model, usage, type }: Answer): void {
    this.span.setOutputs(outputs);
    if (type !== undefined) this.span.setType(type);
    this.span.setAttributes({ [ATTRIBUTES.model]: model, [ATTRIBUTES.tokenUsage]: usage });
  }
}

function toolsIn<Body extends object>(
  kind: ModelCallKind<Body, never, never>,
  body: Body,
): readonly unknown[] | undefined {
  const tools: unknown = kind.toolsOf ? kind.toolsOf(body) : Reflect.get(body, 'tools');
  return Array.isArray(tools) && tools.length > 0 ? tools : undefined;
}

/** Whether calls are to be told at all. */
export function isTracing(): boolean {
  return currentRuntime() !== undefined;
}
