import { Injectable } from '@nestjs/common';
import { PriceDirectory } from '@millrace/access';
import { Rejected, Unavailable } from '@millrace/domain';
import { ModelDirectory, type NamedModels } from '@millrace/model-access';
import type { JudgeRequest } from '@millrace/scorers';
import { BudgetSpent } from '../judged-scorer.ts';
import { hash } from '../verdict-ids.ts';
import type { GivenAnswer, ModelCall } from './given-answer.ts';
import type { JudgeContext } from './judge-context.ts';
import { JudgeTracer } from './judge-tracer.ts';
import { JudgementCache } from './judgement-cache.ts';
import { ModelConversation } from './model-conversation.ts';
import { estimateCall, priceCalls } from './price-calls.ts';

/** An answer and where it came from. */
export interface Asked {
  readonly answer: GivenAnswer;
  /** Whether it was paid for by another verdict. */
  readonly isCached: boolean;
  readonly traceId: string | undefined;
}

/** Told what a question took, whether it was answered or not. */
type OnPaid = (calls: readonly ModelCall[], costUsd: number | undefined) => void;

interface Question {
  readonly id: string;
  readonly request: JudgeRequest;
  readonly models: NamedModels;
}

/** Where judges hand in their questions: the same one is paid once, by all processes for a month, at the same time once in this one. */
@Injectable()
export class JudgeDesk {
  private readonly underWay = new Map<string, Promise<Asked>>();

  constructor(
    private readonly models: ModelDirectory,
    private readonly conversation: ModelConversation,
    private readonly cache: JudgementCache,
    private readonly tracer: JudgeTracer,
    private readonly prices: PriceDirectory,
  ) {}

  /** Throws what Judge throws. */
  async ask(request: JudgeRequest, context: JudgeContext, onPaid: OnPaid): Promise<Asked> {
    context.stop.throwIfAborted();
    const models = await this.models.resolve(context.workspaceId, request.model ?? context.defaultModel);
    const question = { id: questionId(request, models, context), request, models };
    for (;;) {
      const other = this.underWay.get(question.id);
      if (!other) return this.lead(question, context, onPaid);
      try {
        return { ...(await other), isCached: true };
      } catch (error) {
        context.stop.throwIfAborted();
        const isOurs =
          (error instanceof Rejected && !(error instanceof BudgetSpent)) || error instanceof Unavailable;
        // That the other was stopped, or has no money, is no answer to this one.
        if (isOurs) throw error;
      }
    }
  }

  private async lead(question: Question, context: JudgeContext, onPaid: OnPaid): Promise<Asked> {
    const asking = this.lookUpOrAsk(question, context, onPaid);
    this.underWay.set(question.id, asking);
    try {
      return await asking;
    } finally {
      if (this.underWay.get(question.id) === asking) this.underWay.delete(question.id);
    }
  }

  private async lookUpOrAsk(question: Question, context: JudgeContext, onPaid: OnPaid): Promise<Asked> {
    const known = await this.cache.find(question.id);
    if (!known) return this.pay(question, context, onPaid);
    const { answer, verdictId, traceId } = known;
    if (verdictId !== context.verdictId) return { answer, isCached: true, traceId };
    // This verdict paid for it, and the worker died before it was stored: the call may not be traced yet either.
    onPaid(answer.calls, answer.costUsd);
    if (traceId !== undefined) await this.tracer.trace(traceId, question.request, answer, context);
    return { answer, isCached: false, traceId };
  }

  private async pay(question: Question, context: JudgeContext, onPaid: OnPaid): Promise<Asked> {
    const { request, models } = question;
    const { workspaceId, spend, stop, verdictId } = context;
    const overrides = await this.prices.overridesOf(workspaceId);
    const [first] = models.candidates;
    const estimate = first ? estimateCall(request, first, overrides) : 0;
    await spend?.reserve(estimate);
    const calls: ModelCall[] = [];
    try {
      const asking = { workspaceId, models, stop, onCall: (call: ModelCall) => void calls.push(call) };
      const { value } = await this.conversation.hold(request, asking);
      const answer = { value, calls, costUsd: priceCalls(calls, overrides) };
      const traceId = this.tracer.isOn ? hash([verdictId, question.id], 32) : undefined;
      await Promise.all([
        this.cache.keep(question.id, workspaceId, { answer, verdictId, traceId }),
        traceId === undefined ? undefined : this.tracer.trace(traceId, request, answer, context),
      ]);
      return { answer, isCached: false, traceId };
    } finally {
      const costUsd = priceCalls(calls, overrides);
      onPaid(calls, costUsd);
      await spend?.settle(estimate, costUsd ?? 0);
    }
  }
}

/** With tools the question is more than its words: they may look at what is judged. */
function questionId(request: JudgeRequest, { identity }: NamedModels, context: JudgeContext): string {
  const { messages, schema, temperature, maxOutputTokens, topP, tools = [] } = request;
  const asked = [messages, schema, temperature, maxOutputTokens, topP];
  const lookedAt = tools.length > 0 ? [context.verdictId, tools.map(({ name }) => name)] : [];
  return hash([context.workspaceId, identity, ...asked, ...lookedAt]);
}
