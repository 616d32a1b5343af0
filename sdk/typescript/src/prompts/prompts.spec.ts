import { readFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OtlpSink } from '../../../../test/support/otlp-sink.ts';
import {
  flush,
  init,
  InvalidRequestError,
  loadPrompt,
  Millrace,
  NotFoundError,
  shutdown,
  UnreachableError,
  withSpan,
} from '../index.ts';

interface Captured {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: object;
}

/** What a standalone answered. */
const ANSWERS = JSON.parse(
  readFileSync(new URL('testdata/prompt-answers.json', import.meta.url), 'utf8'),
) as Record<string, Captured>;
const BUSY: Captured = { status: 503, headers: { 'retry-after': '0' }, body: { error: { message: 'busy' } } };

let server: Server;
let millrace: Millrace;
let url: string;
/** What it was asked, and whether by an etag. */
let asked: string[];
let busy: number;

beforeEach(async () => {
  asked = [];
  busy = 0;
  server = createServer((request, response) => {
    const line = `${request.method} ${request.url}`;
    const isKnown = request.headers['if-none-match'] !== undefined;
    asked.push(isKnown ? `${line}, known` : line);
    const answer = busy-- > 0 ? BUSY : ANSWERS[asked.at(-1) ?? ''];
    response.writeHead(answer?.status ?? 500, answer?.headers);
    response.end(answer?.body && JSON.stringify(answer.body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  millrace = new Millrace({ url, onError: () => undefined });
});

afterEach(leave);

async function leave(): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

const ALIAS = 'GET /api/v1/prompts/greet/aliases/production';

describe('loading prompts', () => {
  it('asks once for those who load the same at the same time, then not for a minute', async () => {
    const loads = Array.from({ length: 5 }, () => millrace.prompts.load('prompts:/greet@production'));
    expect((await Promise.all(loads)).map(({ version }) => version)).toEqual([1, 1, 1, 1, 1]);
    await millrace.prompts.load('greet', { alias: 'production' });
    expect(asked).toEqual([ALIAS]);
  });

  it('reads through where nothing old is wanted, by the etag of what is known', async () => {
    const known = await millrace.prompts.load('prompts:/greet@production');
    expect(await millrace.prompts.load('prompts:/greet@production', { ttlMs: 0 })).toBe(known);
    expect(asked).toEqual([ALIAS, `${ALIAS}, known`]);
  });

  it('goes on with what is known while Millrace is away, or with the fallback', async () => {
    await millrace.prompts.load('prompts:/greet@production', { ttlMs: 1e-6 });
    await leave();
    expect(await millrace.prompts.load('prompts:/greet@production', { ttlMs: 1e-6 })).toMatchObject({
      version: 1,
      isFallback: false,
    });
    const through = { ttlMs: 0 };
    await expect(millrace.prompts.load('prompts:/greet@production', through)).rejects.toThrow(
      UnreachableError,
    );
    const known = await millrace.prompts.load('prompts:/greet@production', { ...through, fallback: 'Hi!' });
    expect(known.version).toBe(1);
    const other = await millrace.prompts.load('greet', { fallback: 'Hi {{name}}!' });
    expect(other).toMatchObject({ name: 'greet', isFallback: true, version: 0, uri: 'prompts:/greet' });
    expect(other.format({ name: 'Ann' })).toBe('Hi Ann!');
    await expect(millrace.prompts.load('greet')).rejects.toThrow(/can't be reached at http.*Is it running/);
  });

  it('asks again while Millrace is busy, but does not keep waiting who has a fallback', async () => {
    busy = 2;
    expect((await millrace.prompts.load('greet')).kind).toBe('chat');
    expect(asked).toHaveLength(3);
    busy = 1;
    expect(await millrace.prompts.load('none', { fallback: 'x' })).toMatchObject({ isFallback: true });
    expect(asked).toHaveLength(4);
  });

  it('asks where init says, also where nothing is traced', async () => {
    init({ url, enabled: false });
    expect((await loadPrompt('greet', { alias: 'production' })).version).toBe(1);
    init({ url: `${url}/`, enabled: false });
    await loadPrompt('greet', { alias: 'production' });
    await loadPrompt('greet', { alias: 'production' });
    expect(asked).toEqual([ALIAS, ALIAS]);
  });

  it('says what is wrong with what is asked', async () => {
    const { prompts } = millrace;
    const unknown = prompts.load('greet', { alias: 'none' });
    await expect(unknown).rejects.toThrow(NotFoundError);
    await expect(unknown).rejects.toThrow("The prompt greet has no alias 'none'.");
    await expect(prompts.load('none')).rejects.toMatchObject({
      name: 'NotFoundError',
      status: 404,
      code: 'RESOURCE_DOES_NOT_EXIST',
    });
    await expect(prompts.load('prompts:/greet/1', { alias: 'production' })).rejects.toThrow(
      /more than one of/,
    );
    await expect(prompts.load('prompts:/greet/x')).rejects.toThrow(/write prompts:\/name/);
    await expect(prompts.load('greet', { version: 0 })).rejects.toThrow(/a number from 1 on/);
    await expect(prompts.load('greet', { kind: 'text' })).rejects.toThrow(
      new InvalidRequestError("Prompt 'greet' is a chat prompt, and a text prompt is asked for."),
    );
  });
});

describe('a prompt that is loaded in a trace', () => {
  let sink: OtlpSink;
  beforeEach(async () => {
    sink = await OtlpSink.start();
  });
  afterEach(async () => {
    await shutdown();
    await sink.stop();
  });

  it('is linked by the span that it is used in, whatever the mask hides; a fallback is not', async () => {
    init({ url: new URL(sink.url).origin, mask: () => 'hidden' });
    const production = await millrace.prompts.load('prompts:/greet@production');
    await withSpan({ name: 'both' }, async () => {
      const latest = await millrace.prompts.load('greet');
      production.format({ name: 'Ann' });
      production.format({ name: 'Ben' });
      latest.format({ tone: 'kind', question: 'Why?' });
    });
    await withSpan({ name: 'fallback' }, () => millrace.prompts.load('none', { fallback: 'Hi!' }));
    await flush();
    const said = sink.spans.map(({ name, attributes }) => [name, attributes.get('mlflow.linkedPrompts')]);
    expect(Object.fromEntries(said)).toEqual({
      both: '[{"name":"greet","version":"2"},{"name":"greet","version":"1"}]',
      fallback: undefined,
    });
  });
});
