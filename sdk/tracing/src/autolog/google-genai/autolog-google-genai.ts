import { diag } from '@opentelemetry/api';
import { SpanType } from '../../spans/span-type.ts';
import { chatTool } from '../chat-tool.ts';
import type { ModelCallKind } from '../model-call.ts';
import { stopAll, type StopAutolog } from '../patch-method.ts';
import { bodyFirst, watchModelCalls } from '../watch-model-calls.ts';
import { ContentBuilder, readContent, type GeminiContent } from './content-builder.ts';

/** The class `Models` of the package `@google/genai`, by what of it is used here. */
export interface GoogleGenAIModels {
  readonly prototype: { readonly generateContent: unknown; readonly embedContent: unknown };
}

interface FunctionDeclaration {
  readonly name?: string;
  readonly description?: string;
  readonly parameters?: unknown;
  readonly parametersJsonSchema?: unknown;
}

interface Config {
  readonly tools?: readonly { readonly functionDeclarations?: readonly FunctionDeclaration[] }[];
  readonly abortSignal?: unknown;
  readonly httpOptions?: unknown;
}

interface Request {
  readonly model?: string;
  readonly contents?: unknown;
  readonly config?: Config;
}

const GEMINI = {
  provider: 'gemini',
  messageFormat: 'gemini',
  modelOf: ({ model }: Request): string | undefined => model,
  inputsOf: ({ model, contents, config }: Request): object => ({
    model,
    contents,
    ...(config && { config: withoutTransport(config) }),
  }),
} as const;

const GENERATE: ModelCallKind<Request, GeminiContent, GeminiContent> = {
  ...GEMINI,
  operation: 'chat',
  type: SpanType.CHAT_MODEL,
  toolsOf: ({ config }) =>
    (config?.tools ?? [])
      .flatMap(({ functionDeclarations = [] }) => functionDeclarations)
      .map(({ name, description, parameters, parametersJsonSchema }) =>
        chatTool({ name, description, parameters: parametersJsonSchema ?? parameters }),
      ),
  readAnswer: readContent,
  startAnswer: () => new ContentBuilder(),
};

const EMBED: ModelCallKind<Request, GeminiContent, never> = {
  ...GEMINI,
  operation: 'embeddings',
  type: SpanType.EMBEDDING,
  readAnswer: readContent,
};

/**
 * Traces every request of Google's client for Gemini, one made before as well: `autologGoogleGenAI(Models)`, the class that the
 * package exports beside `GoogleGenAI`. Answers, streams, tools, embeddings, those of chats too; where the package calls tools by
 * itself, each request of it is a span. The answer ends it.
 *
 * The methods that applications call are made anew in each client, so those that they come to are watched: one request each.
 */
export function autologGoogleGenAI({ prototype }: GoogleGenAIModels): StopAutolog {
  if (!('generateContentInternal' in prototype))
    diag.warn('autologGoogleGenAI has nothing to watch: give it the class Models of @google/genai.');
  return stopAll([
    watchModelCalls(prototype, 'generateContentInternal', bodyFirst(GENERATE)),
    watchModelCalls(prototype, 'generateContentStreamInternal', bodyFirst(GENERATE)),
    watchModelCalls(prototype, 'embedContentInternal', bodyFirst(EMBED)),
  ]);
}

/** Headers may hold keys, and neither is Gemini's. */
function withoutTransport({ abortSignal: _signal, httpOptions: _options, ...config }: Config): object {
  return config;
}
