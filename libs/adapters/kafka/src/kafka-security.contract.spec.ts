import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { loadConfig, SETTINGS } from '@millrace/service-kit';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import {
  createAuthority,
  KAFKA_PASSWORD,
  KAFKA_USER,
  secureListeners,
  startKafka,
  type KafkaServer,
  type SecureListeners,
  type TestAuthority,
} from '../../../../test/support/servers/index.ts';
import { KafkaSpanLog } from './kafka-span-log.ts';
import { KAFKA_SETTINGS, kafkaSettingsAreWhole, toKafkaConfig } from './kafka.settings.ts';

const PATIENCE = { timeout: 30_000, interval: 50 };
const schema = z
  .object({ MILLRACE_KAFKA_BROKERS: SETTINGS.MILLRACE_KAFKA_BROKERS, ...KAFKA_SETTINGS })
  .check(kafkaSettingsAreWhole);

const folder = mkdtempSync(join(tmpdir(), 'millrace-kafka-security-'));
let authority: TestAuthority;
let secure: SecureListeners;
let server: KafkaServer;
let topics = 0;

beforeAll(async () => {
  Logger.overrideLogger(['fatal']);
  authority = await createAuthority(folder);
  secure = await secureListeners(authority, folder);
  const { listeners, settings, scramUsers } = secure;
  server = await startKafka({ listeners, settings, scramUsers });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('KafkaSpanLog on listeners with TLS, set up by the environment', () => {
  const opened: KafkaSpanLog[] = [];
  afterEach(async () => {
    for (const log of opened.splice(0)) await log.onApplicationShutdown();
  });

  function open(environment: Readonly<Record<string, string>>): KafkaSpanLog {
    const config = loadConfig(schema, {
      MILLRACE_KAFKA_TOPIC_PREFIX: `security-${++topics}`,
      MILLRACE_KAFKA_PARTITIONS: '1',
      ...environment,
    });
    const log = new KafkaSpanLog(toKafkaConfig(config.MILLRACE_KAFKA_BROKERS, config));
    log.onModuleInit();
    opened.push(log);
    return log;
  }

  function signedIn(mechanism: string): Record<string, string> {
    return {
      MILLRACE_KAFKA_BROKERS: secure.saslBroker,
      MILLRACE_KAFKA_TLS_CA: authority.ca,
      MILLRACE_KAFKA_TLS_SERVER_NAME: 'kafka.test',
      MILLRACE_KAFKA_SASL_MECHANISM: mechanism,
      MILLRACE_KAFKA_SASL_USERNAME: KAFKA_USER,
      MILLRACE_KAFKA_SASL_PASSWORD: KAFKA_PASSWORD,
    };
  }

  async function expectWorking(log: KafkaSpanLog): Promise<void> {
    await vi.waitFor(() => log.checkReady(), PATIENCE);
    const seen: string[] = [];
    await log.consume({
      onAssigned: async () => undefined,
      onRevoked: async () => undefined,
      onEntries: async (_, entries) => {
        seen.push(...entries.map(({ value }) => Buffer.from(value).toString()));
      },
    });
    await log.append([{ key: 'default/1', value: Buffer.from('through TLS') }]);
    await vi.waitFor(() => expect(seen).toEqual(['through TLS']), PATIENCE);
  }

  /** The log keeps trying, so what it says while it is not ready is the reason. */
  async function expectFault(log: KafkaSpanLog, reason: RegExp): Promise<void> {
    await vi.waitFor(() => expect(log.checkReady()).rejects.toThrow(reason), PATIENCE);
  }

  it.each(['plain', 'scram-sha-256', 'scram-sha-512'])('signs in by %s', async (mechanism) => {
    await expectWorking(open(signedIn(mechanism)));
  });

  it('shows its certificate where the broker asks for one', async () => {
    const { key, cert } = await authority.issue('DNS:client.test');
    const trust = {
      MILLRACE_KAFKA_BROKERS: secure.mutualBroker,
      MILLRACE_KAFKA_TLS_CA: authority.ca,
      MILLRACE_KAFKA_TLS_SERVER_NAME: 'kafka.test',
    };
    await expectWorking(open({ ...trust, MILLRACE_KAFKA_TLS_CERT: cert, MILLRACE_KAFKA_TLS_KEY: key }));
    await expectFault(open(trust), /certificate/);
  });

  it('says why it cannot sign in, without the password', async () => {
    const log = open({ ...signedIn('scram-sha-512'), MILLRACE_KAFKA_SASL_PASSWORD: 'hunter2' });
    await expectFault(log, /[Aa]uthentication failed/);
    await expect(log.checkReady()).rejects.not.toThrow(/hunter2/);
  });

  it('refuses a certificate of another authority, and one for another name', async () => {
    const { MILLRACE_KAFKA_TLS_CA: _ca, ...withoutAuthority } = signedIn('plain');
    await expectFault(open(withoutAuthority), /certificate/);
    const { MILLRACE_KAFKA_TLS_SERVER_NAME: _name, ...withoutName } = signedIn('plain');
    await expectFault(open(withoutName), /does not match certificate/);
  });
});
