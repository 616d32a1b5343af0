import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { kafkaConfigSchema, type KafkaConfig } from './kafka.config.ts';

const { shape } = kafkaConfigSchema;

/** What an operator sets about Kafka beside its brokers, by its names in the environment. */
export const KAFKA_SETTINGS = {
  MILLRACE_KAFKA_CLIENT_ID: shape.clientId.describe('Name of our connections in the logs of the brokers'),
  MILLRACE_KAFKA_TLS: z
    .enum(['on', 'off'])
    .default('off')
    .describe('Talk TLS to the brokers. On by itself when any MILLRACE_KAFKA_TLS_… is set'),
  MILLRACE_KAFKA_TLS_CA: pem('CERTIFICATE').describe(
    "Who signed the brokers' certificates: PEM text or a file of it. Absent: the authorities Node trusts",
  ),
  MILLRACE_KAFKA_TLS_CERT: pem('CERTIFICATE').describe(
    'Certificate of this client: PEM text or a file of it. Needs MILLRACE_KAFKA_TLS_KEY',
  ),
  MILLRACE_KAFKA_TLS_KEY: pem('PRIVATE KEY').describe(
    "Key of this client's certificate: PEM text or a file of it. Needs MILLRACE_KAFKA_TLS_CERT",
  ),
  MILLRACE_KAFKA_TLS_SERVER_NAME: z
    .string()
    .min(1)
    .optional()
    .describe("Name to expect in the brokers' certificates instead of their host names"),
  MILLRACE_KAFKA_SASL_MECHANISM: z
    .enum(['plain', 'scram-sha-256', 'scram-sha-512'])
    .optional()
    .describe('How to sign in. Needs MILLRACE_KAFKA_SASL_USERNAME and MILLRACE_KAFKA_SASL_PASSWORD'),
  MILLRACE_KAFKA_SASL_USERNAME: z.string().min(1).optional().describe('Who signs in'),
  MILLRACE_KAFKA_SASL_PASSWORD: z.string().min(1).optional().describe('Password of that user'),
  MILLRACE_KAFKA_TOPIC_PREFIX: shape.topicPrefix.describe(
    'Begins the name of every topic and group: <prefix>.spans, <prefix>.events, <prefix>.writer',
  ),
  MILLRACE_KAFKA_PARTITIONS: wholeNumber(shape.partitions).describe(
    'Partitions of a topic we create: as many writers as may ever share it',
  ),
  MILLRACE_KAFKA_REPLICATION_FACTOR: wholeNumber(shape.replicationFactor).describe(
    "Copies of a topic we create; -1: the brokers' default",
  ),
  MILLRACE_KAFKA_MIN_INSYNC_REPLICAS: z
    .string()
    .regex(/^\s*\d+\s*$/, 'expected a whole number')
    .transform(Number)
    .pipe(shape.minInsyncReplicas.unwrap())
    .optional()
    .describe(
      "How many copies of a topic we create have a record before it is acknowledged; absent: the brokers' default. 2 with 3 copies",
    ),
  MILLRACE_KAFKA_CREATE_TOPICS: z
    .enum(['true', 'false'], { error: 'expected true or false' })
    .default('true')
    .transform((value) => value === 'true')
    .describe(
      'Whether topics that are not there are created; where not, a service tells the command and waits',
    ),
  MILLRACE_KAFKA_RETENTION_MS: wholeNumber(shape.retentionMs).describe(
    'How long a topic we create keeps records, -1 for ever. It bounds how long the writer may be down',
  ),
  MILLRACE_KAFKA_RETENTION_BYTES: wholeNumber(shape.retentionBytes).describe(
    'Bytes that each partition of a topic we create keeps, -1 for all',
  ),
  MILLRACE_KAFKA_EPOCH: wholeNumber(shape.epoch).describe(
    'Raise by one after every change of the partition count, once the old partitions are drained',
  ),
  MILLRACE_KAFKA_MAX_IN_FLIGHT_BYTES: wholeNumber(shape.maxInFlightBytes).describe(
    'Bytes sent and not yet acknowledged above which a service refuses more',
  ),
  MILLRACE_KAFKA_COMPRESSION: shape.compression.describe('Of what we send'),
  MILLRACE_KAFKA_SESSION_TIMEOUT_MS: wholeNumber(shape.sessionTimeoutMs).describe(
    'After how long without a sign of life the partitions of a writer go to another one',
  ),
} as const;

type KafkaSettings = z.output<z.ZodObject<typeof KAFKA_SETTINGS>>;
type SettingName = keyof typeof KAFKA_SETTINGS;

