import type { AttributeValue, OtlpSpan } from '@millrace/domain';
import { UNKNOWN_ORDER, WAREHOUSE_TIMEOUT, type Failure } from './content/failures.ts';
import type { Random } from './random.ts';
import { TraceBuilder } from './trace-builder.ts';

export interface AgentTask {
  readonly kind: 'agent';
  readonly traceId: string;
  readonly startMs: number;
  readonly orderNumber: string;
  readonly userId: string;
  readonly sessionId: string;
  readonly outcome: 'done' | 'done after a retry' | 'unknown order' | 'warehouse timed out';
}

const MODEL = 'claude-sonnet-4-5';
const ATTEMPTS = 2;

interface ToolCall {
  readonly tool: string;
  readonly arguments: Readonly<Record<string, unknown>>;
}

type Part = Readonly<Record<string, unknown>>;

/** An agent that looks an order up, asks the warehouse and hands refunds to a sub-agent: OpenTelemetry's GenAI conventions. */
export function agentTrace(task: AgentTask, random: Random): readonly OtlpSpan[] {
  const trace = new TraceBuilder(task.traceId, task.startMs, random, {
    resource: new Map([
      ['service.name', 'order-agent'],
      ['deployment.environment.name', 'production'],
    ]),
    scopeName: 'order-agent',
    scopeVersion: '0.9.2',
  });
  new AgentRun(trace, task, random).run();
  return trace.spans;
}

class AgentRun {
  private readonly conversation: Part[] = [];

  constructor(
    private readonly trace: TraceBuilder,
    private readonly task: AgentTask,
    private readonly random: Random,
  ) {}

  run(): void {
    const { orderNumber, outcome } = this.task;
    const request = `Order ${orderNumber}: the tent pole arrived broken. I want my money back.`;
    this.conversation.push(textMessage('user', request));
    const failure = outcome === 'warehouse timed out' ? WAREHOUSE_TIMEOUT : undefined;
    const attributes = {
      ...agentAttributes('order-agent', this.task),
      'gen_ai.input.messages': JSON.stringify(this.conversation),
    };
    this.trace.span({ name: 'invoke_agent order-agent', attributes, failure, kind: 2 }, () => {
      const answer = this.work();
      return answer === undefined
        ? undefined
        : { 'gen_ai.output.messages': JSON.stringify([textMessage('assistant', answer)]) };
    });
  }

  /** What the customer is told; undefined where the agent gave up. */
  private work(): string | undefined {
    const { orderNumber, outcome } = this.task;
    const isUnknown = outcome === 'unknown order';
    const order = { order: orderNumber, item: 'Norden 2', price_eur: 389, delivered: true };
    this.callTool(
      { tool: 'look_up_order', arguments: { order_number: orderNumber } },
      {
        result: isUnknown ? undefined : order,
        failure: isUnknown ? UNKNOWN_ORDER : undefined,
        typicalMs: 120,
      },
    );
    if (isUnknown)
      return this.say(`I can’t find order ${orderNumber}. Could you check the number on your invoice?`);
    if (!this.askWarehouse()) return undefined;
    this.delegateRefund();
    return this.say(
      'I am sorry about the pole. Your refund of 389.00 euros is on its way and arrives within 5 working days; you need not send the tent back.',
    );
  }

  private askWarehouse(): boolean {
    const call = { tool: 'check_stock', arguments: { item: 'Norden 2', part: 'pole' } };
    const { outcome } = this.task;
    const failures = outcome === 'warehouse timed out' ? ATTEMPTS : outcome === 'done after a retry' ? 1 : 0;
    for (let attempt = 0; attempt < failures; attempt += 1) {
      this.callTool(call, { failure: WAREHOUSE_TIMEOUT, typicalMs: 3000 });
      this.trace.pass(500);
    }
    if (failures === ATTEMPTS) return false;
    this.callTool(call, { result: { in_stock: 0, expected: 'in three weeks' }, typicalMs: 200 });
    return true;
  }

