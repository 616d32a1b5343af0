import { Injectable, Logger } from '@nestjs/common';
import { Rejected, Unavailable } from '@millrace/domain';
import type { EntryChange } from '@millrace/ports';
import type { JudgeRequest } from '@millrace/scorers';
import { MaskedLog } from '@millrace/trace-access';
import { EvaluationOptions } from '../../evaluation.config.ts';
import { tellTrace } from '../../telling/own-traces.ts';
import type { GivenAnswer } from './given-answer.ts';
import type { JudgeContext } from './judge-context.ts';
import { judgeSpans } from './judge-trace.ts';

/** By which MLflow knows the trace of a scorer: its client makes it a tag, filters and online scoring look at the metadata. */
const SOURCE_SCORER = 'mlflow.trace.sourceScorer';
const JUDGED_TRACE = 'millrace.judgedTraceId';

/** Traces what judges ask models, in the experiment of what they judge. */
@Injectable()
export class JudgeTracer {
  private readonly logger = new Logger('Judging');
  readonly isOn: boolean;

  constructor(
    private readonly log: MaskedLog,
    { config }: EvaluationOptions,
  ) {
    this.isOn = config.judging.isTraced;
  }

  /** A trace that can't be told is not worth losing the verdict that was paid for: it is missed, and the log says so. */
  async trace(
    traceId: string,
    request: JudgeRequest,
    answer: GivenAnswer,
    context: JudgeContext,
  ): Promise<void> {
    const { workspaceId, experimentId, scorerName } = context;
    const spans = judgeSpans(traceId, scorerName, request, answer);
    try {
      const entries = entriesOf(context);
      await tellTrace(this.log, { workspaceId, experimentId, traceId, entries, spans });
    } catch (error) {
      if (!(error instanceof Unavailable || error instanceof Rejected)) throw error;
      this.logger.warn(`A call of the judge ${scorerName} could not be traced: ${error.message}`);
    }
  }
}

function entriesOf({ scorerName, judgedTraceId }: JudgeContext): EntryChange[] {
  return [
    { kind: 'metadata', key: SOURCE_SCORER, value: scorerName },
    { kind: 'metadata', key: JUDGED_TRACE, value: `tr-${judgedTraceId}` },
    { kind: 'tag', key: SOURCE_SCORER, value: scorerName },
  ];
}
