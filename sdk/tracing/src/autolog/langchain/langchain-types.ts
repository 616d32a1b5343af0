/** Of `@langchain/core`, by what of it is used here. Source: `callbacks/base.d.ts`, `messages/base.d.ts`, 1.4. */
export interface Serialized {
  readonly name?: string;
  readonly id?: readonly string[];
}

export interface Message {
  getType(): string;
  readonly content: unknown;
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  /** Of messages whose role is a text of their own. */
  readonly role?: string;
  readonly tool_call_id?: string;
  readonly tool_calls?: readonly ToolCall[];
  readonly usage_metadata?: UsageMetadata | undefined;
  readonly response_metadata?: Readonly<Record<string, unknown>>;
}

export interface ToolCall {
  readonly id?: string | undefined;
  readonly name: string;
  readonly args: unknown;
}

/** Input includes what was read from a cache and written to it. */
export interface UsageMetadata {
  readonly input_tokens: number;
  readonly output_tokens: number;
  readonly total_tokens: number;
  readonly input_token_details?: { readonly cache_read?: number; readonly cache_creation?: number };
}

export interface Generation {
  readonly text: string;
  readonly message?: Message;
  readonly generationInfo?: Readonly<Record<string, unknown>>;
}

export interface LLMResult {
  readonly generations: readonly (readonly Generation[])[];
}

export interface ExtraParams {
  readonly invocation_params?: Readonly<Record<string, unknown>>;
}

export type Metadata = Readonly<Record<string, unknown>> | undefined;

export interface Document {
  readonly pageContent: string;
  readonly metadata: unknown;
  readonly id?: string | undefined;
}
