import type { SpanCost } from '../cost/span-cost.ts';
import type { StatusCode } from '../span/otlp-span.ts';
import type { TokenUsage } from '../span/span-meaning.ts';

/** The little of a span that its trace row depends on: small enough to keep in memory, stored in light columns. */
export interface SpanFacts {
  readonly spanId: string;
  readonly parentSpanId: string | undefined;
  readonly experimentId: number;
  readonly sequence: bigint;
  readonly name: string;
  readonly startTimeUnixNano: bigint;
  readonly endTimeUnixNano: bigint;
  readonly statusCode: StatusCode;
  readonly service: string;
  readonly model: string | undefined;
  /** Who was paid, and how fast it was to be: with model and tokens they decide the cost. */
  readonly provider: string | undefined;
  readonly serviceTier: string | undefined;
  readonly tokens: TokenUsage | undefined;
  readonly cost: SpanCost | undefined;
  readonly sessionId: string | undefined;
  readonly userId: string | undefined;
  /** Each as `promptText` spells it. */
  readonly promptVersions: readonly string[];
  readonly loggedModel: string | undefined;
  /** Only on a root span; undefined elsewhere. */
  readonly requestPreview: string | undefined;
  readonly responsePreview: string | undefined;
  /** Tags the span sets on its trace; a root's also those of its resource and its `mlflow.traceTag.*` attributes. */
  readonly traceTags: ReadonlyMap<string, string>;
}
