import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OtlpSpan } from '@millrace/domain';
import { startFakeLlm, type FakeLlm } from '../fake-llm/fake-llm.ts';
import { OtlpSink } from '../otlp-sink.ts';
import { flush, init, shutdown, withSpan, type StopAutolog } from '../../../sdk/tracing/src/index.ts';

/** One request, in the words of no provider. */
export interface Question {
  readonly model: string;
  readonly text: string;
  readonly system?: string;
  /** Of the tool of the name `turn` and no arguments. */
  readonly hasTool?: boolean;
  readonly signal?: AbortSignal;
}

/** A client of a provider of models, put to the questions of the contract. */
export interface AskedClient {
  ask(question: Question): Promise<unknown>;
  /** The chunks, by the client's own iterator. */
  stream(question: Question): Promise<AsyncIterable<unknown>>;
}

/** What an answer says, with and without a stream. */
export interface Said {
  readonly text: string;
  readonly toolCalls: readonly { readonly name: string; readonly input: unknown }[];
  readonly finish: unknown;
}

type Limit = 'calls can not be called off' | 'clients made before are not seen';

/** What the contract has to know of a client and its autolog. */
export interface WatchedClient {
  readonly provider: string;
  readonly messageFormat: string;
  /** What the package itself can't do, and is not asked for. */
  readonly limits?: readonly Limit[];
  autolog(): StopAutolog;
  /** To a provider that is at this URL, without `/v1`. */
  connect(url: string): AskedClient;
  /** The provider's own request, as a span tells it. */
  inputs(question: Question): object;
  /** The provider's own answer, as a span tells it. */
  outputs(answer: unknown): unknown;
  read(outputs: unknown): Said;
  /** What is put in the place of methods, to see that they are back. */
  methods(): readonly unknown[];
}

/** The spans that a test makes, sent to a receiver of OTLP. */
export interface Watching {
  readonly llm: FakeLlm;
  /** Of the provider, without `/v1`. */
  readonly url: string;
  readonly stop: StopAutolog;
  spans(): Promise<readonly OtlpSpan[]>;
  onlySpan(): Promise<OtlpSpan>;
}

export const MODEL = 'some-model';
const TEXT = 'Which way does the wheel turn?';
export const ANSWER = `You said: ${TEXT}`;
export const QUESTION: Question = { model: MODEL, text: TEXT };
/** Long enough for the provider to keep it in its cache. */
const SYSTEM = 'You are a miller. '.repeat(8).trim();
const TURN = { type: 'function', function: { name: 'turn' } };

export function jsonOf(span: OtlpSpan, key: string): unknown {
  return JSON.parse(String(span.attributes.get(key)));
}

/** Sets up tracing and the autolog around each test of a file. */
export function watching(autolog: () => StopAutolog): Watching {
  let llm: FakeLlm;
  let sink: OtlpSink;
  let stop: StopAutolog;
  beforeAll(async () => {
    llm = await startFakeLlm();
  });
  afterAll(() => llm?.stop());
  beforeEach(async () => {
    sink = await OtlpSink.start();
    init({ url: new URL(sink.url).origin, experiment: { id: '7' } });
    stop = autolog();
  });
  afterEach(async () => {
    stop();
    await shutdown();
    await sink.stop();
  });
  const spans = async (): Promise<readonly OtlpSpan[]> => {
    await flush();
    return sink.spans;
  };
  return {
    get llm() {
      return llm;
    },
    get url() {
      return new URL(llm.url).origin;
    },
    get stop() {
      return stop;
    },
    spans,
    onlySpan: async () => {
      const [span, ...others] = await spans();
      expect(others).toEqual([]);
      if (!span) throw new Error('no span came');
      return span;
    },
  };
}

