import { Rejected } from '@millrace/domain';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { id, message, text } from '../testing/plain-encoder.ts';
import { decodeLogs } from './decode-logs.ts';
import { jsonToLogs } from './json-to-logs.ts';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const SPAN = 'b7ad6b7169203331';
const isGenAi = (name: string): boolean => name.startsWith('gen_ai.');

const fixed64 = (field: number, value: bigint): Buffer => {
  const bytes = Buffer.alloc(9);
  bytes.writeUInt8(field * 8 + 1);
  bytes.writeBigUInt64LE(value, 1);
  return bytes;
};
const pair = (field: number, key: string, value: string): Buffer =>
  message(field, text(1, key), message(2, text(1, value)));
const request = (...records: Buffer[][]): Buffer =>
  message(1, message(2, ...records.map((fields) => message(2, ...fields))));
const place = [message(9, id(TRACE)), message(10, id(SPAN))];
const decode = (...records: Buffer[][]) => decodeLogs(request(...records), isGenAi);

describe('protobuf', () => {
  it('reads an event with its name in the field, its body beside its attributes', () => {
    const body = message(5, message(6, pair(1, 'content', 'hi')));
    const record = [
      ...place,
      fixed64(1, 7n),
      text(12, 'gen_ai.user.message'),
      pair(6, 'gen_ai.system', 'openai'),
      body,
    ];
    expect(decode(record)).toEqual({
      recordCount: 1,
      events: [
        {
          traceId: TRACE,
          spanId: SPAN,
          event: {
            timeUnixNano: 7n,
            name: 'gen_ai.user.message',
            attributes: new Map([
              ['gen_ai.system', 'openai'],
              ['content', 'hi'],
            ]),
          },
        },
      ],
    });
  });

  it('reads the name as an attribute, a body as text, and the time of observation for want of another', () => {
    const record = [
      ...place,
      fixed64(11, 9n),
      pair(6, 'event.name', 'gen_ai.choice'),
      message(5, text(1, '{"content":"ho"}')),
    ];
    expect(decode(record).events).toEqual([
      {
        traceId: TRACE,
        spanId: SPAN,
        event: {
          timeUnixNano: 9n,
          name: 'gen_ai.choice',
          attributes: new Map([['gen_ai.event.content', '{"content":"ho"}']]),
        },
      },
    ]);
  });

  it.each<[string, Buffer[]]>([
    ['no span', [message(9, id(TRACE)), text(12, 'gen_ai.choice')]],
    ['a span id of zeros', [message(9, id(TRACE)), message(10, Buffer.alloc(8)), text(12, 'gen_ai.choice')]],
    [
      'a trace id cut short',
      [message(9, id(TRACE.slice(2))), message(10, id(SPAN)), text(12, 'gen_ai.choice')],
    ],
    ['another name', [...place, text(12, 'http.request')]],
    ['no name', place],
  ])('counts a record with %s and drops it', (_, record) => {
    expect(decode(record, [...place, text(12, 'gen_ai.choice')])).toMatchObject({
      recordCount: 2,
      events: [{ spanId: SPAN }],
    });
  });

  it('refuses what is cut off, and never anything but Rejected', () => {
    const whole = request([...place, text(12, 'gen_ai.choice')]);
    expect(() => decodeLogs(whole.subarray(0, -1), isGenAi)).toThrow(Rejected);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(whole.length), (noise, at) => {
        for (const bytes of [noise, Buffer.concat([whole.subarray(0, at), noise, whole.subarray(at)])]) {
          try {
            decodeLogs(bytes, isGenAi);
          } catch (error) {
            expect(error).toBeInstanceOf(Rejected);
          }
        }
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});

describe('JSON', () => {
  const captured = (name: string) =>
    jsonToLogs(
      readFileSync(`${import.meta.dirname}/../../../conventions/src/gen-ai/testdata/${name}.logs.json`),
      isGenAi,
    );

  it('reads what OpenTelemetry instrumentations send', () => {
    const details = captured('otel-details-logs');
    expect(details.recordCount).toBe(8);
    expect(new Set(details.events.map(({ event }) => event.name))).toEqual(
      new Set(['gen_ai.client.inference.operation.details']),
    );
    expect(details.events[0]?.event.attributes.get('gen_ai.output.messages')).toBeInstanceOf(Array);
    const messages = captured('otel-message-logs');
    expect(messages.events).toHaveLength(messages.recordCount);
    expect(messages.events.slice(0, 3).map(({ event }) => event.name)).toEqual([
      'gen_ai.system.message',
      'gen_ai.user.message',
      'gen_ai.choice',
    ]);
  });

  it.each([
    ['[]', 'body: expected an ExportLogsServiceRequest object'],
    ['{"resourceLogs":[{"scopeLogs":[{"logRecords":[{"spanId":7}]}]}]}', 'spanId: expected a string'],
    ['{"resourceLogs":[{"scopeLogs":[{"logRecords":[{"body":"x"}]}]}]}', 'body: expected an object'],
    ['{', 'is not JSON'],
  ])('refuses %s', (body, complaint) => {
    expect(() => jsonToLogs(Buffer.from(body), isGenAi)).toThrow(complaint);
  });
});
