import { chatTool } from '../chat-tool.ts';
import type { TokenUsage } from '../model-call.ts';
import { chatUsage, responseUsage } from '../openai/openai-usage.ts';
import type { AgentsSpan, CompletionAnswer, SpanData } from './agents-types.ts';

/** What a span of the Agents SDK says. */
export interface Told {
  readonly inputs?: unknown;
  readonly outputs?: unknown;
  readonly attributes?: Readonly<Record<string, unknown>>;
}

/** What a call to a model says besides. */
export interface ToldCall extends Told {
  readonly model?: string | undefined;
  readonly usage?: TokenUsage | undefined;
  readonly tools?: unknown;
  /** In words alone, for those who asked the agent. */
  readonly answer?: unknown;
}

/** As MLflow's Python autolog of the same SDK. */
const READERS: Readonly<Record<string, (data: SpanData) => Told>> = {
  agent: ({ handoffs, tools, output_type }) => ({ attributes: { handoffs, tools, output_type } }),
  function: ({ input, output }) => ({ inputs: parsed(input), outputs: output }),
  handoff: ({ from_agent, to_agent }) => ({ inputs: { from_agent }, outputs: { to_agent } }),
  guardrail: ({ triggered }) => ({ outputs: { triggered } }),
  custom: ({ data }) => ({ outputs: data }),
  mcp_tools: ({ server, result }) => ({ inputs: { server }, outputs: result }),
  transcription: ({ output, model }) => ({ outputs: output, attributes: { model } }),
  speech: ({ input, model }) => ({ inputs: input, attributes: { model } }),
};

export function readSpan(data: SpanData): Told {
  return READERS[data.type]?.(data) ?? {};
}

export function readCall(data: SpanData): ToldCall {
  return data.type === 'response' ? readResponse(data) : readGeneration(data);
}

/** What a run failed with, which the SDK puts behind a message of its own. */
export function errorOf({ error }: AgentsSpan): Error | undefined {
  if (!error) return undefined;
  const reason = error.data?.['error'];
  return new Error(typeof reason === 'string' ? reason : error.message);
}

/** What the agent was asked: without its own instructions, and in words alone where it was that. */
export function questionOf(inputs: unknown): unknown {
  if (!Array.isArray(inputs)) return inputs;
  const messages = (inputs as readonly { role?: string; content?: unknown }[]).filter(
    ({ role }) => role !== 'system' && role !== 'developer',
  );
  const [only, ...others] = messages;
  return only?.role === 'user' && others.length === 0 ? only.content : messages;
}

function readResponse({ _input: inputs, _response: response }: SpanData): ToldCall {
  if (!response) return { inputs };
  const { output, model, usage, tools = [], ...rest } = response;
  const text: unknown = Reflect.get(rest, 'output_text');
  return {
    inputs,
    outputs: output,
    model,
    usage: usage ? responseUsage(usage) : undefined,
    tools: tools.length > 0 ? tools.map(chatTool) : undefined,
    answer: text === undefined || text === '' ? textOf(output) : text,
  };
}

function readGeneration({ input: inputs, output, model, model_config }: SpanData): ToldCall {
  const completion = (Array.isArray(output) ? output[0] : undefined) as CompletionAnswer | undefined;
  const usage = completion?.usage;
  return {
    inputs,
    outputs: completion?.choices ? completion : output,
    attributes: { model_config },
    model: completion?.model ?? model,
    usage: usage ? chatUsage(usage) : undefined,
    answer: completion?.choices?.[0]?.message?.content ?? undefined,
  };
}

/** The words in items of a response; undefined where it has none, as when tools are called. */
function textOf(items: unknown): string | undefined {
  if (!Array.isArray(items)) return undefined;
  const parts = (items as readonly { content?: unknown }[]).flatMap(({ content }) =>
    Array.isArray(content) ? (content as readonly { text?: string }[]) : [],
  );
  const text = parts.map((part) => part.text ?? '').join('');
  return text === '' ? undefined : text;
}

function parsed(input: unknown): unknown {
  if (typeof input !== 'string') return input;
  try {
    return JSON.parse(input) as unknown;
  } catch {
    return input;
  }
}
