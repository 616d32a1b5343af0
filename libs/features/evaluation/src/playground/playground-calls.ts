import { Injectable } from '@nestjs/common';
import { PriceDirectory } from '@millrace/access';
import type { PriceOverride } from '@millrace/domain';
import { ModelCaller, ModelDirectory, type NamedModels } from '@millrace/model-access';
import type { ChatFinish, ChatRequest } from '@millrace/ports';
import type { ModelCall } from '../judging/asking/given-answer.ts';
import { priceCalls } from '../judging/asking/price-calls.ts';

const TIMEOUT_MS = 120_000;

/** An answer of a model, and what it took. */
export interface PlaygroundCall {
  readonly call: ModelCall;
  readonly finish: ChatFinish;
  /** US dollars; undefined when no price is known. */
  readonly costUsd: number | undefined;
}

/** Models that can be asked, and what the workspace pays for them. */
export interface PricedModels {
  readonly models: NamedModels;
  readonly overrides: readonly PriceOverride[];
}

/** Asks models by their names and knows what that costs. */
@Injectable()
export class PlaygroundCalls {
  constructor(
    private readonly models: ModelDirectory,
    private readonly caller: ModelCaller,
    private readonly prices: PriceDirectory,
  ) {}

  /** Which models a name means. Throws what ModelDirectory throws. */
  async resolve(workspaceId: string, modelName: string): Promise<PricedModels> {
    const models = await this.models.resolve(workspaceId, modelName);
    return { models, overrides: await this.prices.overridesOf(workspaceId) };
  }

  /** Throws what ModelCaller throws. */
  async ask(
    { models, overrides }: PricedModels,
    request: ChatRequest,
    stop: AbortSignal,
  ): Promise<PlaygroundCall> {
    const startedAt = Date.now();
    const { answer, provider, model } = await this.caller.ask(models, request, {
      stop,
      timeoutMs: TIMEOUT_MS,
    });
    const { usage, text, toolCalls, finish } = answer;
    const call = {
      startedAt,
      endedAt: Date.now(),
      provider,
      model: answer.model ?? model,
      usage,
      text,
      toolCalls,
      replies: [],
    };
    return { call, finish, costUsd: priceCalls([call], overrides) };
  }
}
