import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { recordEvent, type EventType, type RegistryEvent } from '@millrace/webhook-events';

/** Where changes leave word for webhooks: as rows of the transaction that makes the change, so no crash parts the two. */
@Injectable()
export class WebhookOutbox {
  private wake: () => void = () => undefined;

  /** As part of the transaction of `manager`; see `recordEvent`. */
  record(manager: EntityManager, workspaceId: string, event: RegistryEvent): Promise<void> {
    return recordEvent(manager, workspaceId, event);
  }

  /** Whether a webhook of the workspace asks for it. */
  async isAskedFor(manager: EntityManager, workspaceId: string, type: EventType): Promise<boolean> {
    const rows = await manager.query<unknown[]>(
      'SELECT 1 FROM webhooks WHERE workspace_id = $1 AND is_enabled AND $2 = ANY (events) LIMIT 1',
      [workspaceId, type],
    );
    return rows.length > 0;
  }

  /** After a commit: what was recorded need not wait for the next look at the outbox. */
  notify(): void {
    this.wake();
  }

  /** Who delivers. */
  onNotify(wake: () => void): void {
    this.wake = wake;
  }
}
