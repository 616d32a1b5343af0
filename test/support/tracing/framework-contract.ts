import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { context, trace as otelTrace } from '@opentelemetry/api';
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import OpenAI from 'openai';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OtlpSpan } from '@millrace/domain';
import { startFakeLlm, type FakeLlm } from '../fake-llm/fake-llm.ts';
import { OtlpSink } from '../otlp-sink.ts';
import {
  autologOpenAI,
  flush,
  init,
  shutdown,
  withSpan,
  type StopAutolog,
} from '../../../sdk/tracing/src/index.ts';

export interface AgentRun {
  readonly question: string;
  readonly model: string;
  /** What the tool `forecast` does. */
  readonly forecast: (given: { city: string }) => Promise<string>;
  readonly isStreamed: boolean;
}

/** A framework whose agents ask a model, which has one tool. */
export interface FrameworkUnderTest {
  readonly autolog: () => StopAutolog;
  /** Resolves with the words of the answer, read to the end. */
  readonly run: (run: AgentRun, llmUrl: string) => Promise<string>;
  /** Of the span of the whole run. */
  readonly rootType: string;
  /** False for a framework that keeps to itself what tools a model may call. */
  readonly tellsTools?: boolean;
  /** For one that says in words of its own that a tool failed. */
  readonly toolError?: string;
}

const LONGEST_MOMENT_MS = 10_000;
const POLL_MS = 20;
const MODEL = 'gpt-4o-mini';
const QUESTION = 'Do I need an umbrella?';
const ANSWER = 'The tool says: rain in Paris';

/** Spans that came to Millrace, each before those below it, and these in the order in which they ended: no clock decides. */
export class ReceivedSpans {
  readonly all: readonly OtlpSpan[];

  constructor(sent: readonly OtlpSpan[]) {
    const ids = new Set(sent.map(({ spanId }) => spanId));
    const below = (id: string): readonly OtlpSpan[] => sent.filter(({ parentSpanId }) => parentSpanId === id);
    const withBelow = (span: OtlpSpan): readonly OtlpSpan[] => [
      span,
      ...below(span.spanId).flatMap((each) => withBelow(each)),
    ];
    this.all = sent.filter(({ parentSpanId = '' }) => !ids.has(parentSpanId)).flatMap(withBelow);
  }

  get root(): OtlpSpan {
    return this.only(({ parentSpanId }) => parentSpanId === undefined);
  }

  named(name: string): OtlpSpan {
    return this.only((span) => span.name === name);
  }

  ofType(type: string): readonly OtlpSpan[] {
    return this.all.filter(({ attributes }) => attributes.get('mlflow.spanType') === type);
  }

  /** Names from the root down to the span. */
  pathTo(span: OtlpSpan): readonly string[] {
    const parent = this.all.find(({ spanId }) => spanId === span.parentSpanId);
    return parent ? [...this.pathTo(parent), span.name] : [span.name];
  }

  private only(isMeant: (span: OtlpSpan) => boolean): OtlpSpan {
    const [span, ...others] = this.all.filter(isMeant);
    if (!span || others.length > 0)
      throw new Error(`not one of ${JSON.stringify(this.all.map(({ name }) => name))}`);
    return span;
  }
}

export function jsonOf(span: OtlpSpan | undefined, key: string): unknown {
  return JSON.parse(String(span?.attributes.get(key)));
}

/** A provider, a Millrace and the autolog of a framework, anew for each test. */
export class FrameworkRig {
  private llm: FakeLlm | undefined;
  private sink: OtlpSink | undefined;
  stop: StopAutolog = () => undefined;

  constructor(autolog: () => StopAutolog) {
    beforeAll(async () => {
      this.llm = await startFakeLlm();
    });
    afterAll(() => this.llm?.stop());
    beforeEach(async () => {
      this.sink = await OtlpSink.start();
      init({ url: new URL(this.sink.url).origin, experiment: { id: '7' } });
      this.stop = autolog();
    });
    afterEach(async () => {
      this.stop();
      await shutdown();
      await this.sink?.stop();
    });
  }

