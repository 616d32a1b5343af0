import { inmostOf } from '../../spans/active-span.ts';
import { currentSpan } from '../../spans/current-trace.ts';
import type { LiveSpan, SpanEnd } from '../../spans/live-span.ts';
import { startSpan, type SpanOptions } from '../../spans/start-span.ts';

/** Spans of LangChain's runs that are under way, by the ids of the runs. */
export class LangChainRuns {
  private readonly spans = new Map<string, LiveSpan>();
  /** Runs that LangChain hides have no span: what is below them stands below what they stand below. */
  private readonly hidden = new Map<string, string | undefined>();

  start(runId: string, parentRunId: string | undefined, options: SpanOptions): LiveSpan {
    const parent = this.parentOf(parentRunId);
    const span = startSpan({ ...options, ...(parent && { parent }) });
    this.spans.set(runId, span);
    return span;
  }

  hide(runId: string, parentRunId: string | undefined): void {
    this.hidden.set(runId, parentRunId);
  }

  /** Of a run that is under way, else of the one that hides it. */
  spanOf(runId: string | undefined): LiveSpan | undefined {
    if (runId === undefined) return undefined;
    return this.spans.get(runId) ?? this.spanOf(this.hidden.get(runId));
  }

  end(runId: string, end: SpanEnd): void {
    this.spans.get(runId)?.end(end);
    this.spans.delete(runId);
    this.hidden.delete(runId);
  }

  /** Nobody is left who could say how they went. */
  abandon(): void {
    for (const runId of this.spans.keys()) this.end(runId, {});
  }

  /** Code of the application may have begun a span between a run and the one below it. */
  private parentOf(parentRunId: string | undefined): LiveSpan | undefined {
    const active = currentSpan();
    const run = this.spanOf(parentRunId);
    return active && inmostOf(active.otel, run?.otel) === active.otel ? active : run;
  }
}