/** Settings that make sense only together: with the first, all of the others. */
const TOGETHER: readonly (readonly [SettingName, ...SettingName[]])[] = [
  ['MILLRACE_KAFKA_SASL_MECHANISM', 'MILLRACE_KAFKA_SASL_USERNAME', 'MILLRACE_KAFKA_SASL_PASSWORD'],
  ['MILLRACE_KAFKA_SASL_USERNAME', 'MILLRACE_KAFKA_SASL_MECHANISM'],
  ['MILLRACE_KAFKA_SASL_PASSWORD', 'MILLRACE_KAFKA_SASL_MECHANISM'],
  ['MILLRACE_KAFKA_TLS_CERT', 'MILLRACE_KAFKA_TLS_KEY'],
  ['MILLRACE_KAFKA_TLS_KEY', 'MILLRACE_KAFKA_TLS_CERT'],
];

/** For `.check()` of a schema that holds KAFKA_SETTINGS: tells what is missing beside what is there, with all other faults. */
export const kafkaSettingsAreWhole = z.check<Readonly<Record<string, unknown>>>((context) => {
  const isGiven = (name: string): boolean => Object(context.value)[name] !== undefined;
  for (const [given, ...needed] of TOGETHER) {
    if (!isGiven(given)) continue;
    for (const name of needed.filter((each) => !isGiven(each))) {
      context.issues.push({ code: 'custom', path: [name], message: `${given} needs it`, input: undefined });
    }
  }
});
// Otherwise zod leaves it out as soon as a setting is wrong, and the operator hears of one fault after the other.
kafkaSettingsAreWhole._zod.def.when = () => true;

/** The adapter's config. The settings have passed `kafkaSettingsAreWhole`. */
export function toKafkaConfig(brokers: readonly string[], settings: KafkaSettings): KafkaConfig {
  return kafkaConfigSchema.parse({
    brokers: [...brokers],
    clientId: settings.MILLRACE_KAFKA_CLIENT_ID,
    tls: tlsOf(settings),
    ...saslOf(settings),
    topicPrefix: settings.MILLRACE_KAFKA_TOPIC_PREFIX,
    partitions: settings.MILLRACE_KAFKA_PARTITIONS,
    replicationFactor: settings.MILLRACE_KAFKA_REPLICATION_FACTOR,
    minInsyncReplicas: settings.MILLRACE_KAFKA_MIN_INSYNC_REPLICAS,
    createTopics: settings.MILLRACE_KAFKA_CREATE_TOPICS,
    retentionMs: settings.MILLRACE_KAFKA_RETENTION_MS,
    retentionBytes: settings.MILLRACE_KAFKA_RETENTION_BYTES,
    epoch: settings.MILLRACE_KAFKA_EPOCH,
    maxInFlightBytes: settings.MILLRACE_KAFKA_MAX_IN_FLIGHT_BYTES,
    compression: settings.MILLRACE_KAFKA_COMPRESSION,
    sessionTimeoutMs: settings.MILLRACE_KAFKA_SESSION_TIMEOUT_MS,
  });
}

function tlsOf(settings: KafkaSettings) {
  const options = {
    ca: settings.MILLRACE_KAFKA_TLS_CA,
    cert: settings.MILLRACE_KAFKA_TLS_CERT,
    key: settings.MILLRACE_KAFKA_TLS_KEY,
    serverName: settings.MILLRACE_KAFKA_TLS_SERVER_NAME,
  };
  const isAnyGiven = Object.values(options).some((value) => value !== undefined);
  return isAnyGiven ? options : settings.MILLRACE_KAFKA_TLS === 'on';
}

function saslOf(settings: KafkaSettings) {
  const mechanism = settings.MILLRACE_KAFKA_SASL_MECHANISM;
  const username = settings.MILLRACE_KAFKA_SASL_USERNAME;
  const password = settings.MILLRACE_KAFKA_SASL_PASSWORD;
  return mechanism && username && password ? { sasl: { mechanism, username, password } } : {};
}

/** A number as the environment spells it, with the bounds of the config. */
function wholeNumber(bounds: z.ZodDefault<z.ZodNumber>) {
  const text = z.string().regex(/^\s*-?\d+\s*$/, 'expected a whole number');
  return text.transform(Number).pipe(bounds.unwrap()).default(bounds.parse(undefined));
}

/** PEM text, or the file that holds it, read when the process starts. */
function pem(label: string) {
  return z
    .string()
    .transform((value, context) => {
      const text = value.includes('-----BEGIN ') ? value : readText(value);
      if (text?.includes(`${label}-----`)) return text.replaceAll('\\n', '\n');
      const message =
        text === undefined
          ? 'expected PEM text or the path of a file that can be read'
          : `expected PEM text with a ${label} in it`;
      context.issues.push({ code: 'custom', message, input: value });
      return z.NEVER;
    })
    .optional();
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
