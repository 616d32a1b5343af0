import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ConfigError, loadConfig } from './load-config.ts';
import { SETTINGS } from './settings.ts';

const schema = z.object({
  MILLRACE_PORT: SETTINGS.MILLRACE_PORT.default(5000),
  MILLRACE_POSTGRES_URL: SETTINGS.MILLRACE_POSTGRES_URL,
  MILLRACE_KAFKA_BROKERS: SETTINGS.MILLRACE_KAFKA_BROKERS,
  MILLRACE_LOG_LEVEL: SETTINGS.MILLRACE_LOG_LEVEL,
  MILLRACE_SECRET: z.string().min(16, 'expected at least 16 characters').optional(),
});
const right = { MILLRACE_POSTGRES_URL: 'postgres://db', MILLRACE_KAFKA_BROKERS: 'a:1, b:2', OTHER: 'x' };

function faultsOf(environment: Record<string, string | undefined>): string[] {
  try {
    loadConfig(schema, environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split('\n');
    throw error;
  }
  return [];
}

describe('loadConfig', () => {
  it('reads what is given and fills in the rest', () => {
    expect(loadConfig(schema, right)).toEqual({
      MILLRACE_PORT: 5000,
      MILLRACE_POSTGRES_URL: 'postgres://db',
      MILLRACE_KAFKA_BROKERS: ['a:1', 'b:2'],
      MILLRACE_LOG_LEVEL: 'info',
    });
  });

  it('lets flags win and takes an empty setting for none', () => {
    const config = loadConfig(
      schema,
      { ...right, MILLRACE_PORT: '1', MILLRACE_LOG_LEVEL: '' },
      { MILLRACE_PORT: '2' },
    );
    expect(config).toMatchObject({ MILLRACE_PORT: 2, MILLRACE_LOG_LEVEL: 'info' });
  });

  it('tells every fault at once, what it is and what is expected', () => {
    const faults = faultsOf({
      MILLRACE_PORT: '70000',
      MILLRACE_POSTGRES_URL: 'mysql://me:pw@db',
      MILLRACE_LOG_LEVEL: 'loud',
    });
    expect(faults).toEqual([
      'cannot start, 4 settings are not right:',
      '  MILLRACE_PORT is "70000": expected a port from 1 to 65535',
      '  MILLRACE_POSTGRES_URL is "mysql://me:***@db": expected a URL beginning with postgres:// or postgresql://',
      expect.stringMatching(/^ {2}MILLRACE_KAFKA_BROKERS is missing: expected /),
      expect.stringMatching(/^ {2}MILLRACE_LOG_LEVEL is "loud": expected one of /),
    ]);
  });

  it('does not print the value of a secret', () => {
    expect(faultsOf({ ...right, MILLRACE_SECRET: 'hunter2' })).toEqual([
      'cannot start, a setting is not right:',
      '  MILLRACE_SECRET is not right: expected at least 16 characters',
    ]);
  });
});