  private delegateRefund(): void {
    const attributes = {
      ...agentAttributes('refund-specialist', this.task),
      'gen_ai.input.messages': JSON.stringify([
        textMessage('user', 'Refund a broken pole; no replacement in stock.'),
      ]),
    };
    this.trace.span({ name: 'invoke_agent refund-specialist', attributes }, () => {
      this.callTool(
        { tool: 'refund_policy', arguments: { reason: 'damaged' } },
        { result: { share: 1, needs_return: false }, typicalMs: 40 },
      );
      this.callTool(
        { tool: 'issue_refund', arguments: { order_number: this.task.orderNumber, amount_eur: 389 } },
        { result: { refund: `rf-${this.random.hex(6)}`, state: 'accepted' }, typicalMs: 260 },
      );
      const done = textMessage('assistant', 'Refund of 389.00 euros issued.');
      this.think(done, 'stop');
      return { 'gen_ai.output.messages': JSON.stringify([done]) };
    });
  }

  private say(text: string): string {
    this.think(textMessage('assistant', text), 'stop');
    return text;
  }

  /** The model asks for a tool, the tool runs, its result joins the conversation. */
  private callTool(call: ToolCall, { result, failure, typicalMs }: ToolRun): void {
    const id = `call_${this.random.hex(8)}`;
    const part = { type: 'tool_call', id, name: call.tool, arguments: call.arguments };
    const asked = { role: 'assistant', parts: [part] };
    this.think(asked, 'tool_call');
    const attributes = {
      'gen_ai.operation.name': 'execute_tool',
      'gen_ai.tool.name': call.tool,
      'gen_ai.tool.call.id': id,
      'gen_ai.tool.type': 'function',
      'gen_ai.tool.call.arguments': JSON.stringify(call.arguments),
    };
    this.trace.span({ name: `execute_tool ${call.tool}`, attributes, failure }, () => {
      this.trace.pass(failure === WAREHOUSE_TIMEOUT ? typicalMs : this.random.around(typicalMs));
      return result === undefined ? undefined : { 'gen_ai.tool.call.result': JSON.stringify(result) };
    });
    const response = result ?? { error: failure?.message };
    this.conversation.push(asked, { role: 'tool', parts: [{ type: 'tool_call_response', id, response }] });
  }

  private think(output: Part, reason: string): void {
    const input = JSON.stringify(this.conversation);
    const attributes: Readonly<Record<string, AttributeValue>> = {
      'gen_ai.operation.name': 'chat',
      'gen_ai.provider.name': 'anthropic',
      'gen_ai.request.model': MODEL,
      'gen_ai.request.temperature': 0.1,
      'gen_ai.system_instructions': JSON.stringify([
        { type: 'text', content: 'You settle complaints about orders of Trailshop.' },
      ]),
      'gen_ai.input.messages': input,
    };
    this.trace.span({ name: `chat ${MODEL}`, attributes, kind: 3 }, () => {
      const text = JSON.stringify([{ ...output, finish_reason: reason }]);
      const outputTokens = Math.ceil(text.length / 4);
      const firstTokenMs = this.random.around(480);
      this.trace.pass(firstTokenMs + outputTokens * this.random.around(8, 0.2));
      return {
        'gen_ai.output.messages': text,
        'gen_ai.response.model': MODEL,
        'gen_ai.response.finish_reasons': [reason],
        'gen_ai.response.time_to_first_chunk': firstTokenMs / 1000,
        'gen_ai.usage.input_tokens': 380 + Math.ceil(input.length / 4),
        'gen_ai.usage.cache_read.input_tokens': 340,
        'gen_ai.usage.output_tokens': outputTokens,
      };
    });
  }
}

interface ToolRun {
  readonly result?: object | undefined;
  readonly failure?: Failure | undefined;
  readonly typicalMs: number;
}

function agentAttributes(name: string, task: AgentTask): Readonly<Record<string, AttributeValue>> {
  return {
    'gen_ai.operation.name': 'invoke_agent',
    'gen_ai.agent.name': name,
    'gen_ai.conversation.id': task.sessionId,
    'enduser.id': task.userId,
  };
}

function textMessage(role: string, content: string): Part {
  return { role, parts: [{ type: 'text', content }] };
}
