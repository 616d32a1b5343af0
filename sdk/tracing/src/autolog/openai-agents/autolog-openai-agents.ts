import type { Span } from '@opentelemetry/api';
import { guarded } from '../../runtime.ts';
import { addSpanSource } from '../../spans/active-span.ts';
import { isTracing } from '../model-call.ts';
import type { StopAutolog } from '../patch-method.ts';
import { AgentsRun } from './agents-run.ts';
import type { AgentsSpan, AgentsTrace } from './agents-types.ts';

/** The package `@openai/agents`, by what of it is used here. */
export interface OpenAIAgents {
  addTraceProcessor(processor: AgentsProcessor): void;
  getCurrentTrace(): { readonly traceId: string } | null;
  getCurrentSpan(): { readonly spanId: string } | null;
}

/** Processors can be added and not taken away: each package has one of ours, which is on or off. */
const processors = new WeakMap<OpenAIAgents['addTraceProcessor'], AgentsProcessor>();

/**
 * Traces what agents of OpenAI's Agents SDK do: `import * as agents from '@openai/agents'; autologOpenAIAgents(agents)`. A run with its
 * agents, calls to models, tools, handoffs and guardrails, as MLflow's Python autolog tells them; the group of a trace is the session.
 * What the SDK sends to OpenAI it sends as before: `setTraceProcessors([])` ahead of this ends that. Nothing is told where its tracing
 * is disabled, as it is in tests. The answer ends it.
 */
export function autologOpenAIAgents(agents: OpenAIAgents): StopAutolog {
  const processor = processors.get(agents.addTraceProcessor) ?? addProcessor(agents);
  const removeSource = addSpanSource(() => processor.currentSpan(agents));
  const turn = processor.turnOn();
  return () => {
    removeSource();
    processor.turnOff(turn);
  };
}

function addProcessor({ addTraceProcessor }: OpenAIAgents): AgentsProcessor {
  const processor = new AgentsProcessor();
  addTraceProcessor(processor);
  processors.set(addTraceProcessor, processor);
  return processor;
}

/** With the interface of the SDK's `TracingProcessor`. */
class AgentsProcessor {
  private readonly runs = new Map<string, AgentsRun>();
  /** Of the autolog that has turned it on last. */
  private turn: object | undefined;
  private readonly abandoned = new FinalizationRegistry<string>((traceId) => this.close(traceId));

  turnOn(): object {
    this.turn = {};
    return this.turn;
  }

  turnOff(turn: object): void {
    if (this.turn === turn) this.turn = undefined;
  }

  currentSpan({ getCurrentTrace, getCurrentSpan }: OpenAIAgents): Span | undefined {
    const run = this.runs.get(getCurrentTrace()?.traceId ?? '');
    return run?.spanOf(getCurrentSpan()?.spanId).otel;
  }

  onTraceStart(trace: AgentsTrace): Promise<void> {
    return told(() => {
      if (!this.turn || !isTracing()) return;
      this.runs.set(trace.traceId, new AgentsRun(trace));
      this.abandoned.register(trace, trace.traceId);
    });
  }

  onTraceEnd({ traceId }: AgentsTrace): Promise<void> {
    return told(() => this.close(traceId));
  }

  onSpanStart(span: AgentsSpan): Promise<void> {
    return told(() => this.runs.get(span.traceId)?.start(span));
  }

  onSpanEnd(span: AgentsSpan): Promise<void> {
    return told(() => this.runs.get(span.traceId)?.endSpan(span));
  }

  shutdown(): Promise<void> {
    return Promise.resolve();
  }

  forceFlush(): Promise<void> {
    return Promise.resolve();
  }

  private close(traceId: string): void {
    guarded(() => this.runs.get(traceId)?.end());
    this.runs.delete(traceId);
  }
}

function told(deed: () => void): Promise<void> {
  guarded(deed);
  return Promise.resolve();
}
