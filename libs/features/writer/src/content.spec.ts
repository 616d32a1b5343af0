import type { AttributeValue, OtlpSpan, SpanEvent } from '@millrace/domain';
import { contentKey, contentReference, contentText } from '@millrace/domain';
import {
  decodeTraces,
  encodeTracesRequest,
  jsonToLogs,
  jsonToProtobuf,
  type SpanLogEvent,
} from '@millrace/otlp';
import { encodeEntriesRecord, encodeSpansRecord } from '@millrace/ports';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CrashPoints } from './testing/crash-points.ts';
import { LogFile, MemorySpanLog } from './testing/memory-span-log.ts';
import { MemorySpanStore, StoredTables } from './testing/memory-span-store.ts';
import { MemoryBlobStore, startWriter } from './testing/writer-process.ts';

const TESTDATA = `${import.meta.dirname}/../../../conventions/src/gen-ai/testdata`;
const RECEIVED_AT = Date.UTC(2026, 10, 21, 12);
const START = BigInt(RECEIVED_AT) * 1_000_000n;
const TRACE = '1'.padStart(32, '0');
const ROOT = '2'.padStart(16, '0');

const headerOf = (traceId: string) => ({
  workspaceId: 'default',
  experimentId: 0,
  traceId,
  receivedAt: RECEIVED_AT,
});

function spanOf(attributes: Readonly<Record<string, AttributeValue>>): OtlpSpan {
  return {
    traceId: TRACE,
    spanId: ROOT,
    parentSpanId: undefined,
    name: 'chat',
    kind: 1,
    startTimeUnixNano: START,
    endTimeUnixNano: START + 1_000n,
    statusCode: 0,
    statusMessage: '',
    traceState: '',
    attributes: new Map(Object.entries(attributes)),
    events: [],
    links: [],
    origin: { resource: new Map(), scopeName: '', scopeVersion: '' },
  };
}

const spanRecord = (span: OtlpSpan): Uint8Array =>
  encodeSpansRecord(headerOf(span.traceId), [encodeTracesRequest([span])]);

function contentRecord({ traceId, spanId, event }: SpanLogEvent, value = contentText(event)): Uint8Array {
  const digest = Buffer.from(contentText(event)).toString('base64url').slice(0, 200);
  const entry = { kind: 'content', key: contentKey(spanId, digest), value } as const;
  return encodeEntriesRecord(headerOf(traceId), [entry]);
}

const event = (time: number, name: string, content: string): SpanLogEvent => ({
  traceId: TRACE,
  spanId: ROOT,
  event: {
    timeUnixNano: START + BigInt(time),
    name,
    attributes: new Map([['content', content]]),
  } satisfies SpanEvent,
});

const CHAT = spanRecord(spanOf({ 'gen_ai.operation.name': 'chat', 'gen_ai.usage.input_tokens': 3n }));
const QUESTION = contentRecord(event(1, 'gen_ai.user.message', 'hi'));
const ANSWER = contentRecord(event(2, 'gen_ai.choice', 'ho'));

/** Runs writers over the log until it is stored; each item of `batches` comes to a writer of its own, which has no memory. */
async function storeIn(
  batches: readonly (readonly Uint8Array[])[],
  blobs = new MemoryBlobStore(),
  isOneWriter = false,
): Promise<StoredTables> {
  const file = new LogFile();
  const tables = new StoredTables();
  const run = async (more: readonly (readonly Uint8Array[])[]): Promise<void> => {
    const log = new MemorySpanLog(file, new CrashPoints());
    const writer = startWriter({ log, blobs, store: new MemorySpanStore(tables, new CrashPoints()) });
    for (const records of more) {
      file.append(records);
      await log.barrier();
    }
    await writer.beforeApplicationShutdown();
  };
  if (isOneWriter) await run(batches);
  else for (const batch of batches) await run([batch]);
  return tables;
}

function seen(tables: StoredTables) {
  return {
    spans: tables.visibleSpans().map(({ source, meaning }) => [source.spanId, meaning]),
    traces: tables
      .visibleTraces()
      .map(({ requestPreview, responsePreview, spanCount, tokens }) => [
        requestPreview,
        responsePreview,
        spanCount,
        tokens?.input,
      ]),
  };
}

const WHOLE = {
  traces: [['hi', 'ho', 1, 3]],
  spans: [
    [
      ROOT,
      expect.objectContaining({
        type: 'CHAT_MODEL',
        inputs: { text: '[{"role":"user","content":"hi"}]' },
        outputs: { text: '[{"role":"assistant","content":"ho"}]' },
        tokens: { input: 3 },
      }),
    ],
  ],
};

