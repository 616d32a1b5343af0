import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import {
  assessmentRemoval,
  parseAssessment,
  parseFilter,
  Unavailable,
  type DomainEvent,
  type RunEvent,
  type TraceRow,
} from '@millrace/domain';
import { DomainEvents, type EntryChange } from '@millrace/ports';
import { BackgroundSubscription } from '@millrace/service-kit';
import { ExperimentChoice, TraceChangesService, TracesService } from '@millrace/trace-access';
import { FreshnessService } from '../freshness/freshness.service.ts';

const GROUP = 'run-deletions';
const PAGE = 500;
/** Metadata of an assessment: the run that made it. */
const SOURCE_RUN = 'mlflow.assessment.sourceRunId';

/** Takes what a run said about traces away when the run is deleted. */
@Injectable()
export class RunDeletionsService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(RunDeletionsService.name);
  private subscription: BackgroundSubscription | undefined;

  constructor(
    private readonly events: DomainEvents,
    private readonly traces: TracesService,
    private readonly changes: TraceChangesService,
    private readonly freshness: FreshnessService,
    private readonly experiments: ExperimentChoice,
  ) {}

  onApplicationBootstrap(): void {
    this.subscription = new BackgroundSubscription(
      () => this.events.subscribe(GROUP, (event) => this.take(event)),
      (reason) => this.logger.warn(`Deleted runs are not heard of yet, trying again: ${reason}`),
    );
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.subscription?.stop();
  }

  private async take(event: DomainEvent): Promise<void> {
    if (event.type !== 'run.deleted') return;
    const { isComplete } = await this.freshness.waitComplete();
    if (!isComplete) throw new Unavailable('Traces from before the deletion of the run are not stored yet.');
    const removed = await this.removeAssessments(event);
    this.logger.log(`run ${event.runId} is deleted, and with it ${removed} assessments`);
  }

  /** Traces that a run assessed are linked to it. */
  private async removeAssessments({ workspaceId, runId }: RunEvent): Promise<number> {
    const filter = parseFilter(`attribute.run_id = '${runId}'`);
    const experimentIds = await this.experiments.choose(workspaceId, undefined);
    let removed = 0;
    let after: string | undefined;
    do {
      const page = await this.traces.search({
        workspaceId,
        experimentIds,
        order: [],
        limit: PAGE,
        ...(filter && { filter }),
        ...(after !== undefined && { after }),
      });
      for (const trace of page.traces) {
        const removals = removalsOf(trace, runId);
        if (removals.length > 0) await this.changes.change([trace], removals);
        removed += removals.length;
      }
      after = page.next;
    } while (after !== undefined);
    return removed;
  }
}

function removalsOf(trace: TraceRow, runId: string): EntryChange[] {
  return [...trace.assessments.values()]
    .map(parseAssessment)
    .filter((assessment) => assessment?.metadata.get(SOURCE_RUN) === runId)
    .flatMap((assessment) => (assessment ? [...assessmentRemoval(assessment)] : []));
}
