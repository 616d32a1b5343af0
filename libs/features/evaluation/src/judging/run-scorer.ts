import { Rejected, type AssessmentSource } from '@millrace/domain';
import type { CodeRunner } from '@millrace/ports';
import type { JudgeRequest, Outcome, Scorer, Subject } from '@millrace/scorers';
import type { JudgeContext } from './asking/judge-context.ts';
import type { JudgeDesk } from './asking/judge-desk.ts';
import { ModelJudge, type JudgeBill } from './asking/model-judge.ts';
import { BudgetSpent } from './judged-scorer.ts';

/** What a scorer may use. */
export interface ScoringTools {
  readonly desk: JudgeDesk;
  readonly code: CodeRunner;
}

/** What came of a scoring, whatever it came to. */
export interface Scored {
  readonly outcome: Outcome | { readonly kind: 'failed'; readonly reason: string };
  readonly source: AssessmentSource;
  readonly bill: JudgeBill;
  /** What models were asked, as it was sent. */
  readonly questions: readonly JudgeRequest['messages'][];
}

/** Lets a scorer score: that it can't is an outcome too. Throws Unavailable, BudgetSpent, and the reason of a stop. */
export async function runScorer(
  load: () => Scorer,
  subject: Subject,
  context: JudgeContext,
  { desk, code }: ScoringTools,
): Promise<Scored> {
  const judge = new ModelJudge(desk, context);
  let source: AssessmentSource = { type: 'code', id: context.scorerName };
  let outcome: Scored['outcome'];
  try {
    const scorer = load();
    // A judge without a model of its own is asked of the one that judges by default.
    source = { ...scorer.source, id: scorer.source.id ?? context.defaultModel };
    if (scorer.level !== subject.level) {
      throw new Rejected(
        `The scorer '${context.scorerName}' judges a whole ${scorer.level}, and was given a ${subject.level}.`,
      );
    }
    outcome = await scorer.score(subject, { judge, code });
  } catch (error) {
    context.stop.throwIfAborted();
    if (!(error instanceof Rejected) || error instanceof BudgetSpent) throw error;
    outcome = { kind: 'failed', reason: error.message };
  }
  return { outcome, source, bill: judge.bill, questions: judge.questions };
}
