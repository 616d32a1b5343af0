/** Of `@mastra/core/observability`, by what of it is used here. Source: `dist/observability/types` of `@mastra/core`, 1.71. */
export interface MastraSpan {
  readonly id: string;
  readonly parent?: MastraSpan | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface CreateSpanOptions {
  readonly type: string;
  readonly name: string;
  readonly parent?: MastraSpan | undefined;
  readonly isEvent?: boolean;
  readonly input?: unknown;
  readonly metadata?: Readonly<Record<string, unknown>> | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface SpanIds {
  readonly spanId: string;
  readonly traceId: string;
  readonly parentSpanId?: string;
}

export interface TracingEvent {
  readonly type: string;
  readonly exportedSpan: ExportedSpan;
}

export interface ExportedSpan {
  readonly id: string;
  readonly parentSpanId?: string | undefined;
  readonly type: string;
  readonly startTime: Date;
  readonly input?: unknown;
  readonly output?: unknown;
  readonly attributes?: Attributes;
  readonly metadata?: Readonly<Record<string, unknown>>;
  readonly errorInfo?: { readonly message: string; readonly name?: string; readonly stack?: string };
}

/** Of agents, of what they ask a model, of the calls that this comes to. */
export interface Attributes {
  readonly conversationId?: string;
  readonly model?: string;
  readonly responseModel?: string;
  readonly provider?: string;
  readonly finishReason?: string;
  readonly parameters?: unknown;
  readonly completionStartTime?: Date;
  readonly tools?: readonly {
    readonly name: string;
    readonly description?: string;
    readonly parameters?: unknown;
  }[];
  readonly usage?: Usage;
}

/** Input includes what was read from a cache and written to it. */
export interface Usage {
  readonly inputTokens?: number;
  readonly outputTokens?: number;
  readonly inputDetails?: { readonly cacheRead?: number; readonly cacheWrite?: number };
}
