import { examine, type Finding } from '@millrace/domain';
import { MAX_LOG_RECORD_BYTES } from '@millrace/ports';
import type { Admin } from 'kafkajs';
import { connectKafka } from './connection/kafka-connection.ts';
import { kafkajs } from './connection/kafkajs.ts';
import type { KafkaConfig } from './kafka.config.ts';

const DAY_MS = 24 * 3_600_000;
const TOPICS = ['spans', 'events'];
const SETTINGS = ['retention.ms', 'min.insync.replicas', 'max.message.bytes', 'cleanup.policy'];

/** Whether Kafka and our topics are what Millrace needs. Creates nothing. */
export function examineKafka(config: KafkaConfig): Promise<readonly Finding[]> {
  const advice =
    'look at MILLRACE_KAFKA_BROKERS, at MILLRACE_KAFKA_TLS and _SASL, and whether the brokers run';
  return examine('kafka', advice, async () => {
    const admin = connectKafka(config).admin({ retry: { retries: 1, initialRetryTime: 100 } });
    try {
      await admin.connect();
      const { brokers } = await admin.describeCluster();
      const answers = { subject: 'kafka', state: 'ok', says: `answers, brokers: ${brokers.length}` } as const;
      const names = await admin.listTopics();
      const topics: Finding[] = [];
      for (const kind of TOPICS) {
        const topic = `${config.topicPrefix}.${kind}`;
        const findings = names.includes(topic)
          ? await examineTopic(admin, topic, { config, brokers: brokers.length })
          : [notYet(topic)];
        topics.push(...findings);
      }
      return [answers, ...topics];
    } finally {
      await admin.disconnect().catch(() => undefined);
    }
  });
}

function notYet(topic: string): Finding {
  const says = 'is not there yet: the services create it when they start, if they may';
  return { subject: `kafka topic ${topic}`, state: 'warning', says };
}

interface Expectations {
  readonly config: KafkaConfig;
  readonly brokers: number;
}

async function examineTopic(
  admin: Admin,
  topic: string,
  { config, brokers }: Expectations,
): Promise<Finding[]> {
  const subject = `kafka topic ${topic}`;
  const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
  const partitions = topics[0]?.partitions ?? [];
  const copies = Math.min(...partitions.map(({ replicas }) => replicas.length));
  const settings = await settingsOf(admin, topic);
  const findings: Finding[] = [];
  const add = (state: Finding['state'], says: string) => void findings.push({ subject, state, says });
  if (partitions.some(({ leader }) => leader < 0))
    add('wrong', 'has partitions without a leader: look at the brokers');
  if (partitions.length < config.partitions) {
    add(
      'warning',
      `has ${partitions.length} partitions, ${config.partitions} are set: no more writers than that share the work; add partitions and raise MILLRACE_KAFKA_EPOCH`,
    );
  }
  judgeSafety({ copies, brokers, minimum: Number(settings.get('min.insync.replicas')) }, add);
  judgeKeeping(settings, add);
  if (findings.length > 0) return findings;
  return [{ subject, state: 'ok', says: `partitions: ${partitions.length}, copies of each: ${copies}` }];
}

type Add = (state: Finding['state'], says: string) => void;

function judgeSafety(
  { copies, brokers, minimum }: { copies: number; brokers: number; minimum: number },
  add: Add,
): void {
  if (brokers > 1 && copies < 2)
    add('warning', 'has one copy: what a lost broker held is lost; use 3 copies');
  if (copies > 2 && minimum < 2) {
    add(
      'warning',
      'min.insync.replicas is 1: an acknowledged record may be on one broker alone; set it to 2',
    );
  }
  if (minimum > copies) {
    add(
      'wrong',
      `min.insync.replicas ${minimum} is more than its ${copies} copies: nothing can be written; lower it`,
    );
  }
}

function judgeKeeping(settings: ReadonlyMap<string, string>, add: Add): void {
  const retention = Number(settings.get('retention.ms'));
  if (retention >= 0 && retention < DAY_MS) {
    add(
      'wrong',
      `keeps records for ${Math.round(retention / 60_000)} minutes: spans are lost when the writer is away longer; set retention.ms to a day or more`,
    );
  }
  if (settings.get('cleanup.policy')?.includes('compact'))
    add('wrong', 'is compacted, which removes spans: set cleanup.policy=delete');
  if (Number(settings.get('max.message.bytes')) < MAX_LOG_RECORD_BYTES + 65_536)
    add('wrong', `takes no records of ${MAX_LOG_RECORD_BYTES} bytes: set max.message.bytes=10485760`);
}

async function settingsOf(admin: Admin, topic: string): Promise<ReadonlyMap<string, string>> {
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: [{ type: kafkajs.ConfigResourceTypes.TOPIC, name: topic, configNames: SETTINGS }],
  });
  return new Map(resources[0]?.configEntries.map((entry) => [entry.configName, entry.configValue]));
}