  get llmUrl(): string {
    return this.llm?.url ?? '';
  }

  /** Waits for a span that ends only once what made it is collected as garbage. */
  async untilCollected(name: string): Promise<void> {
    setFlagsFromString('--expose-gc');
    const collectGarbage = runInNewContext('gc') as () => void;
    const names = async (): Promise<string[]> => {
      collectGarbage();
      return (await this.arrived()).map((span) => span.name);
    };
    await expect.poll(names, { timeout: LONGEST_MOMENT_MS }).toContain(name);
  }

  /** What has come so far. */
  async arrived(): Promise<readonly OtlpSpan[]> {
    await flush();
    return this.sink?.spans ?? [];
  }

  /** What has come, once nothing is missing above it: a framework may end a run a moment after its caller has the answer. */
  async received(): Promise<ReceivedSpans> {
    const deadline = Date.now() + LONGEST_MOMENT_MS;
    for (;;) {
      const spans = await this.arrived();
      const ids = new Set(spans.map(({ spanId }) => spanId));
      const isWhole = spans.every(({ parentSpanId }) => parentSpanId === undefined || ids.has(parentSpanId));
      if (isWhole || Date.now() > deadline) return new ReceivedSpans(spans);
      await setTimeout(POLL_MS);
    }
  }
}

