import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  ArtifactStore,
  MultipartUploads,
  type Alongside,
  type ArtifactPlace,
  type ArtifactUploadRequest,
  type SentPart,
} from '@millrace/artifacts';
import { PendingEvents } from '../events/pending-events.service.ts';
import { traceOfSpansFile } from './mlflow-spans-file.ts';

/** Files as they come. One with spans of a trace is announced as `spans.uploaded`, at least once for each time that it is stored. */
@Injectable()
export class ArtifactUploads {
  constructor(
    private readonly store: ArtifactStore,
    private readonly multipart: MultipartUploads,
    private readonly events: PendingEvents,
  ) {}

  /** Durable on return. Throws what ArtifactStore.write does. */
  async write(upload: ArtifactUploadRequest): Promise<void> {
    await this.store.write(upload, this.announce);
    this.publish(upload.path);
  }

  /** Makes the parts the file. Throws what MultipartUploads.complete does. */
  async complete(uploadId: string, path: string, sent: readonly SentPart[]): Promise<void> {
    await this.multipart.complete(uploadId, path, sent, this.announce);
    this.publish(path);
  }

  private readonly announce: Alongside = async (manager, { workspaceId, path }: ArtifactPlace) => {
    const trace = traceOfSpansFile(path);
    if (!trace) return;
    const id = `${trace.traceId}:${randomUUID()}:spans.uploaded`;
    await this.events.add(manager, { id, type: 'spans.uploaded', workspaceId, ...trace, path });
  };

  private publish(path: string): void {
    if (traceOfSpansFile(path)) this.events.publishSoon();
  }
}
