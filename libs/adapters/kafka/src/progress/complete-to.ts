import type { TopicLink } from '../connection/topic-link.ts';
import { firstUnread, type PartitionPosition } from './read-positions.ts';

const FIRST_AGE_MS = 250;

/**
 * The time up to which nothing of the lagging partitions is outstanding. Kafka tells the first offset at or after a time,
 * so ever earlier times are tried until that offset is stored everywhere; what the writer noted with its last commits, the
 * time of the last stored record, ends the search at the latest.
 */
export async function findCompleteTo(
  link: TopicLink,
  lagging: readonly PartitionPosition[],
  now: number,
): Promise<number> {
  const stored = new Map(lagging.map((position) => [position.partition, firstUnread(position)]));
  const noted = Math.min(...lagging.map(({ metadata }) => notedTime(metadata)));
  for (let age = FIRST_AGE_MS; now - age > noted; age *= 2) {
    const time = now - age;
    const firsts = await link.ask(`look for records since ${new Date(time).toISOString()}`, (admin) =>
      admin.fetchTopicOffsetsByTimestamp(link.topic, time),
    );
    const isStored = firsts.every(
      ({ partition, offset }) => BigInt(offset) <= (stored.get(partition) ?? BigInt(offset)),
    );
    if (isStored) return time - 1;
  }
  return noted;
}

/** Other records of the same millisecond may be outstanding. */
function notedTime(metadata: string): number {
  return /^\d{1,15}$/.test(metadata) ? Number(metadata) - 1 : 0;
}
