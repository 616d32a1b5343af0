import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import { askDatabase } from '@millrace/access';
import { BlobStore } from '@millrace/ports';
import { Recurring } from '@millrace/service-kit';
import { contentPrefix, NOW_MS } from './artifact-contents.ts';
import { UnownedContent } from './entities/unowned-content.entity.ts';

const EVERY_MS = 60_000;
const PAGE = 100;

export interface SweepLimits {
  /** So long a download of what was deleted or replaced goes on. */
  readonly graceMs: number;
  /** An upload that has not gone on for so long is given up. */
  readonly abandonedMs: number;
}

const LIMITS: SweepLimits = { graceMs: 10 * 60_000, abandonedMs: 24 * 60 * 60_000 };

/** Removes the blobs that belong to no artifact: replaced, deleted, or left by an upload that was cut off. */
@Injectable()
export class ArtifactSweeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly sweeping = new Recurring({
    everyMs: EVERY_MS,
    firstMs: EVERY_MS,
    work: () => this.sweep(),
    logger: new Logger('Artifacts'),
    complaint: 'Blobs of deleted artifacts are not removed yet',
  });

  constructor(
    private readonly dataSource: DataSource,
    private readonly blobs: BlobStore,
  ) {}

  onApplicationBootstrap(): void {
    this.sweeping.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.sweeping.stop();
  }

  /** Several processes may do so at a time. Throws Unavailable; what is left is removed by the next call. */
  async sweep({ graceMs, abandonedMs }: SweepLimits = LIMITS): Promise<void> {
    await askDatabase(this.dataSource, async (manager) => {
      await manager.query(
        `UPDATE unowned_contents SET is_removable = true
         WHERE NOT is_removable AND touched_time < ${NOW_MS} - $1::bigint`,
        [abandonedMs],
      );
      // Its parts are unowned, and given up above.
      await manager.query(
        `DELETE FROM artifact_uploads upload WHERE creation_time < ${NOW_MS} - $1::bigint AND NOT EXISTS (
           SELECT 1 FROM artifact_upload_parts part, jsonb_array_elements(part.segments) segment, unowned_contents content
           WHERE part.upload_id = upload.id AND content.content_id = segment->>'contentId' AND NOT content.is_removable)`,
        [abandonedMs],
      );
    });
    while (!this.sweeping.isStopped) {
      const contents = await this.findRemovable(graceMs);
      for (const { workspaceId, contentId } of contents) {
        if (this.sweeping.isStopped) return;
        await this.blobs.removeAll(contentPrefix(workspaceId, contentId));
        await askDatabase(this.dataSource, (manager) => manager.delete(UnownedContent, { contentId }));
      }
      if (contents.length < PAGE) return;
    }
  }

  private findRemovable(graceMs: number): Promise<UnownedContent[]> {
    return askDatabase(this.dataSource, (manager) =>
      manager
        .createQueryBuilder(UnownedContent, 'content')
        .where('content.is_removable')
        .andWhere(`content.touched_time <= ${NOW_MS} - :graceMs::bigint`, { graceMs })
        .orderBy('content.touched_time')
        .limit(PAGE)
        .getMany(),
    );
  }
}
