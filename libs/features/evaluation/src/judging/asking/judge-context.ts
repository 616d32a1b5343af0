import type { Spend } from '../judged-scorer.ts';

/** For whom a judge asks. */
export interface JudgeContext {
  readonly workspaceId: string;
  readonly experimentId: number;
  /** For questions that name none. */
  readonly defaultModel: string;
  readonly judgedTraceId: string;
  readonly scorerName: string;
  /** What its answers are for: asked again for the same one nothing is paid again. */
  readonly verdictId: string;
  readonly spend?: Spend | undefined;
  readonly stop: AbortSignal;
}
