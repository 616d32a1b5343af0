import type { HrTime } from '@opentelemetry/api';
import { ATTRIBUTES } from '../../spans/attributes.ts';
import { preciseNow } from '../../spans/clock.ts';
import type { LiveSpan } from '../../spans/live-span.ts';
import { startSpan } from '../../spans/start-span.ts';
import { chatTool } from '../chat-tool.ts';
import { noteToldCall } from '../told-calls.ts';
import type { Attributes, CreateSpanOptions, ExportedSpan, MastraSpan, SpanIds } from './mastra-types.ts';
import { answerOf, nameOf, providerOf, typeOf, usageOf, withoutEmpty } from './mastra-values.ts';

const AGENT = 'agent_run';
const CALL = 'model_inference';
const STEP = 'model_step';
/** They stand between an agent, its calls to models and its tools, and count tokens once more. */
const HIDDEN = new Set([STEP, 'model_generation', 'model_chunk']);
const FORMAT = 'vercel_ai';
const FAILED = 'error';

/** A call to a model: the step around it says what was asked, the agent around that what it failed with, both when it is over. */
interface Call {
  readonly live: LiveSpan;
  readonly agent: LiveSpan | undefined;
  endTime: HrTime | undefined;
  hasFailed: boolean;
}

/** Spans of Mastra that are under way, by their ids, which are those of ours. */
export class MastraSpans {
  private readonly open = new Map<string, LiveSpan>();
  /** By the step that each is the call of. */
  private readonly calls = new Map<string, Call>();

  /** Undefined for a span that is not shown: Mastra gives it an id of its own. */
  start(options: CreateSpanOptions): SpanIds | undefined {
    const { type, parent, isEvent = false } = options;
    if (HIDDEN.has(type) || isEvent) return undefined;
    const above = this.nearest(parent);
    const live = type === CALL ? this.startCall(options, above) : startOther(options, above);
    const { spanId, traceId } = live;
    this.open.set(spanId, live);
    return { spanId, traceId, ...(parent && { parentSpanId: parent.id }) };
  }

  spanOf(id: string): LiveSpan | undefined {
    return this.open.get(id);
  }

  end(span: ExportedSpan): void {
    if (span.type === STEP) return this.endStep(span);
    const live = this.open.get(span.id);
    this.open.delete(span.id);
    if (!live) return;
    if (span.type === CALL) return this.endCall(live, span);
    const error = errorOf(span);
    this.endFailedCalls(live, error);
    if (span.input !== undefined) live.setInputs(span.input);
    if (span.output !== undefined)
      live.setOutputs(span.type === AGENT ? withoutEmpty(span.output) : span.output);
    live.end(error && { error });
  }

  /** The application has told Mastra not to show it. */
  release(id: string): void {
    this.open.delete(id);
  }

  private startCall({ parent, attributes = {} }: CreateSpanOptions, agent: LiveSpan | undefined): LiveSpan {
    const { model, provider, parameters } = attributes;
    const live = startSpan({
      name: `chat ${model ?? ''}`.trim(),
      type: typeOf(CALL),
      attributes: {
        [ATTRIBUTES.messageFormat]: FORMAT,
        [ATTRIBUTES.provider]: providerOf(provider),
        [ATTRIBUTES.model]: model,
        [ATTRIBUTES.tools]: toolsAbove(parent)?.map(chatTool),
        parameters,
      },
      ...(agent && { parent: agent }),
    });
    noteToldCall(live);
    if (parent) this.calls.set(parent.id, { live, agent, endTime: undefined, hasFailed: false });
    return live;
  }

  private endCall(live: LiveSpan, { parentSpanId, startTime, output, attributes = {} }: ExportedSpan): void {
    const { responseModel, usage, finishReason, completionStartTime } = attributes;
    const waited = completionStartTime ? completionStartTime.getTime() - startTime.getTime() : 0;
    live.setOutputs(answerOf(output));
    live.setAttributes({
      [ATTRIBUTES.model]: responseModel,
      [ATTRIBUTES.tokenUsage]: usage && usageOf(usage),
      [ATTRIBUTES.timeToFirstChunk]: waited > 0 ? waited / 1000 : undefined,
    });
    const call = this.calls.get(parentSpanId ?? '');
    if (!call) return live.end();
    call.endTime = preciseNow();
    call.hasFailed = finishReason === FAILED;
  }

  private endStep({ id, input }: ExportedSpan): void {
    const call = this.calls.get(id);
    if (!call) return;
    if (input !== undefined) call.live.setInputs({ messages: input });
    if (!call.hasFailed) this.close(id, call, undefined);
  }

  private endFailedCalls(agent: LiveSpan, error: Error | undefined): void {
    for (const [stepId, call] of this.calls) if (call.agent === agent) this.close(stepId, call, error);
  }

  private close(stepId: string, { live, endTime, hasFailed }: Call, error: Error | undefined): void {
    this.calls.delete(stepId);
    const reason = hasFailed ? (error ?? new Error('The call to the model failed.')) : error;
    live.end({ ...(reason && { error: reason }), ...(endTime && { endTime }) });
  }

  private nearest(span: MastraSpan | undefined): LiveSpan | undefined {
    return span && (this.open.get(span.id) ?? this.nearest(span.parent));
  }
}

function startOther(
  { type, name, input, metadata = {}, attributes = {} }: CreateSpanOptions,
  parent: LiveSpan | undefined,
): LiveSpan {
  const session = attributes.conversationId ?? metadata['sessionId'] ?? metadata['threadId'];
  return startSpan({
    name: nameOf(name),
    type: typeOf(type),
    attributes: {
      [ATTRIBUTES.session]: parent ? undefined : session,
      [ATTRIBUTES.user]: parent ? undefined : (metadata['userId'] ?? metadata['resourceId']),
    },
    ...(parent && { parent }),
    ...(input !== undefined && { inputs: input }),
  });
}

/** What a generation offers to all of its calls. */
function toolsAbove(span: MastraSpan | undefined): Attributes['tools'] {
  return span && (span.attributes?.tools ?? toolsAbove(span.parent));
}

function errorOf({ errorInfo }: ExportedSpan): Error | undefined {
  if (!errorInfo) return undefined;
  const { message, name = 'Error', stack } = errorInfo;
  return Object.assign(new Error(message), { name, ...(stack !== undefined && { stack }) });
}
