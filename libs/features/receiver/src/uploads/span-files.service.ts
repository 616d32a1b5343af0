import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { ArtifactStore } from '@millrace/artifacts';
import { Rejected, Unavailable, type DomainEvent, type SpansFileEvent } from '@millrace/domain';
import { DomainEvents } from '@millrace/ports';
import { BackgroundSubscription } from '@millrace/service-kit';
import { ReceiverMetrics } from '../receiver-metrics.ts';
import { SpanDocuments } from './span-documents.service.ts';

const GROUP = 'span-files';

/**
 * Takes the spans of uploaded files into the log, each file at least once. One that can't be read stays as it is: that is counted and
 * logged, and not tried again.
 */
@Injectable()
export class SpanFiles implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(SpanFiles.name);
  private subscription: BackgroundSubscription | undefined;

  constructor(
    private readonly events: DomainEvents,
    private readonly artifacts: ArtifactStore,
    private readonly documents: SpanDocuments,
    private readonly metrics: ReceiverMetrics,
  ) {}

  onApplicationBootstrap(): void {
    this.subscription = new BackgroundSubscription(
      () => this.events.subscribe(GROUP, (event) => this.take(event)),
      (reason) => this.logger.warn(`Files with spans are not heard of yet, trying again: ${reason}`),
    );
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.subscription?.stop();
  }

  private async take(event: DomainEvent): Promise<void> {
    if (event.type !== 'spans.uploaded') return;
    try {
      await this.store(event);
      this.metrics.fileTaken('stored');
    } catch (error) {
      if (error instanceof Unavailable) throw error;
      this.metrics.fileTaken(error instanceof Rejected ? error.reason : 'fault');
      const reason = error instanceof Error ? error.message : String(error);
      this.logger.warn(`not all spans of the file ${event.path} are stored as spans: ${reason}`);
    }
  }

  private async store(event: SpansFileEvent): Promise<void> {
    const { workspaceId, path } = event;
    const file = await this.artifacts.find({ workspaceId, path });
    const { rejectedSpans, message } = await this.documents.store(await this.artifacts.read(file), event);
    if (rejectedSpans === 0) return;
    this.logger.warn(`${rejectedSpans} spans of the file ${path} are not stored as spans: ${message}`);
  }
}
