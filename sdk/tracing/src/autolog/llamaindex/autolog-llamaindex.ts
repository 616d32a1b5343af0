import { SpanType } from '../../spans/span-type.ts';
import { withSpan } from '../../spans/trace.ts';
import { isTracing } from '../model-call.ts';
import { patchMethod, stopAll, type StopAutolog } from '../patch-method.ts';
import { watchModelCalls, type Asked } from '../watch-model-calls.ts';
import { chatKind, type ChatParams, type LlamaTool } from './chat-kind.ts';

/** A class of LlamaIndex: of models, retrievers, engines, embeddings. */
export interface LlamaIndexClass {
  readonly prototype: object;
}

interface Model {
  readonly metadata?: { readonly model?: string };
}

interface Step {
  readonly method: string;
  readonly type: SpanType;
  /** Another method of the classes that are meant. */
  readonly beside?: string;
  /** A method of classes that are not. */
  readonly without?: string;
}

/** What the classes do, by the methods that they have. */
const STEPS: readonly Step[] = [
  // That of a query engine comes to its retriever, or to nothing.
  { method: 'retrieve', type: SpanType.RETRIEVER, without: 'query' },
  { method: 'query', type: SpanType.CHAIN },
  { method: 'synthesize', type: SpanType.CHAIN },
  { method: 'chat', type: SpanType.AGENT, beside: 'createTask' },
  { method: 'chat', type: SpanType.CHAIN, without: 'createTask' },
  // `runStream` answers with a stream that has methods of its own, which no other can stand for.
  { method: 'run', type: SpanType.AGENT, beside: 'runStream' },
  { method: 'getQueryEmbedding', type: SpanType.EMBEDDING },
  { method: 'getTextEmbeddingsBatch', type: SpanType.EMBEDDING },
];

/**
 * Traces what LlamaIndex.TS does, by the classes it is given: `autologLlamaIndex(OpenAI, BaseRetriever, BaseQueryEngine)`. Models,
 * with their streams and the tools that they are offered; retrievers, query and chat engines, synthesizers, embeddings, agents
 * (`AgentWorkflow`, by `run`). A class stands for those that extend it. The answer ends it.
 *
 * LlamaIndex binds `chat` and `query` in each object: of those made before, only what it does not bind is seen.
 */
export function autologLlamaIndex(...classes: readonly LlamaIndexClass[]): StopAutolog {
  const session = { isOn: true };
  const stops = classes.flatMap(({ prototype }) =>
    isModel(prototype) ? [watchModel(prototype, session)] : watchSteps(prototype),
  );
  return stopAll([...stops, () => (session.isOn = false)]);
}

interface Session {
  isOn: boolean;
}

/** Of chat engines, which have a `chat` too, nothing completes a text. */
function isModel(prototype: object): boolean {
  return 'chat' in prototype && 'complete' in prototype;
}

/** `complete` and `exec` come to `chat`. */
function watchModel(prototype: object, session: Session): StopAutolog {
  return watchModelCalls(prototype, 'chat', ([params], self) => {
    if (typeof params !== 'object' || params === null) return undefined;
    for (const tool of (params as ChatParams).tools ?? []) watchTool(tool, session);
    return askedOf(params, Object(self));
  });
}

function askedOf(body: ChatParams, model: object): Asked<ChatParams, never, never> {
  const name = (model as Model).metadata?.model;
  return { kind: chatKind(model.constructor.name.toLowerCase(), name), body };
}

/** Tools are called as they are, so each is watched once a model has heard of it. */
function watchTool(tool: LlamaTool, session: Session): void {
  const name = tool.metadata?.name ?? 'tool';
  patchMethod(tool, 'call', (call) => {
    return function traced(this: unknown, ...given: unknown[]) {
      const run = (): unknown => call.apply(this, given);
      if (!session.isOn || !isTracing()) return run();
      return withSpan({ name, type: SpanType.TOOL, inputs: given[0] }, run);
    };
  });
}

function watchSteps(prototype: object): StopAutolog[] {
  return STEPS.filter(
    ({ beside, without }) =>
      (beside === undefined || beside in prototype) && (without === undefined || !(without in prototype)),
  ).map((step) => watchStep(prototype, step));
}

function watchStep(prototype: object, { method: name, type }: Step): StopAutolog {
  return patchMethod(prototype, name, (method) => {
    return function traced(this: unknown, ...given: unknown[]) {
      const run = (): unknown => method.apply(this, given);
      if (!isTracing()) return run();
      return withSpan({ name: `${Object(this).constructor.name}.${name}`, type, inputs: given[0] }, run);
    };
  });
}
