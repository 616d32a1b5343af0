import { Injectable } from '@nestjs/common';
import type { ApiKey } from '../entities/api-key.entity.ts';
import { AuditTrail } from './audit-trail.ts';

const DAY_MS = 86_400_000;
const MOST_REMEMBERED = 50_000;
/** What the audit log says was done. */
export const KEY_USED = 'first use of an API key on a day';

/** Writes down from where keys are used: once a day for each key and address that a process sees. */
@Injectable()
export class KeyUses {
  /** Of the day of `day`. */
  private readonly seen = new Set<string>();
  private day = 0;

  constructor(private readonly trail: AuditTrail) {}

  /** Beside the request: an entry that can't be stored refuses nobody. */
  note({ id, name, workspaceId }: ApiKey, address: string): void {
    const time = Date.now();
    const use = `${id} ${address}`;
    this.turnTo(Math.floor(time / DAY_MS));
    if (this.seen.has(use)) return;
    this.seen.add(use);
    void this.trail.note({
      time,
      workspaceId,
      actorKind: 'key',
      actorId: id,
      actorName: name,
      action: KEY_USED,
      target: JSON.stringify({ key_id: id }),
      outcome: 'done',
      address,
    });
  }

  private turnTo(day: number): void {
    if (day === this.day && this.seen.size < MOST_REMEMBERED) return;
    this.day = day;
    this.seen.clear();
  }
}
