import { guarded } from '../../runtime.ts';
import { runIn } from '../../spans/start-span.ts';
import { isTracing } from '../model-call.ts';
import type { StopAutolog } from '../patch-method.ts';
import { MastraSpans } from './mastra-spans.ts';
import type { CreateSpanOptions, SpanIds, TracingEvent } from './mastra-types.ts';

/**
 * Traces what agents and workflows of Mastra do, as the bridge of its observability:
 * `new Observability({ configs: { default: { serviceName: 'desk', bridge: autologMastra() } } })`. Agents, their calls to models and their
 * tools, workflows, memory and retrieval; code in a tool stands below it. The thread of a memory is the session, its resource the user.
 * `stop` of the answer ends it.
 */
export function autologMastra(): MastraBridge {
  return new MastraBridge();
}

/** With the interface of Mastra's `ObservabilityBridge`. */
export class MastraBridge {
  readonly name = 'millrace';
  private readonly spans = new MastraSpans();
  private isOn = true;

  /** What is under way is told to its end, and nothing that begins afterwards. */
  readonly stop: StopAutolog = () => {
    this.isOn = false;
  };

  createSpan(options: CreateSpanOptions): SpanIds | undefined {
    const made: (SpanIds | undefined)[] = [];
    if (this.isOn && isTracing()) guarded(() => made.push(this.spans.start(options)));
    return made[0];
  }

  executeInContext<Result>(spanId: string, code: () => Promise<Result>): Promise<Result> {
    return this.executeInContextSync(spanId, code);
  }

  executeInContextSync<Result>(spanId: string, code: () => Result): Result {
    const span = this.spans.spanOf(spanId);
    return span ? runIn(span, code) : code();
  }

  onTracingEvent({ type, exportedSpan }: TracingEvent): void {
    if (type === 'span_ended') guarded(() => this.spans.end(exportedSpan));
  }

  /** What `onTracingEvent` was told already. */
  exportTracingEvent(): Promise<void> {
    return Promise.resolve();
  }

  releaseSpan(spanId: string): void {
    this.spans.release(spanId);
  }

  /** Spans are sent as all of Millrace's are. */
  flush(): Promise<void> {
    return Promise.resolve();
  }

  shutdown(): Promise<void> {
    return Promise.resolve();
  }
}
