import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { askDatabase } from '@millrace/access';
import { Rejected } from '@millrace/domain';
import {
  compareMeasures,
  compareScorers,
  type ChangedExample,
  type Choice,
  type MeasureComparison,
  type ScorerComparison,
} from './compare-pairs.ts';
import { toSideSearch, type ComparisonSide } from './comparison-sides.ts';
import { pairTraces, type Pairing } from './pair-traces.ts';
import { SideTraces, type TraceScope } from './side-traces.service.ts';

export interface ComparisonRequest extends Choice {
  readonly baseline: ComparisonSide;
  readonly candidate: ComparisonSide;
}

export interface Comparison {
  readonly traces: { readonly baseline: number; readonly candidate: number };
  readonly pairing: Pairing;
  readonly scorers: readonly ScorerComparison[];
  readonly measures: readonly MeasureComparison[];
  readonly regressions: readonly ChangedExample[];
  readonly improvements: readonly ChangedExample[];
}

/** Sets two versions side by side on the same examples. Throws Rejected for what can't be compared, Unavailable. */
@Injectable()
export class ComparisonsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly sides: SideTraces,
  ) {}

  async compare(scope: TraceScope, request: ComparisonRequest): Promise<Comparison> {
    const runOf = (id: string) => this.runOf(scope, id);
    const before = await toSideSearch(request.baseline, runOf);
    const after = await toSideSearch(request.candidate, runOf);
    const baseline = await this.sides.read(scope, before, 'The baseline');
    const candidate = await this.sides.read(scope, after, 'The candidate');
    const pairing = pairTraces(baseline, candidate);
    return {
      traces: { baseline: baseline.length, candidate: candidate.length },
      pairing,
      ...compareScorers(pairing.pairs, request),
      measures: compareMeasures(pairing.pairs),
    };
  }

  private async runOf({ workspaceId, experimentId }: TraceScope, evaluationId: string): Promise<string> {
    const rows = await askDatabase(this.dataSource, (manager) =>
      manager.query<{ run_id: string }[]>(
        'SELECT run_id FROM evaluations WHERE id = $1 AND workspace_id = $2 AND experiment_id = $3',
        [evaluationId, workspaceId, experimentId],
      ),
    );
    const [row] = rows;
    if (row) return row.run_id;
    throw new Rejected(
      `There is no evaluation ${evaluationId.slice(0, 100)} in this experiment.`,
      'not-found',
    );
  }
}
