import type { JsonValue } from '@millrace/domain';
import type { ChatMessage, ChatTool, ChatToolCall } from '@millrace/ports';

/** What a judge asks a model. */
export interface JudgeRequest {
  /** `provider:/model` or `gateway:/endpoint`; undefined: the model that judges unless told otherwise. */
  readonly model: string | undefined;
  readonly messages: readonly ChatMessage[];
  /** JSON schema of the answer: an object. */
  readonly schema: Readonly<Record<string, unknown>>;
  readonly temperature?: number | undefined;
  readonly maxOutputTokens?: number | undefined;
  readonly topP?: number | undefined;
  /** With which the model may look closer before it answers. */
  readonly tools?: readonly JudgeTool[] | undefined;
}

export interface JudgeTool extends ChatTool {
  /** Answers a call as text; a fault is told to the model as text too. */
  answer(call: ChatToolCall): string;
}

/** What a model answered, and what that took: all its calls together. */
export interface JudgeAnswer {
  /** Of the schema. */
  readonly value: Readonly<Record<string, JsonValue>>;
  readonly model: string;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** US dollars; undefined when no price is known. */
  readonly costUsd: number | undefined;
  /** Whether it was answered before and nothing was paid now. */
  readonly isCached: boolean;
  /** Trace of the call; absent where judges are not traced. */
  readonly traceId?: string | undefined;
}

/**
 * Asks a model and answers only what has the shape of the schema. Throws Unavailable for what may pass, Rejected for what
 * will not: an unknown model, no key, no answer of the shape after another try, a budget that is spent.
 */
export interface Judge {
  ask(request: JudgeRequest): Promise<JudgeAnswer>;
}
