import { Injectable } from '@nestjs/common';
import { parseFilter, type Assessment } from '@millrace/domain';
import { SideTraces, type TraceScope } from '../comparison/side-traces.service.ts';
import { verdictsOf } from '../trace-verdicts.ts';
import { measureJudge, type JudgeAgreement, type JudgedByBoth } from './measure-judge.ts';

export interface AgreementRequest {
  /** Name of the judge's assessments. */
  readonly scorer: string;
  /** Name of people's. */
  readonly label: string;
  readonly filter: string;
}

/** How far judges say what people say. Throws Rejected for too many traces, Unavailable. */
@Injectable()
export class JudgeAgreementService {
  constructor(private readonly traces: SideTraces) {}

  async measure(scope: TraceScope, { scorer, label, filter }: AgreementRequest): Promise<JudgeAgreement> {
    const judged: JudgedByBoth[] = [];
    for await (const page of this.traces.pages(scope, parseFilter(filter), 'The question')) {
      for (const trace of page) {
        const [judge] = verdictsOf(trace, { name: scorer, accepts: isJudge });
        const [human] = verdictsOf(trace, { name: label, accepts: isHuman });
        if (judge && human) judged.push({ traceId: trace.traceId, judge, human });
      }
    }
    return measureJudge(judged);
  }
}

function isJudge({ type }: Assessment['source']): boolean {
  return type === 'judge' || type === 'code';
}

function isHuman({ type }: Assessment['source']): boolean {
  return type === 'human';
}
