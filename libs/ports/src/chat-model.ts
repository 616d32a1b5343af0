/** A call of a tool that the model asks for; arguments as JSON. */
export interface ChatToolCall {
  readonly id: string;
  readonly name: string;
  readonly arguments: string;
}

export type ChatPart =
  | { readonly kind: 'text'; readonly text: string }
  /** An address of a picture, or the picture itself as a data: URL. */
  | { readonly kind: 'image'; readonly url: string };

export type ChatMessage =
  | { readonly role: 'system'; readonly text: string }
  | { readonly role: 'user'; readonly parts: readonly ChatPart[] }
  | { readonly role: 'assistant'; readonly text: string; readonly toolCalls: readonly ChatToolCall[] }
  | { readonly role: 'tool'; readonly toolCallId: string; readonly toolName: string; readonly text: string };

export interface ChatTool {
  readonly name: string;
  readonly description?: string | undefined;
  /** JSON schema of its arguments. */
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly isStrict?: boolean | undefined;
}

/** How hard a model that reasons should think. */
export type ReasoningEffort = 'none' | 'minimal' | 'low' | 'medium' | 'high' | 'xhigh';

/** A conversation and how it is to go on. What is absent is left to the model's provider. */
export interface ChatRequest {
  readonly messages: readonly ChatMessage[];
  readonly tools?: readonly ChatTool[] | undefined;
  /** A name: that tool. */
  readonly toolChoice?: 'auto' | 'none' | 'required' | { readonly name: string } | undefined;
  /** The answer is JSON, of this schema if there is one. */
  readonly json?:
    | { readonly name?: string | undefined; readonly schema?: Readonly<Record<string, unknown>> | undefined }
    | undefined;
  readonly maxOutputTokens?: number | undefined;
  readonly temperature?: number | undefined;
  readonly topP?: number | undefined;
  readonly stop?: readonly string[] | undefined;
  readonly seed?: number | undefined;
  readonly presencePenalty?: number | undefined;
  readonly frequencyPenalty?: number | undefined;
  readonly reasoningEffort?: ReasoningEffort | undefined;
}

/** Tokens as the provider counted them; cached ones are among the input, reasoning is among the output. */
export interface ChatUsage {
  readonly input: number;
  readonly cached: number;
  readonly output: number;
  readonly reasoning: number;
}

export type ChatFinish = 'stop' | 'length' | 'content-filter' | 'tool-calls' | 'other';

export interface ChatAnswer {
  readonly text: string;
  readonly toolCalls: readonly ChatToolCall[];
  readonly finish: ChatFinish;
  readonly usage: ChatUsage;
  /** What the provider calls the model that answered. */
  readonly model?: string | undefined;
}

/** A piece of an answer as it comes; the last one is `finish`. */
export type ChatDelta =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'tool-call'; readonly call: ChatToolCall }
  | { readonly kind: 'finish'; readonly finish: ChatFinish; readonly usage: ChatUsage };

/** A model of a provider and what opens the door to it. */
export interface ModelAccess {
  readonly provider: string;
  readonly model: string;
  /** Secrets by name, such as `api_key`; never in a message or a log. */
  readonly secrets: Readonly<Record<string, string>>;
  /** Settings by name, such as `api_base`. */
  readonly settings: Readonly<Record<string, string>>;
}

/** What a provider needs to be reached. */
export interface ModelProvider {
  readonly name: string;
  readonly label: string;
  /** Where there is none, `api_base` must be given. */
  readonly hasAddress: boolean;
  readonly needsKey: boolean;
}

/**
 * Language models of any provider. A call is sent once: who calls decides whether to try again. Every call throws Unavailable for
 * what may pass (429, 5xx, no answer in time, an answer that is cut off or is none), Rejected for what will not (a wrong key, a
 * model that is not there, a request that the provider refuses), with what the provider said and without any secret; and the reason
 * of `stop` when that is aborted.
 */
export abstract class ChatModel {
  /** Those that can be asked. */
  abstract readonly providers: readonly ModelProvider[];

  /** Throws Rejected when an access can't be right whatever the provider says: an unknown provider, an address that is not allowed. */
  abstract check(access: Pick<ModelAccess, 'provider' | 'settings'>): void;

  abstract ask(access: ModelAccess, request: ChatRequest, stop: AbortSignal): Promise<ChatAnswer>;

  /** The same as it comes. A consumer that leaves early ends the call. */
  abstract stream(access: ModelAccess, request: ChatRequest, stop: AbortSignal): AsyncIterable<ChatDelta>;
}
