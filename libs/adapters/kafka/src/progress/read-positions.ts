import type { Admin } from 'kafkajs';
import type { TopicLink } from '../connection/topic-link.ts';

/** How far a partition is filled and how far a group has come. */
export interface PartitionPosition {
  readonly partition: number;
  /** The first offset that retention has left. */
  readonly low: bigint;
  /** The offset of the next record. */
  readonly end: bigint;
  /** The offset after the last one committed; undefined when the group has committed nothing. */
  readonly committed: bigint | undefined;
  /** What the group noted with that commit. */
  readonly metadata: string;
}

/** The offset of the first record the group has not committed and retention has left. */
export function firstUnread({ low, committed }: PartitionPosition): bigint {
  return committed !== undefined && committed > low ? committed : low;
}

export interface CommittedPosition {
  readonly offset: bigint;
  readonly metadata: string;
}

/** The positions of all partitions, in order of partition. */
export async function readPositions(
  link: TopicLink,
  group: string,
  timeoutMs?: number,
): Promise<PartitionPosition[]> {
  const [offsets, committed] = await link.ask(
    `read the positions of ${link.topic}`,
    (admin) => Promise.all([admin.fetchTopicOffsets(link.topic), fetchCommitted(admin, link.topic, group)]),
    timeoutMs,
  );
  return offsets
    .map(({ partition, low, high }) => ({
      partition,
      low: BigInt(low),
      end: BigInt(high),
      committed: committed.get(partition)?.offset,
      metadata: committed.get(partition)?.metadata ?? '',
    }))
    .sort((a, b) => a.partition - b.partition);
}

/** Only what the group has committed, by partition. */
export async function readCommitted(link: TopicLink, group: string): Promise<Map<number, CommittedPosition>> {
  return link.ask(`read the commits of ${group}`, (admin) => fetchCommitted(admin, link.topic, group));
}

async function fetchCommitted(
  admin: Admin,
  topic: string,
  groupId: string,
): Promise<Map<number, CommittedPosition>> {
  const [answer] = await admin.fetchOffsets({ groupId, topics: [topic] });
  const committed = new Map<number, CommittedPosition>();
  for (const { partition, offset, metadata } of answer?.partitions ?? []) {
    const position = BigInt(offset);
    if (position >= 0n) committed.set(partition, { offset: position, metadata: metadata ?? '' });
  }
  return committed;
}
