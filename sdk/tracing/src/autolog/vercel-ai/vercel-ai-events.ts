/**
 * What the AI SDK tells its telemetry integrations, by what of it is used here. Source: `src/telemetry/telemetry.ts` of the package
 * `ai`, 7.0. Inputs or outputs that the application does not want recorded are emptied there.
 */
export interface CallEvent {
  /** Of a whole operation: `generateText` with all its steps. */
  readonly callId: string;
  readonly recordInputs?: boolean | undefined;
  readonly recordOutputs?: boolean | undefined;
}

export interface OperationStart extends CallEvent {
  /** `ai.generateText`, `ai.embed` and so on. */
  readonly operationId: string;
  readonly functionId?: string | undefined;
  readonly instructions?: unknown;
  readonly prompt?: unknown;
  readonly messages?: readonly unknown[];
  readonly value?: unknown;
  readonly query?: unknown;
  readonly documents?: unknown;
  readonly text?: unknown;
  /** Only what the application lets telemetry see of it. */
  readonly runtimeContext?: Readonly<Record<string, unknown>> | undefined;
}

export interface OperationEnd extends CallEvent {
  readonly text?: string;
  readonly content?: readonly unknown[];
  readonly object?: unknown;
  readonly embedding?: unknown;
  readonly ranking?: unknown;
}

export interface LanguageModelStart extends CallEvent {
  readonly provider: string;
  readonly modelId: string;
  readonly instructions?: unknown;
  readonly messages?: readonly unknown[];
  /** Of the steps of `generateObject`, in place of `messages`. */
  readonly promptMessages?: readonly unknown[];
  readonly tools?: readonly ToolOffer[];
  readonly [setting: string]: unknown;
}

export interface ToolOffer {
  readonly name: string;
  readonly description?: string;
  readonly inputSchema?: unknown;
}

export interface LanguageModelEnd extends CallEvent {
  readonly modelId: string;
  readonly finishReason?: unknown;
  readonly usage?: LanguageModelUsage;
  readonly content?: readonly unknown[];
  /** Of the steps of `generateObject`, in place of `content`. */
  readonly objectText?: string;
  readonly response?: { readonly modelId?: string };
  readonly performance?: { readonly timeToFirstOutputMs?: number | undefined };
}

/** Counts of input include what was read from a cache and written to it. */
export interface LanguageModelUsage {
  readonly inputTokens?: number | undefined;
  readonly outputTokens?: number | undefined;
  readonly totalTokens?: number | undefined;
  readonly inputTokenDetails?: {
    readonly cacheReadTokens?: number | undefined;
    readonly cacheWriteTokens?: number | undefined;
  };
}

export interface ToolEvent extends CallEvent {
  readonly toolCall: { readonly toolCallId: string; readonly toolName: string; readonly input?: unknown };
}

export interface ToolEnd extends ToolEvent {
  readonly toolOutput: { readonly type: string; readonly output?: unknown; readonly error?: unknown };
}

export interface EmbedStart extends CallEvent {
  readonly embedCallId: string;
  readonly provider: string;
  readonly modelId: string;
  readonly values: readonly unknown[];
}

export interface EmbedEnd extends EmbedStart {
  readonly embeddings: readonly unknown[];
  readonly usage?: { readonly tokens?: number };
}

/** Calls are told apart by the operation alone: it makes one of them. */
export interface RerankStart extends CallEvent {
  readonly provider: string;
  readonly modelId: string;
  readonly query: unknown;
  readonly documents: unknown;
}

export interface RerankEnd extends CallEvent {
  readonly ranking?: unknown;
}

/** Code of the SDK that may be run within a context of ours. */
export interface Execution<Result> extends CallEvent {
  readonly toolCallId?: string;
  readonly execute: () => PromiseLike<Result>;
}