describe('content that came as log records', () => {
  it.each<[string, readonly (readonly Uint8Array[])[]]>([
    ['with the span', [[CHAT, QUESTION, ANSWER]]],
    ['before the span, in one batch', [[QUESTION, ANSWER, CHAT]]],
    ['around the span', [[ANSWER], [CHAT], [QUESTION]]],
    ['before the span', [[ANSWER], [QUESTION], [CHAT]]],
    ['after the span', [[CHAT], [ANSWER], [QUESTION]]],
    ['twice, and the span twice', [[CHAT, ANSWER], [QUESTION, ANSWER], [CHAT], [QUESTION]]],
  ])('belongs to the span: %s', async (_, batches) => {
    expect(seen(await storeIn(batches))).toEqual(WHOLE);
    expect(seen(await storeIn(batches, undefined, true))).toEqual(WHOLE);
  });

  it('is the same whatever the order, the batches and the repetitions', async () => {
    const records = [CHAT, QUESTION, ANSWER];
    const deliveries = fc.array(fc.constantFrom(0, 1, 2), { maxLength: 5 }).chain((more) =>
      fc.record({
        order: fc.shuffledSubarray([0, 1, 2, ...more], { minLength: 3 + more.length }),
        cuts: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
        isOneWriter: fc.boolean(),
      }),
    );
    await fc.assert(
      fc.asyncProperty(deliveries, async ({ order, cuts, isOneWriter }) => {
        const batches: Uint8Array[][] = [[]];
        for (const [i, index] of order.entries()) {
          if (cuts[i]) batches.push([]);
          batches.at(-1)?.push(records[index] ?? CHAT);
        }
        const filled = batches.filter((batch) => batch.length > 0);
        expect(seen(await storeIn(filled, undefined, isOneWriter))).toEqual(WHOLE);
      }),
      { seed: 7, numRuns: 40 },
    );
  });

  it('gives way to what the span says itself', async () => {
    const span = spanRecord(spanOf({ 'gen_ai.input.messages': '[{"role":"user","content":"own"}]' }));
    const { traces } = seen(await storeIn([[span], [QUESTION, ANSWER]]));
    expect(traces).toEqual([['own', 'ho', 1, undefined]]);
  });

  it('of a span that never comes shows no trace', async () => {
    const tables = await storeIn([[QUESTION]]);
    expect(seen(tables)).toEqual({ spans: [], traces: [] });
    expect(tables.entries.size).toBe(1);
  });

  it('may stand in the BlobStore; without the blob the span stays as it is', async () => {
    const large = event(1, 'gen_ai.user.message', 'hi');
    const blobs = new MemoryBlobStore();
    await blobs.put('b', Buffer.from(contentText(large.event)));
    const records = [[CHAT, contentRecord(large, contentReference('b'))], [ANSWER]];
    expect(seen(await storeIn(records, blobs))).toEqual(WHOLE);
    const { traces } = seen(await storeIn(records));
    expect(traces).toEqual([[undefined, 'ho', 1, 3]]);
  });
});

describe.each(['otel-details-logs', 'otel-message-logs'])('%s, captured', (name) => {
  const spans = decodeTraces(jsonToProtobuf(readFileSync(`${TESTDATA}/${name}.otlp.json`)));
  const { events } = jsonToLogs(readFileSync(`${TESTDATA}/${name}.logs.json`), () => true);
  const spanRecords = spans.map(spanRecord);
  const contentRecords = events.map((own) => contentRecord(own));
  const chats = spans.filter(({ name: own }) => /^(chat|generate_content) /.test(own));

  it('has inputs and outputs on every call that was answered, logs first or last', async () => {
    const first = seen(await storeIn([contentRecords, spanRecords])).spans;
    const last = seen(await storeIn([spanRecords, contentRecords])).spans;
    const byId = (pairs: typeof first) => new Map(pairs.map(([id, meaning]) => [id, meaning]));
    expect(byId(first)).toEqual(byId(last));
    expect(chats.length).toBeGreaterThan(3);
    for (const { spanId, statusCode } of chats) {
      const meaning = byId(first).get(spanId);
      expect(meaning).toHaveProperty('inputs.text', expect.stringContaining('"role":"user"'));
      if (statusCode !== 2)
        expect(meaning).toHaveProperty(
          'outputs.text',
          expect.stringMatching(/You said|The tool says|weather/),
        );
    }
  });
});
