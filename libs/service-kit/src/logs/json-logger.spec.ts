import { describe, expect, it } from 'vitest';
import { JsonLogger, type LogLevel } from './json-logger.ts';
import { maskSecrets } from './mask-secrets.ts';

function logTo(lines: string[], isReadable: boolean, level: LogLevel = 'info'): JsonLogger {
  return new JsonLogger('ingest', level, isReadable, { write: (line) => void lines.push(line) });
}

describe('JsonLogger', () => {
  it('writes one JSON object a line', () => {
    const lines: string[] = [];
    logTo(lines, false).warn('the log\nis slow', { partition: 3 }, 'Kafka');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^\{.*\}\n$/);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 'warn',
      service: 'ingest',
      logger: 'Kafka',
      msg: 'the log\nis slow {"partition":3}',
    });
  });

  it('writes a readable line to a terminal, with the stack of an error', () => {
    const lines: string[] = [];
    logTo(lines, true).error('could not store', new Error('disk full'), 'Writer');
    expect(lines.join('')).toMatch(/^[\d:.]{12} error \[Writer\] could not store Error: disk full\n +at /);
  });

  it('leaves out what is below its level', () => {
    const lines: string[] = [];
    logTo(lines, false, 'warn').log('started', 'Service');
    logTo(lines, true, 'silent').error('failed', 'Service');
    expect(lines).toEqual([]);
  });

  it('survives what JSON cannot say', () => {
    const lines: string[] = [];
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    logTo(lines, false).log(circle);
    logTo(lines, false).log({ offset: 1n });
    expect(lines).toHaveLength(2);
  });

  it('masks secrets', () => {
    const lines: string[] = [];
    logTo(lines, false).log({
      url: 'postgres://me:hunter2@db',
      headers: { authorization: 'Bearer abcdef123456' },
    });
    expect(lines.join('')).not.toMatch(/hunter2|abcdef123456/);
  });
});

describe('maskSecrets', () => {
  it.each([
    ['postgres://me:hun:ter2@db:5432/x failed', 'postgres://me:***@db:5432/x failed'],
    ['redis://:hunter2@cache', 'redis://:***@cache'],
    ['Authorization: Basic bWU6cGFzcw==', 'Authorization: Basic ***'],
    ['{"apiKey":"abc123","model":"m"}', '{"apiKey":"***","model":"m"}'],
    ['password=hunter2 user=me', 'password=*** user=me'],
    ['key sk-proj-abcdefghijklmnop refused', 'key sk-*** refused'],
    ['-----BEGIN EC PRIVATE KEY-----\nMHcC\n-----END EC PRIVATE KEY-----\nx', '*** EC private key ***\nx'],
    ['input_tokens: 12, GET http://host:80/a@b', 'input_tokens: 12, GET http://host:80/a@b'],
  ])('%s', (text, masked) => {
    expect(maskSecrets(text)).toBe(masked);
  });
});
