import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ClassArchive } from './class-archive.ts';
import { keepSmallDisk, type Ballast } from '../small-disk.ts';
import { openDataFolder } from './data-folder.ts';
import { freePort } from './free-port.ts';
import { mavenJars, requireJava } from './maven-jars.ts';
import { ServerProcess, type ServerHandle } from './server-process.ts';

const run = promisify(execFile);
const LOGGING = `-Dlog4j2.configurationFile=${join(import.meta.dirname, 'kafka/log4j2.properties')}`;
/** A test ends before code of the second compiler has paid for itself; a benchmark doesn't. */
const COMPILER = process.env['VITEST'] === undefined ? [] : ['-XX:TieredStopAtLevel=1'];

export interface KafkaServer extends ServerHandle {
  /** `host:port`. */
  readonly brokers: readonly string[];
  /** Of its small disk. */
  readonly ballast: Ballast | undefined;
}

export interface KafkaServerOptions {
  /** Kept afterwards; absent: a temporary folder. */
  readonly dataDir?: string;
  readonly port?: number;
  /** Of a disk of its own, in memory; absent: that of the folder. */
  readonly diskMegabytes?: number;
  /** More broker settings, e.g. `{ 'log.retention.ms': '1000' }`. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Beside the plain one: `SASL_SSL://127.0.0.1:9093`; see kafka/secure-listeners.ts. */
  readonly listeners?: readonly string[];
  /** Plain listeners behind proxies: what listens at `port` tells clients to connect to `advertisedPort`. */
  readonly doors?: readonly {
    readonly name: string;
    readonly port: number;
    readonly advertisedPort: number;
  }[];
  /** Users that a new broker knows: `SCRAM-SHA-256=[name=me,password=secret]`. */
  readonly scramUsers?: readonly string[];
}

/** A real Apache Kafka broker (KRaft, one node) on loopback. Topics are not created by themselves. */
export async function startKafka(options: KafkaServerOptions = {}): Promise<KafkaServer> {
  const version = await requireJava();
  const jars = await mavenJars('kafka');
  const data = openDataFolder('kafka', options.dataDir);
  const port = options.port ?? (await freePort());
  const properties = join(data.path, 'server.properties');
  const logs = join(data.path, 'logs');
  const settings = {
    ...brokerSettings(port, await freePort(), logs, options),
    ...options.settings,
  };
  writeFileSync(
    properties,
    Object.entries(settings)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(''),
  );
  const { diskMegabytes: megabytes } = options;
  const disk = megabytes === undefined ? undefined : await keepSmallDisk({ path: data.path, megabytes });
  disk?.takeOver();
  const java = ['-cp', `${jars}/*`, LOGGING, '-Djava.awt.headless=true'];
  if (!existsSync(join(logs, 'meta.properties'))) {
    const format = [
      '-Xmx128m',
      '-XX:TieredStopAtLevel=1',
      'kafka.tools.StorageTool',
      'format',
      '--standalone',
      ...(options.scramUsers ?? []).flatMap((user) => ['--add-scram', user]),
    ];
    const [program = '', ...words] = [...(disk?.prefix ?? []), 'java', ...java, ...format];
    await run(program, [...words, '-t', clusterId(), '-c', properties]);
  }
  // G1 gives each produce request of some MB regions of its own, and collects twice as much for it, measured.
  const heap = ['-Xms384m', '-Xmx384m', '-XX:+UseParallelGC', '-XX:+ExitOnOutOfMemoryError'];
  const jvm = [...java, ...COMPILER, ...heap];
  const archive = new ClassArchive(jars, version, jvm);
  const broker = new ServerProcess({
    name: 'Kafka',
    ...(disk && { prefix: disk.prefix }),
    command: ['java', ...archive.options(), ...jvm, 'kafka.Kafka', properties],
    readyText: 'Kafka Server started',
  });
  await broker.start();
  return {
    brokers: [`127.0.0.1:${port}`],
    get pid() {
      return broker.pid;
    },
    ballast: disk?.ballast,
    stop: async () => {
      await broker.stop();
      disk?.stop();
      archive.keep();
      data.remove();
    },
    kill: () => broker.kill(),
    restart: async () => {
      await broker.stop();
      await broker.start();
    },
  };
}

function brokerSettings(
  port: number,
  controllerPort: number,
  logs: string,
  { listeners: more = [], doors = [] }: Pick<KafkaServerOptions, 'listeners' | 'doors'>,
): Record<string, string> {
  const plain = [`PLAINTEXT://127.0.0.1:${port}`, ...more];
  const controller = `CONTROLLER://127.0.0.1:${controllerPort}`;
  const at = (name: string, doorPort: number): string => `${name}://127.0.0.1:${doorPort}`;
  const listeners = [...plain, ...doors.map((door) => at(door.name, door.port)), controller];
  const advertised = [...plain, ...doors.map((door) => at(door.name, door.advertisedPort)), controller];
  const protocols = doors.map(({ name }) => `,${name}:PLAINTEXT`).join('');
  return {
    'process.roles': 'broker,controller',
    'node.id': '1',
    'controller.quorum.bootstrap.servers': `127.0.0.1:${controllerPort}`,
    'controller.listener.names': 'CONTROLLER',
    listeners: listeners.join(),
    'advertised.listeners': advertised.join(),
    'listener.security.protocol.map': `PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,SASL_SSL:SASL_SSL,SSL:SSL${protocols}`,
    'log.dirs': logs,
    'auto.create.topics.enable': 'false',
    'default.replication.factor': '1',
    'offsets.topic.replication.factor': '1',
    'offsets.topic.num.partitions': '8',
    'transaction.state.log.replication.factor': '1',
    'transaction.state.log.min.isr': '1',
    'transaction.state.log.num.partitions': '8',
    'share.coordinator.state.topic.replication.factor': '1',
    'share.coordinator.state.topic.min.isr': '1',
    'group.initial.rebalance.delay.ms': '0',
    // After kill -9 a restart waits for the old registration to expire: 12-15 s with the default.
    'broker.session.timeout.ms': '2000',
    'broker.heartbeat.interval.ms': '500',
  };
}

/** 16 random bytes as Kafka spells them; never with a leading dash, which its tool would take for an option. */
function clusterId(): string {
  const id = randomBytes(16).toString('base64url');
  return id.startsWith('-') ? clusterId() : id;
}
