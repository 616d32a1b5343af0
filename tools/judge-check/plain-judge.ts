import { dollarsNumber, Rejected, Unavailable, type JsonValue } from '@millrace/domain';
import type { ChatAnswer, ChatMessage, ChatModel, ModelAccess } from '@millrace/ports';
import { priceSpan } from '@millrace/prices';
import type { Judge, JudgeAnswer, JudgeRequest } from '@millrace/scorers';
import { setTimeout } from 'node:timers/promises';

const TIMEOUT_MS = 120_000;
const MOST_ATTEMPTS = 4;
const BACKOFF_MS = 1_000;
/** An answer that is no JSON object is asked for once more. */
const MOST_FAULTS = 1;

/** A judge that asks one model and keeps nothing: no cache, no trace, no budget. */
export class PlainJudge implements Judge {
  constructor(
    private readonly chat: ChatModel,
    private readonly access: ModelAccess,
  ) {}

  async ask(request: JudgeRequest): Promise<JudgeAnswer> {
    const messages = [...request.messages];
    const answers: ChatAnswer[] = [];
    for (let faults = 0; ; faults++) {
      const answer = await this.askPatiently(request, messages);
      answers.push(answer);
      const value = fieldsIn(answer.text);
      if (value) return { value, ...this.effortOf(answers) };
      if (faults >= MOST_FAULTS)
        throw new Rejected(`The model answered no JSON: ${answer.text.slice(0, 100)}`);
      const text = 'That is no JSON object. Answer again with nothing but JSON of the schema.';
      messages.push(
        { role: 'assistant', text: answer.text, toolCalls: [] },
        { role: 'user', parts: [{ kind: 'text', text }] },
      );
    }
  }

  private async askPatiently(request: JudgeRequest, messages: readonly ChatMessage[]): Promise<ChatAnswer> {
    const { schema, temperature, maxOutputTokens, topP } = request;
    for (let attempt = 1; ; attempt++) {
      try {
        const asked = { messages, json: { name: 'judgement', schema }, temperature, maxOutputTokens, topP };
        return await this.chat.ask(this.access, asked, AbortSignal.timeout(TIMEOUT_MS));
      } catch (error) {
        if (!(error instanceof Unavailable) || attempt >= MOST_ATTEMPTS) throw error;
        await setTimeout(BACKOFF_MS * 2 ** (attempt - 1));
      }
    }
  }

  private effortOf(answers: readonly ChatAnswer[]): Omit<JudgeAnswer, 'value'> {
    const { provider, model } = this.access;
    const costs = answers.map(({ usage: { input, cached, output, reasoning }, model: answered = model }) => {
      const tokens = { input: input - cached, cacheRead: cached, output: output - reasoning, reasoning };
      const call = { model: answered, provider, tokens, serviceTier: undefined, startedAt: Date.now() };
      return priceSpan(call, [])?.total;
    });
    const isPriced = costs.every((cost) => cost !== undefined);
    return {
      model: `${provider}:/${model}`,
      inputTokens: answers.reduce((sum, { usage }) => sum + usage.input, 0),
      outputTokens: answers.reduce((sum, { usage }) => sum + usage.output, 0),
      costUsd: isPriced ? dollarsNumber(costs.reduce((sum, cost) => sum + (cost ?? 0n), 0n)) : undefined,
      isCached: false,
    };
  }
}

function fieldsIn(text: string): Readonly<Record<string, JsonValue>> | undefined {
  try {
    const value = JSON.parse(text) as JsonValue;
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, JsonValue>>)
      : undefined;
  } catch {
    return undefined;
  }
}
