import { Logger } from '@nestjs/common';
import type { Kafka, LogEntry } from 'kafkajs';
import type { KafkaConfig } from '../kafka.config.ts';
import { kafkajs } from './kafkajs.ts';
import { WatchedKafka } from './watched-kafka.ts';
import { registerZstd } from './zstd-codec.ts';

/** kafkajs tells the same faults several times over; what matters to an operator is logged by our own classes. */
const WARN_NAMESPACES = new Set(['ConsumerGroup', 'OffsetManager']);

const ANSWER_TIMEOUT_MS = 30_000;

interface ConnectOptions {
  /** How long a request may go without an answer before its connection is given up. */
  readonly answerTimeoutMs?: number;
}

/** The client from which producers, consumers and admins are made. Connects to nothing by itself. */
export function connectKafka(
  config: KafkaConfig,
  { answerTimeoutMs = ANSWER_TIMEOUT_MS }: ConnectOptions = {},
): Kafka {
  registerZstd();
  const { tls, sasl } = config;
  return new WatchedKafka({
    brokers: [...config.brokers],
    clientId: config.clientId,
    ssl: typeof tls === 'boolean' ? tls : onlyGiven(tls),
    ...(sasl && { sasl: saslOptions(sasl) }),
    connectionTimeout: 3_000,
    requestTimeout: answerTimeoutMs,
    // Short: a fault is told to our caller, whose client retries, instead of holding its bytes.
    retry: { initialRetryTime: 200, factor: 0.2, multiplier: 2, maxRetryTime: 1_500, retries: 4 },
    logLevel: kafkajs.logLevel.INFO,
    logCreator: () => forwardLog,
  });
}

function saslOptions({ mechanism, username, password }: NonNullable<KafkaConfig['sasl']>) {
  switch (mechanism) {
    case 'plain':
      return { mechanism, username, password };
    case 'scram-sha-256':
      return { mechanism, username, password };
    case 'scram-sha-512':
      return { mechanism, username, password };
  }
}

function onlyGiven(tls: Exclude<KafkaConfig['tls'], boolean>) {
  return {
    ...(tls.ca !== undefined && { ca: tls.ca }),
    ...(tls.cert !== undefined && { cert: tls.cert }),
    ...(tls.key !== undefined && { key: tls.key }),
    ...(tls.serverName !== undefined && { servername: tls.serverName }),
  };
}

const logger = new Logger('kafkajs');

function forwardLog({ namespace, level, log }: LogEntry): void {
  const text = `${namespace}: ${log.message}`;
  if (level <= kafkajs.logLevel.WARN && WARN_NAMESPACES.has(namespace)) logger.warn(text);
  else logger.debug(text);
}
