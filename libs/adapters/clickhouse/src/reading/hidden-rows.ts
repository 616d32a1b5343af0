import type { ClickHouseConnection } from '../connection/clickhouse-connection.ts';

/** With so many bytes free on every disk no merge or insert fails for want of room within `ROOM_IS_KNOWN_MS`. */
const AMPLE_BYTES = 4 * 1024 ** 3;
const ROOM_IS_KNOWN_MS = 1000;
const ROOM = 'SELECT min(unreserved_space) AS bytes FROM system.disks WHERE total_space > 0';
const HIDDEN = `
  SELECT count() AS parts FROM system.parts
  WHERE database = currentDatabase() AND active AND NOT visible`;

/**
 * Knows whether rows are out of sight: ClickHouse (26.7) on a full disk goes on answering while parts of the last moments are
 * active and not visible, until there is room again. Where there is ample room nobody asks for them.
 */
export class HiddenRows {
  private roomIsKnownUntil = 0;
  private hasRoom: Promise<boolean> = Promise.resolve(false);

  constructor(
    private readonly connection: ClickHouseConnection,
    private readonly ampleBytes = AMPLE_BYTES,
  ) {}

  /** Throws Unavailable. */
  async exist(): Promise<boolean> {
    if (await this.isRoomAmple()) return false;
    const [row] = await this.connection.select<{ parts: string }>(HIDDEN);
    return Number(row?.parts) > 0;
  }

  /** All who ask within a second share an answer; a failure is nobody's but of those who waited for it. */
  private isRoomAmple(): Promise<boolean> {
    const now = performance.now();
    if (now >= this.roomIsKnownUntil) {
      this.roomIsKnownUntil = now + ROOM_IS_KNOWN_MS;
      this.hasRoom = this.askRoom();
      this.hasRoom.catch(() => {
        this.roomIsKnownUntil = 0;
      });
    }
    return this.hasRoom;
  }

  private async askRoom(): Promise<boolean> {
    const [row] = await this.connection.select<{ bytes: string }>(ROOM);
    return Number(row?.bytes) >= this.ampleBytes;
  }
}