/** What every autolog of a model client promises, over the client's real package. */
export function describeModelClient(name: string, client: WatchedClient): void {
  describe(name, () => {
    const watched = watching(() => client.autolog());
    const ask = (question: Question): Promise<unknown> => client.connect(watched.url).ask(question);
    const readAll = async (question: Question): Promise<void> => {
      for await (const chunk of await client.connect(watched.url).stream(question))
        expect(chunk).toBeDefined();
    };
    const said = (span: OtlpSpan | undefined): Said => {
      if (!span) throw new Error('a span is missing');
      return client.read(jsonOf(span, 'mlflow.spanOutputs'));
    };

    it('tells a call: what was asked, answered and counted', async () => {
      const question = { ...QUESTION, system: SYSTEM };
      const answer = await ask(question);
      const span = await watched.onlySpan();
      expect(span).toMatchObject({ name: 'chat some-model', statusCode: 1 });
      expect(Object.fromEntries(span.attributes)).toMatchObject({
        'mlflow.spanType': 'CHAT_MODEL',
        'mlflow.llm.provider': client.provider,
        'mlflow.message.format': client.messageFormat,
        'mlflow.llm.model': expect.stringMatching(/^some-model/),
      });
      expect(jsonOf(span, 'mlflow.spanInputs')).toEqual(client.inputs(question));
      expect(jsonOf(span, 'mlflow.spanOutputs')).toEqual(toJson(client.outputs(answer)));
      expect(said(span)).toMatchObject({ text: ANSWER, toolCalls: [] });
      const words = SYSTEM.split(' ').length;
      expect(jsonOf(span, 'mlflow.chat.tokenUsage')).toEqual({
        input_tokens: words + 12,
        output_tokens: 8,
        total_tokens: words + 20,
        cache_read_input_tokens: words,
      });
    });

    it.each([
      ['text', false],
      ['calls of tools', true],
    ])('puts a stream of %s together as the same answer without a stream', async (_, hasTool) => {
      await ask({ ...QUESTION, system: SYSTEM, hasTool });
      await readAll({ ...QUESTION, system: SYSTEM, hasTool });
      const [plain, streamed] = await watched.spans();
      expect(said(streamed)).toEqual(said(plain));
      for (const key of ['mlflow.chat.tokenUsage', 'mlflow.llm.model', 'mlflow.chat.tools'])
        expect(streamed?.attributes.get(key), key).toEqual(plain?.attributes.get(key));
      expect(streamed?.attributes.get('gen_ai.response.time_to_first_chunk')).toBeGreaterThan(0);
      if (!hasTool || !plain) return;
      expect(said(plain).toolCalls.map((call) => call.name)).toEqual(['turn']);
      expect(jsonOf(plain, 'mlflow.chat.tools')).toMatchObject([TURN]);
    });

    it('reads a stream no further than its reader does', async () => {
      const stream = await client.connect(watched.url).stream(QUESTION);
      let count = 0;
      for await (const chunk of stream) {
        count += 1;
        if (JSON.stringify(chunk).includes('said')) break;
      }
      expect(count).toBeGreaterThan(0);
      expect(said(await watched.onlySpan()).text).toBe('You said: ');
    });

    const can = (limit: Limit): boolean => !client.limits?.includes(limit);
    if (can('calls can not be called off')) describeCallingOff(client, watched);
    if (can('clients made before are not seen')) describeMadeBefore(client, watched);

    it.each([
      ['a refusal', (): string => watched.url, 'missing-model'],
      ['a server that is away', (): string => 'http://127.0.0.1:1', MODEL],
    ])('tells %s as it tells the caller, whose error is the same', async (_, url, model) => {
      const fail = (): Promise<unknown> =>
        client
          .connect(url())
          .ask({ ...QUESTION, model })
          .catch(asError);
      const error = await fail();
      expect(error).toBeInstanceOf(Error);
      expect(await watched.onlySpan()).toMatchObject({
        statusCode: 2,
        statusMessage: (error as Error).message,
      });
      watched.stop();
      const same = (await fail()) as Error;
      expect([same.constructor, same.message]).toEqual([
        (error as Error).constructor,
        (error as Error).message,
      ]);
    });

    it('tells a stream that breaks as it tells the caller, and what had come', async () => {
      const torn = { ...QUESTION, model: 'some-model-torn-stream' };
      const read = async (): Promise<void> => {
        for await (const chunk of await client.connect(watched.url).stream(torn))
          if (JSON.stringify(chunk).includes('said')) await fetch(`${watched.url}/tear`);
      };
      const error = (await read().catch(asError)) as Error;
      expect(error).toBeInstanceOf(Error);
      const span = await watched.onlySpan();
      expect(span).toMatchObject({ statusCode: 2, statusMessage: error.message });
      expect(said(span).text).toMatch(/^You said: /);
    });

    it('keeps calls at the same time below their own parents', async () => {
      const names = ['a', 'b', 'c'];
      await Promise.all(
        names.map((parent) =>
          withSpan({ name: parent }, () => (parent === 'b' ? readAll(QUESTION) : ask(QUESTION))),
        ),
      );
      const spans = await watched.spans();
      const byId = new Map(spans.map((span) => [span.spanId, span]));
      const calls = spans.filter((span) => span.name.startsWith('chat'));
      expect(calls.map(({ parentSpanId }) => byId.get(parentSpanId ?? '')?.name).toSorted()).toEqual(names);
    });

    it('is one however often it is asked for, and off by one line: the methods are those of before', async () => {
      watched.stop();
      const before = client.methods();
      const stops = [client.autolog(), client.autolog()];
      expect(client.methods()).not.toEqual(before);
      await ask(QUESTION);
      expect(await watched.spans()).toHaveLength(1);
      for (const stop of stops) stop();
      expect(client.methods()).toEqual(before);
      await ask(QUESTION);
      expect(await watched.spans()).toHaveLength(1);
    });

    it('does nothing before tracing is set up', async () => {
      await shutdown();
      const answer = await ask(QUESTION);
      await readAll(QUESTION);
      expect(client.read(toJson(client.outputs(answer))).text).toBe(ANSWER);
      expect(await watched.spans()).toEqual([]);
    });
  });
}

