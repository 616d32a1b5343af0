import type { Judge, JudgeAnswer, JudgeRequest } from '@millrace/scorers';
import { tokensOf, type ModelCall } from './given-answer.ts';
import type { JudgeContext } from './judge-context.ts';
import type { Asked, JudgeDesk } from './judge-desk.ts';

/** What a judge has taken so far, also for questions that got no answer. */
export interface JudgeBill {
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly costUsd: number;
  /** Whether it asked and every answer was there before. */
  readonly isCached: boolean;
}

/** The judge of one scorer on one subject: asks models, and keeps the bill. */
export class ModelJudge implements Judge {
  /** Messages of every question, as they were sent. */
  readonly questions: JudgeRequest['messages'][] = [];
  private readonly calls: ModelCall[] = [];
  private costUsd = 0;
  private paid = 0;
  private known = 0;

  constructor(
    private readonly desk: JudgeDesk,
    private readonly context: JudgeContext,
  ) {}

  get bill(): JudgeBill {
    const { input, output } = tokensOf(this.calls);
    const isCached = this.known > 0 && this.paid === 0;
    return { inputTokens: input, outputTokens: output, costUsd: this.costUsd, isCached };
  }

  async ask(request: JudgeRequest): Promise<JudgeAnswer> {
    this.questions.push(request.messages);
    const asked = await this.desk.ask(request, this.context, (calls, costUsd) => {
      this.paid += 1;
      this.calls.push(...calls);
      this.costUsd += costUsd ?? 0;
    });
    if (asked.isCached) this.known += 1;
    return toAnswer(asked);
  }
}

function toAnswer({ answer, isCached, traceId }: Asked): JudgeAnswer {
  const { input, output } = isCached ? { input: 0, output: 0 } : tokensOf(answer.calls);
  return {
    value: answer.value,
    model: answer.calls.at(-1)?.model ?? '',
    inputTokens: input,
    outputTokens: output,
    costUsd: isCached ? 0 : answer.costUsd,
    isCached,
    traceId,
  };
}
