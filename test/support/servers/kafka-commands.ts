import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mavenJars, requireJava } from './maven-jars.ts';

const MAIN_CLASS = 'org.apache.kafka.tools.consumer.group.ConsumerGroupCommand';

/** Puts Kafka's `kafka-consumer-groups.sh` into a folder, as its distribution has it. */
export async function installKafkaCommands(folder: string): Promise<void> {
  await requireJava();
  const jars = await mavenJars('kafka-tools');
  mkdirSync(folder, { recursive: true });
  const script = `#!/bin/sh\nexec java -XX:TieredStopAtLevel=1 -cp '${jars}/*' ${MAIN_CLASS} "$@"\n`;
  writeFileSync(join(folder, 'kafka-consumer-groups.sh'), script, { mode: 0o755 });
}
