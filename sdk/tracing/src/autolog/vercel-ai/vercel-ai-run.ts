import { ATTRIBUTES } from '../../spans/attributes.ts';
import type { LiveSpan } from '../../spans/live-span.ts';
import { SpanType } from '../../spans/span-type.ts';
import { startSpan } from '../../spans/start-span.ts';
import { noteToldCall } from '../told-calls.ts';
import type {
  EmbedEnd,
  EmbedStart,
  LanguageModelEnd,
  LanguageModelStart,
  OperationEnd,
  OperationStart,
  RerankEnd,
  RerankStart,
  ToolEnd,
  ToolEvent,
} from './vercel-ai-events.ts';
import { answerOf, modelInputs, operationInputs, providerOf, toolsOf, usageOf } from './vercel-ai-values.ts';

const TYPES: Readonly<Record<string, SpanType>> = {
  'ai.generateText': SpanType.AGENT,
  'ai.streamText': SpanType.AGENT,
  'ai.generateObject': SpanType.AGENT,
  'ai.streamObject': SpanType.AGENT,
  'ai.embed': SpanType.EMBEDDING,
  'ai.embedMany': SpanType.EMBEDDING,
  'ai.rerank': SpanType.RERANKER,
};

const FORMAT = 'vercel_ai';
const RERANKING = 'rerank';

/** One operation of the AI SDK under way: its span, below it those of its calls to models and of its tools. */
export class VercelAIRun {
  private readonly root: LiveSpan;
  /** A run makes its calls to language models one after another. */
  private modelCall: LiveSpan | undefined;
  /** Calls of tools, of embedding and reranking models, by their own ids. */
  private readonly others = new Map<string, LiveSpan>();

  constructor(event: OperationStart) {
    const { operationId, functionId, recordInputs, runtimeContext = {} } = event;
    const { sessionId, userId } = runtimeContext;
    this.root = startSpan({
      name: functionId ?? operationId.replace(/^ai\./, ''),
      type: TYPES[operationId] ?? SpanType.CHAIN,
      attributes: {
        [ATTRIBUTES.messageFormat]: FORMAT,
        [ATTRIBUTES.session]: sessionId,
        [ATTRIBUTES.user]: userId,
      },
    });
    if (recordInputs !== false) this.root.setInputs(operationInputs(event));
  }

  startModelCall(event: LanguageModelStart): void {
    const { provider, modelId, tools, recordInputs } = event;
    // The one before was given up: the SDK asks again after the error of a stream.
    this.modelCall?.end();
    this.modelCall = this.startCall('chat', SpanType.CHAT_MODEL, { provider, modelId });
    noteToldCall(this.modelCall);
    this.modelCall.setAttributes({ [ATTRIBUTES.tools]: toolsOf(tools) });
    if (recordInputs !== false) this.modelCall.setInputs(modelInputs(event));
  }

  endModelCall(event: LanguageModelEnd): void {
    const { modelId, response, usage, content, objectText, performance, recordOutputs } = event;
    const span = this.modelCall;
    this.modelCall = undefined;
    const waited = performance?.timeToFirstOutputMs;
    span?.setAttributes({
      [ATTRIBUTES.model]: response?.modelId ?? modelId,
      [ATTRIBUTES.tokenUsage]: usage && usageOf(usage),
      [ATTRIBUTES.timeToFirstChunk]: waited === undefined ? undefined : waited / 1000,
    });
    if (recordOutputs !== false) span?.setOutputs(content ? answerOf(content) : objectText);
    span?.end();
  }

  startTool({ toolCall, recordInputs }: ToolEvent): void {
    const span = startSpan({ name: toolCall.toolName, type: SpanType.TOOL, parent: this.root });
    if (recordInputs !== false) span.setInputs(toolCall.input);
    this.others.set(toolCall.toolCallId, span);
  }

  endTool({ toolCall, toolOutput, recordOutputs }: ToolEnd): void {
    const span = this.take(toolCall.toolCallId);
    if (toolOutput.type === 'tool-error') span?.end({ error: toolOutput.error });
    else span?.end(recordOutputs === false ? {} : { outputs: toolOutput.output });
  }

  startEmbedding(event: EmbedStart): void {
    const span = this.startCall('embeddings', SpanType.EMBEDDING, event);
    if (event.recordInputs !== false) span.setInputs(event.values);
    this.others.set(event.embedCallId, span);
  }

  endEmbedding({ embedCallId, embeddings, usage, recordOutputs }: EmbedEnd): void {
    const span = this.take(embedCallId);
    const input = usage?.tokens;
    span?.setAttributes({
      [ATTRIBUTES.tokenUsage]: input === undefined ? undefined : usageOf({ inputTokens: input }),
    });
    span?.end(recordOutputs === false ? {} : { outputs: embeddings });
  }

  startReranking(event: RerankStart): void {
    const span = this.startCall('rerank', SpanType.RERANKER, event);
    if (event.recordInputs !== false) span.setInputs({ query: event.query, documents: event.documents });
    this.others.set(RERANKING, span);
  }

  endReranking({ ranking, recordOutputs }: RerankEnd): void {
    this.take(RERANKING)?.end(recordOutputs === false ? {} : { outputs: ranking });
  }

  /** The span that code of the SDK runs in: a tool's, else the model's. */
  spanOf(toolCallId: string | undefined): LiveSpan {
    return (toolCallId === undefined ? this.modelCall : this.others.get(toolCallId)) ?? this.root;
  }

  end({ text, content, object, embedding, ranking, recordOutputs }: OperationEnd): void {
    this.endRest({});
    const said = text === undefined || text === '' ? content && answerOf(content) : text;
    const outputs = object ?? embedding ?? ranking ?? said;
    this.root.end(recordOutputs === false ? {} : { outputs });
  }

  fail(error: unknown): void {
    this.endRest({ error });
    this.root.end({ error });
  }

  /** Its caller wants no more of it. */
  abandon(): void {
    this.endRest({});
    this.root.end();
  }

  private startCall(
    operation: string,
    type: SpanType,
    { provider, modelId }: { readonly provider: string; readonly modelId: string },
  ): LiveSpan {
    return startSpan({
      name: `${operation} ${modelId}`,
      type,
      parent: this.root,
      attributes: {
        [ATTRIBUTES.messageFormat]: FORMAT,
        [ATTRIBUTES.provider]: providerOf(provider),
        [ATTRIBUTES.model]: modelId,
      },
    });
  }

  private take(id: string): LiveSpan | undefined {
    const span = this.others.get(id);
    this.others.delete(id);
    return span;
  }

  private endRest(end: { readonly error?: unknown }): void {
    this.modelCall?.end(end);
    this.modelCall = undefined;
    for (const span of this.others.values()) span.end(end);
    this.others.clear();
  }
}
