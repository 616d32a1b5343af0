import { ATTRIBUTES } from '../../spans/attributes.ts';
import type { LiveSpan } from '../../spans/live-span.ts';
import { SpanType } from '../../spans/span-type.ts';
import { startSpan } from '../../spans/start-span.ts';
import { noteToldCall } from '../told-calls.ts';
import type { AgentsSpan, AgentsTrace } from './agents-types.ts';
import { errorOf, questionOf, readCall, readSpan, type ToldCall } from './agents-values.ts';

const TYPES: Readonly<Record<string, SpanType>> = {
  agent: SpanType.AGENT,
  function: SpanType.TOOL,
  generation: SpanType.CHAT_MODEL,
  response: SpanType.CHAT_MODEL,
  guardrail: SpanType.GUARDRAIL,
};
const NAMES: Readonly<Record<string, string>> = {
  generation: 'Generation',
  response: 'Response',
  handoff: 'Handoff',
};
/** They repeat the trace and number the calls to models, and count their tokens once more. */
const HIDDEN = new Set(['task', 'turn']);
const FORMAT = 'openai-agent';

interface OpenSpan {
  readonly live: LiveSpan;
  readonly isHidden: boolean;
  readonly parentId: string | null;
  hasInputs: boolean;
}

/** A trace of the Agents SDK under way: its root, below it agents, calls to models, tools. */
export class AgentsRun {
  private readonly root: OpenSpan;
  private readonly spans = new Map<string, OpenSpan>();
  private readonly name: string;
  private failure: Error | undefined;

  constructor({ name, groupId, metadata = {} }: AgentsTrace) {
    this.name = name;
    const session = groupId ?? undefined;
    const attributes = { ...metadata, [ATTRIBUTES.session]: session };
    const live = startSpan({ name, type: SpanType.AGENT, attributes });
    this.root = { live, isHidden: false, parentId: null, hasInputs: false };
  }

  start({ spanId, parentId, spanData: { type, name } }: AgentsSpan): void {
    const parent = this.find(parentId).live;
    if (HIDDEN.has(type)) {
      this.spans.set(spanId, { live: parent, isHidden: true, parentId, hasInputs: false });
      return;
    }
    const live = startSpan({
      name: name ?? NAMES[type] ?? type,
      type: TYPES[type] ?? SpanType.CHAIN,
      parent,
    });
    if (TYPES[type] === SpanType.CHAT_MODEL) noteToldCall(live);
    this.spans.set(spanId, { live, isHidden: false, parentId, hasInputs: false });
  }

  endSpan(span: AgentsSpan): void {
    const open = this.spans.get(span.spanId);
    this.spans.delete(span.spanId);
    if (!open) return;
    const error = errorOf(span);
    if (span.spanData.type === 'task') this.noteFailure(span, error);
    if (open.isHidden) return;
    if (TYPES[span.spanData.type] === SpanType.CHAT_MODEL) this.tellCall(open, readCall(span.spanData));
    else tell(open.live, readSpan(span.spanData));
    open.live.end(error && { error });
  }

  /** The innermost span of ours around one of the SDK's. */
  spanOf(spanId: string | undefined): LiveSpan {
    return this.find(spanId ?? null).live;
  }

  end(): void {
    for (const { live, isHidden } of this.spans.values()) if (!isHidden) live.end();
    this.spans.clear();
    this.root.live.end(this.failure && { error: this.failure });
  }

  /** A trace says nothing of its failure, the last run in it does; one that a run has begun by itself does not even end then. */
  private noteFailure({ parentId, spanData }: AgentsSpan, error: Error | undefined): void {
    this.failure = error;
    if (error && parentId === null && spanData.name === this.name) this.root.live.end({ error });
  }

  private tellCall({ live, parentId }: OpenSpan, call: ToldCall): void {
    tell(live, call);
    live.setAttributes({
      [ATTRIBUTES.messageFormat]: FORMAT,
      [ATTRIBUTES.provider]: 'openai',
      [ATTRIBUTES.model]: call.model,
      [ATTRIBUTES.tokenUsage]: call.usage,
      [ATTRIBUTES.tools]: call.tools,
    });
    for (const around of this.around(parentId)) {
      if (call.inputs !== undefined && !around.hasInputs) around.live.setInputs(questionOf(call.inputs));
      around.hasInputs = true;
      if (call.answer !== undefined) around.live.setOutputs(call.answer);
    }
  }

  /** The agent that makes a call, and the trace: the SDK says of neither what it was asked and answered. */
  private around(spanId: string | null): readonly OpenSpan[] {
    const open = this.find(spanId);
    if (open === this.root) return [this.root];
    return open.isHidden ? this.around(open.parentId) : [open, this.root];
  }

  private find(spanId: string | null): OpenSpan {
    return this.spans.get(spanId ?? '') ?? this.root;
  }
}

function tell(live: LiveSpan, { inputs, outputs, attributes = {} }: ReturnType<typeof readSpan>): void {
  if (inputs !== undefined) live.setInputs(inputs);
  if (outputs !== undefined) live.setOutputs(outputs);
  live.setAttributes(attributes);
}