function describeCallingOff(client: WatchedClient, watched: Watching): void {
  it('ends where its caller calls it off', async () => {
    const waiting = new AbortController();
    const hanging = client
      .connect(watched.url)
      .ask({ ...QUESTION, model: 'some-model-hang', signal: waiting.signal })
      .catch(asError);
    await untilAsked(watched.llm, 'some-model-hang');
    waiting.abort();
    const error = await hanging;
    expect(error).toBeInstanceOf(Error);
    expect(await watched.onlySpan()).toMatchObject({
      statusCode: 2,
      statusMessage: (error as Error).message,
    });
  });

  it('ends where its caller calls it off between chunks, and keeps what had come', async () => {
    const waiting = new AbortController();
    const stalled = { ...QUESTION, model: 'some-model-stalled-stream', signal: waiting.signal };
    const stream = await client.connect(watched.url).stream(stalled);
    try {
      for await (const chunk of stream) if (JSON.stringify(chunk).includes('said')) waiting.abort();
    } catch (error) {
      expect(error).toBeInstanceOf(Error);
    }
    expect(client.read(jsonOf(await watched.onlySpan(), 'mlflow.spanOutputs')).text).toMatch(/^You said: /);
  });
}

function describeMadeBefore(client: WatchedClient, watched: Watching): void {
  it('watches clients that were made before', async () => {
    watched.stop();
    const made = client.connect(watched.url);
    const stop = client.autolog();
    await made.ask(QUESTION);
    stop();
    expect(client.read(jsonOf(await watched.onlySpan(), 'mlflow.spanOutputs')).text).toBe(ANSWER);
  });
}

function toJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function asError(error: unknown): unknown {
  return error;
}

async function untilAsked(llm: FakeLlm, model: string): Promise<void> {
  await expect.poll(() => llm.requests.some((request) => request.model === model)).toBe(true);
}
