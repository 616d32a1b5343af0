import { Injectable } from '@nestjs/common';
import { Rejected } from '@millrace/domain';
import { ModelCaller, type NamedModels } from '@millrace/model-access';
import type { ChatMessage, ChatRequest, ChatToolCall } from '@millrace/ports';
import type { JudgeRequest } from '@millrace/scorers';
import { EvaluationOptions } from '../../evaluation.config.ts';
import type { GivenAnswer, ModelCall, Reply } from './given-answer.ts';
import { AnswerReader } from './read-answer.ts';
import { JudgeRateLimiter } from './rate-limiter.ts';

/** Whom a question is asked, and for whom. */
export interface Asking {
  readonly workspaceId: string;
  readonly models: NamedModels;
  readonly stop: AbortSignal;
  /** Told of every call, also of those before a failure: all are paid. */
  readonly onCall: (call: ModelCall) => void;
}

/** A model may look closer so often before it has to answer. */
const MOST_TOOL_ROUNDS = 20;
/** An answer that is not of the schema is asked for once more. */
const MOST_FAULTS = 1;
const LONGEST_SHOWN = 300;

/** Talks with a model until it answers what has the shape of the schema: lets it use tools, shows it a fault once. */
@Injectable()
export class ModelConversation {
  private readonly reader = new AnswerReader();
  private readonly timeoutMs: number;

  constructor(
    private readonly caller: ModelCaller,
    private readonly limiter: JudgeRateLimiter,
    { config }: EvaluationOptions,
  ) {
    this.timeoutMs = config.judging.timeoutMs;
  }

  /** Throws what Judge throws. */
  async hold(request: JudgeRequest, asking: Asking): Promise<Pick<GivenAnswer, 'value'>> {
    const messages = [...request.messages];
    let faults = 0;
    for (let round = 0; ; round++) {
      const { call, isCut } = await this.call(request, messages, asking, round < MOST_TOOL_ROUNDS);
      const answer = call.toolCalls.length > 0 ? undefined : this.reader.read(call.text, request.schema);
      const replies = answer ? repliesTo(answer, isCut) : useTools(request, call.toolCalls);
      asking.onCall({ ...call, replies });
      if (answer && 'value' in answer) return answer;
      if (answer && ++faults > MOST_FAULTS) throw noAnswer(call, answer.fault, isCut);
      messages.push(...continuation({ ...call, replies }));
    }
  }

  private async call(
    request: JudgeRequest,
    messages: readonly ChatMessage[],
    { workspaceId, models, stop }: Asking,
    mayUseTools: boolean,
  ) {
    let startedAt = Date.now();
    const { answer, provider, model } = await this.caller.ask(
      models,
      toChatRequest(request, messages, mayUseTools),
      {
        stop,
        timeoutMs: this.timeoutMs,
        admit: async (candidate) => {
          await this.limiter.admit(workspaceId, candidate.provider, stop);
          startedAt = Date.now();
        },
      },
    );
    const { text, toolCalls, usage, finish } = answer;
    if (finish === 'content-filter') {
      throw new Rejected(`${provider} did not let ${model} answer: its content filter stopped it.`);
    }
    const call = {
      startedAt,
      endedAt: Date.now(),
      provider,
      model: answer.model ?? model,
      usage,
      text,
      toolCalls,
    };
    return { call, isCut: finish === 'length' };
  }
}

/** What was said after a call, as messages for the next. */
export function continuation({ text, toolCalls, replies }: Omit<ModelCall, 'usage'>): ChatMessage[] {
  return [
    { role: 'assistant', text, toolCalls },
    ...replies.map((reply): ChatMessage => {
      if (reply.kind === 'fault') return { role: 'user', parts: [{ kind: 'text', text: reply.text }] };
      return { role: 'tool', toolCallId: reply.call.id, toolName: reply.call.name, text: reply.text };
    }),
  ];
}

function toChatRequest(
  { schema, temperature, maxOutputTokens, topP, tools = [] }: JudgeRequest,
  messages: readonly ChatMessage[],
  mayUseTools: boolean,
): ChatRequest {
  return {
    messages,
    json: { name: 'judgement', schema },
    temperature,
    maxOutputTokens,
    topP,
    ...(tools.length > 0 && {
      tools: tools.map(({ name, description, parameters, isStrict }) => ({
        name,
        description,
        parameters,
        isStrict,
      })),
      toolChoice: mayUseTools ? 'auto' : 'none',
    }),
  };
}

function useTools({ tools = [] }: JudgeRequest, calls: readonly ChatToolCall[]): Reply[] {
  return calls.map((call) => {
    const tool = tools.find(({ name }) => name === call.name);
    return { kind: 'tool', call, text: tool?.answer(call) ?? `There is no tool '${call.name}'.` };
  });
}

function repliesTo(answer: object, isCut: boolean): Reply[] {
  if (!('fault' in answer)) return [];
  const fault = isCut ? 'it was cut off: be brief' : String(answer.fault);
  const text = `That answer can't be used: ${fault}. Answer again with nothing but JSON of the schema.`;
  return [{ kind: 'fault', text }];
}

function noAnswer(
  { provider, model, text }: Omit<ModelCall, 'replies'>,
  fault: string,
  isCut: boolean,
): Rejected {
  const why = isCut ? 'it was cut off at the limit of tokens' : fault;
  return new Rejected(
    `${provider}:/${model} gave no answer of the judge's schema, asked twice: ${why}. It said: ${text.slice(0, LONGEST_SHOWN)}`,
  );
}