/** What the autolog of every framework keeps to. */
export function describeFramework(name: string, framework: FrameworkUnderTest): void {
  describe(`${name}, as every framework`, () => {
    const rig = new FrameworkRig(framework.autolog);
    const ask = (change: Partial<AgentRun> = {}): Promise<string> =>
      framework.run({ question: QUESTION, model: MODEL, forecast, isStreamed: false, ...change }, rig.llmUrl);

    it.each([false, true])('tells agent, model and tool, streamed: %s', async (isStreamed) => {
      expect(await ask({ isStreamed })).toBe(ANSWER);
      const spans = await rig.received();
      expect(spans.root.attributes.get('mlflow.spanType')).toBe(framework.rootType);
      expect(String(spans.root.attributes.get('mlflow.spanInputs'))).toContain(QUESTION);
      expect(String(spans.root.attributes.get('mlflow.spanOutputs'))).toContain(ANSWER);
      expect(new Set(spans.all.map(({ traceId }) => traceId)).size).toBe(1);
      const [tool, ...otherTools] = spans.ofType('TOOL');
      expect(otherTools).toEqual([]);
      expect([tool?.name, jsonOf(tool, 'mlflow.spanInputs')]).toEqual(['forecast', { city: 'Paris' }]);
      expect(String(tool?.attributes.get('mlflow.spanOutputs'))).toContain('rain in Paris');
      const calls = spans.ofType('CHAT_MODEL');
      expect(calls).toHaveLength(2);
      expect(calls.map(({ attributes }) => attributes.get('mlflow.llm.model'))).toEqual([
        `${MODEL}-2026-01-01`,
        `${MODEL}-2026-01-01`,
      ]);
      expect(String(calls[0]?.attributes.get('mlflow.spanInputs'))).toContain(QUESTION);
      expect(String(calls[0]?.attributes.get('mlflow.spanOutputs'))).toContain('forecast');
      if (framework.tellsTools !== false)
        expect(String(calls[0]?.attributes.get('mlflow.chat.tools'))).toContain('forecast');
      expect(String(calls[1]?.attributes.get('mlflow.spanOutputs'))).toContain(ANSWER);
      expect(spans.all.map(({ statusCode }) => statusCode)).not.toContain(2);
    });

    it.each([false, true])(
      'counts tokens where they were used and nowhere else, streamed: %s',
      async (isStreamed) => {
        await ask({ isStreamed });
        const spans = await rig.received();
        const counting = spans.all.filter(({ attributes }) => attributes.has('mlflow.chat.tokenUsage'));
        expect(counting).toEqual(spans.ofType('CHAT_MODEL'));
        expect(counting.map((span) => jsonOf(span, 'mlflow.chat.tokenUsage'))).toEqual([
          expect.objectContaining({ input_tokens: expect.any(Number) as number, output_tokens: 3 }),
          expect.objectContaining({ output_tokens: 6 }),
        ]);
      },
    );

    it('stands below what it runs in, and what a tool runs stands below the tool', async () => {
      const inTool = (given: { city: string }): Promise<string> =>
        withSpan({ name: 'inside' }, () => forecast(given));
      await withSpan({ name: 'outside' }, () => ask({ forecast: inTool }));
      const spans = await rig.received();
      const path = spans.pathTo(spans.named('inside'));
      expect([path[0], path.at(-2)]).toEqual(['outside', 'forecast']);
    });

    it('keeps runs at the same time apart', async () => {
      const names = ['a', 'b', 'c'];
      await Promise.all(
        names.map((each) => withSpan({ name: each }, () => ask({ question: `about ${each}` }))),
      );
      const spans = await rig.received();
      for (const call of spans.ofType('CHAT_MODEL')) {
        const [outermost] = spans.pathTo(call);
        expect(String(call.attributes.get('mlflow.spanInputs'))).toContain(`about ${outermost}`);
      }
      expect(spans.ofType('CHAT_MODEL')).toHaveLength(2 * names.length);
    });

    it.each([false, true])('tells what a provider refused, streamed: %s', async (isStreamed) => {
      const error = await ask({ model: 'missing-model', isStreamed }).then(
        () => undefined,
        (reason: unknown) => reason,
      );
      expect(String(error)).toContain('does not exist');
      const spans = await rig.received();
      const failed = [spans.root, ...spans.ofType('CHAT_MODEL')];
      expect(failed).toHaveLength(2);
      for (const { statusCode, statusMessage } of failed)
        expect([statusCode, statusMessage]).toEqual([2, expect.stringContaining('does not exist')]);
    });

    it('tells what a tool threw', async () => {
      await ask({ forecast: () => Promise.reject(new Error('the river is dry')) }).catch(() => undefined);
      const [tool] = (await rig.received()).ofType('TOOL');
      expect(tool).toMatchObject({
        statusCode: 2,
        statusMessage: expect.stringContaining(framework.toolError ?? 'the river is dry') as string,
      });
    });

    it('leaves the traces of the application as they are', async () => {
      const exporter = new InMemorySpanExporter();
      const provider = new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] });
      otelTrace.setGlobalTracerProvider(provider);
      const tracer = provider.getTracer('application');
      const inTool = (given: { city: string }): Promise<string> => {
        tracer.startSpan('query').end();
        return forecast(given);
      };
      const request = tracer.startSpan('request');
      await context.with(otelTrace.setSpan(context.active(), request), () => ask({ forecast: inTool }));
      request.end();
      otelTrace.disable();
      const [query, ...others] = exporter.getFinishedSpans();
      expect(others.map((span) => span.name)).toEqual(['request']);
      expect(query?.parentSpanContext?.spanId).toBe(request.spanContext().spanId);
      const { root } = await rig.received();
      expect(root.traceId).toBe(request.spanContext().traceId);
      expect(root.links.map(({ spanId }) => spanId)).toEqual([request.spanContext().spanId]);
    });

    it('tells a call to a model once, whatever watches the client that makes it', async () => {
      const stopClient = autologOpenAI(OpenAI);
      await ask();
      await ask({ isStreamed: true });
      stopClient();
      expect((await rig.received()).ofType('CHAT_MODEL')).toHaveLength(4);
    });

    it('is one however often it is asked for, and is off by one line', async () => {
      const second = framework.autolog();
      await ask();
      const { all } = await rig.received();
      expect(new ReceivedSpans(all).ofType('CHAT_MODEL')).toHaveLength(2);
      second();
      rig.stop();
      expect(await ask()).toBe(ANSWER);
      expect((await rig.received()).all).toHaveLength(all.length);
    });

    it('is silent while nothing is traced', async () => {
      await shutdown();
      expect(await ask()).toBe(ANSWER);
      expect((await rig.received()).all).toEqual([]);
    });
  });
}

function forecast({ city }: { city: string }): Promise<string> {
  return Promise.resolve(`rain in ${city}`);
}
