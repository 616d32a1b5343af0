import type { ChatUsage, ResponseUsage } from '../openai/openai-usage.ts';

/** Of `@openai/agents`, by what of it is used here. Source: `tracing/spans.d.ts` of `@openai/agents-core`, 0.20. */
export interface AgentsTrace {
  readonly traceId: string;
  readonly name: string;
  /** What several runs of one conversation have in common. */
  readonly groupId?: string | null;
  readonly metadata?: Readonly<Record<string, unknown>>;
}

export interface AgentsSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentId: string | null;
  readonly spanData: SpanData;
  readonly error: {
    readonly message: string;
    readonly data?: Readonly<Record<string, unknown>> | undefined;
  } | null;
}

/** What a span tells, by its type; all of it only at its end. */
export interface SpanData {
  readonly type: string;
  readonly name?: string;
  readonly handoffs?: unknown;
  readonly tools?: unknown;
  readonly output_type?: unknown;
  readonly input?: unknown;
  readonly output?: unknown;
  readonly model?: string;
  readonly model_config?: unknown;
  readonly _input?: unknown;
  readonly _response?: ResponseAnswer;
  readonly from_agent?: unknown;
  readonly to_agent?: unknown;
  readonly data?: unknown;
  readonly triggered?: unknown;
  readonly server?: unknown;
  readonly result?: unknown;
}

export interface ResponseAnswer {
  readonly model?: string;
  readonly output?: unknown;
  readonly usage?: ResponseUsage | null;
  readonly tools?: readonly {
    readonly name?: string;
    readonly description?: string;
    readonly parameters?: unknown;
  }[];
}

export interface CompletionAnswer {
  readonly model?: string;
  readonly usage?: ChatUsage | null;
  readonly choices?: readonly { readonly message?: { readonly content?: unknown } }[];
}
