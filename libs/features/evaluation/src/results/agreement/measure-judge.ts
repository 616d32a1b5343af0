import type { JsonValue } from '@millrace/domain';
import { measureAgreement, type Agreement } from '@millrace/statistics';
import type { TraceVerdict } from '../trace-verdicts.ts';
import { isPassing } from '../verdict-value.ts';

/** A trace that a judge and a person speak of. */
export interface JudgedByBoth {
  readonly traceId: string;
  readonly judge: TraceVerdict;
  readonly human: TraceVerdict;
}

export interface JudgeAgreement {
  /** The judge in rows, people in columns; undefined when there is no trace of both. */
  readonly agreement: Agreement | undefined;
  readonly disagreements: readonly JudgedByBoth[];
}

/** How far a judge says what people say. */
export function measureJudge(judged: readonly JudgedByBoth[]): JudgeAgreement {
  const said = judged.map((each) => [labelOf(each.judge.value), labelOf(each.human.value)] as const);
  return {
    agreement: measureAgreement(said),
    disagreements: judged.filter((_, at) => said[at]?.[0] !== said[at]?.[1]),
  };
}

/** `yes`, `true` and `pass` are one word, however they are written; so are `no`, `false` and `fail`. */
function labelOf(value: JsonValue): string {
  const passing = isPassing(value);
  if (passing !== undefined) return passing ? 'yes' : 'no';
  return typeof value === 'string' ? value.trim().toLowerCase() : JSON.stringify(value);
}
