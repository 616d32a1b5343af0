import { SpanType } from '../../spans/span-type.ts';
import type { Answer, ModelCallKind } from '../model-call.ts';
import { stopAll, type StopAutolog } from '../patch-method.ts';
import { bodyFirst, watchModelCalls } from '../watch-model-calls.ts';
import { ChatCompletionBuilder, type ChatCompletionChunk } from './chat-completion-builder.ts';
import { chatUsage, type ChatUsage } from './openai-usage.ts';
import {
  readResponse,
  ResponseBuilder,
  type ResponseEvent,
  type ResponseObject,
} from './response-builder.ts';

/** The class of the package `openai`, by what of it is used here; AzureOpenAI is one too. */
export interface OpenAIClass {
  readonly Chat?: { readonly Completions?: { readonly prototype: object } };
  readonly Completions?: { readonly prototype: object };
  readonly Responses?: { readonly prototype: object };
  readonly Embeddings?: { readonly prototype: object };
}

interface Body {
  readonly model?: string;
}

interface Usage {
  readonly model?: string;
  readonly usage?: ChatUsage | null;
}

const OPENAI = {
  provider: 'openai',
  messageFormat: 'openai',
  modelOf: ({ model }: Body): string | undefined => model,
} as const;

const CHAT: ModelCallKind<Body, Usage, ChatCompletionChunk> = {
  ...OPENAI,
  operation: 'chat',
  type: SpanType.CHAT_MODEL,
  readAnswer,
  startAnswer: () => new ChatCompletionBuilder(),
};

const RESPONSES: ModelCallKind<Body, ResponseObject, ResponseEvent> = {
  ...OPENAI,
  operation: 'responses',
  type: SpanType.CHAT_MODEL,
  readAnswer: readResponse,
  startAnswer: () => new ResponseBuilder(),
};

const COMPLETIONS: ModelCallKind<Body, Usage, never> = {
  ...OPENAI,
  operation: 'text_completion',
  type: SpanType.LLM,
  readAnswer,
};

const EMBEDDINGS: ModelCallKind<Body, Usage, never> = {
  ...OPENAI,
  operation: 'embeddings',
  type: SpanType.EMBEDDING,
  readAnswer,
};

/**
 * Traces every call of OpenAI's client, one made before as well: `autologOpenAI(OpenAI)`. Chat completions and responses, streams
 * and tools among them, text completions, embeddings. The answer ends it: `const stop = autologOpenAI(OpenAI); stop();`.
 */
export function autologOpenAI({ Chat, Completions, Responses, Embeddings }: OpenAIClass): StopAutolog {
  return stopAll([
    watch(Chat?.Completions?.prototype, CHAT),
    watch(Responses?.prototype, RESPONSES),
    watch(Completions?.prototype, COMPLETIONS),
    watch(Embeddings?.prototype, EMBEDDINGS),
  ]);
}

/** `parse`, `stream` and `runTools` of the client all come to `create`. */
function watch<Data, Chunk>(
  resource: object | undefined,
  kind: ModelCallKind<Body, Data, Chunk>,
): StopAutolog {
  return watchModelCalls(resource, 'create', bodyFirst(kind));
}

function readAnswer(data: Usage): Answer {
  return { outputs: data, model: data.model, usage: data.usage ? chatUsage(data.usage) : undefined };
}
