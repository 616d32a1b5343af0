import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { getJson, listTraces, untilComplete } from '../support/api.ts';
import { runCommand, type CommandResult } from '../support/commands.ts';
import { newTraceId } from '../support/otlp.ts';
import { pythonWith } from '../support/python-environment.ts';
import { freePort } from '../support/servers/index.ts';
import { borrowTarget, type BorrowedTarget } from '../support/shared-target.ts';
import { TOPOLOGIES } from '../support/topologies.ts';

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'millrace-import-'));

afterAll(() => rmSync(folder, { recursive: true }));

const importInto = (target: BorrowedTarget, ...args: string[]): Promise<CommandResult> =>
  runCommand(['import', ...args, '--json'], { MILLRACE_URL: target.url, XDG_STATE_HOME: folder });

interface Counts {
  readonly spans_read: number;
  readonly spans_sent: number;
  readonly refused: readonly { readonly what: string; readonly why: string }[];
}

const countsOf = ({ code, stdout, stderr }: CommandResult): Counts => {
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout) as Counts;
};

/** As the Collector's file exporter writes a line; times beyond what a number holds, as numbers. */
const lineOf = (traceId: string, count = 1): string => {
  const start = `${BigInt(Date.now()) * 1_000_000n + 123n}`;
  const spans = Array.from({ length: count }, (_, at) => {
    const spanId = (at + 1).toString(16).padStart(16, '0');
    const attributes = `[{"key":"n","value":{"intValue":9007199254740993}}]`;
    return `{"traceId":"${traceId}","spanId":"${spanId}","name":"from a file","kind":1,"startTimeUnixNano":${start},"endTimeUnixNano":"${start}","attributes":${attributes}}`;
  });
  return `{"resourceSpans":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"files"}}]},"scopeSpans":[{"spans":[${spans.join()}]}]}]}`;
};

describe.each(TOPOLOGIES)('millrace import otlp into $name', (topology) => {
  let target: BorrowedTarget;

  beforeAll(async () => {
    target = await borrowTarget(topology);
  }, 180_000);

  afterAll(async () => {
    await target?.stop();
  });

  it('brings lines, whole documents and gzip over, twice the same', async () => {
    const ids = [newTraceId(), newTraceId(), newTraceId(), newTraceId()];
    const [lines, document, packed] = ['lines.jsonl', 'document.json', 'packed.json.gz'].map((name) =>
      join(folder, name),
    );
    writeFileSync(lines ?? '', `${lineOf(ids[0] ?? '', 3)}\n${lineOf(ids[1] ?? '')}\n{"resourceLogs":[]}\n`);
    writeFileSync(document ?? '', JSON.stringify(JSON.parse(lineOf(ids[2] ?? '')), null, 2));
    writeFileSync(packed ?? '', gzipSync(lineOf(ids[3] ?? '', 2)));
    const files = [lines ?? '', document ?? '', packed ?? ''];
    expect(countsOf(await importInto(target, 'otlp', ...files))).toMatchObject({
      spans_read: 7,
      spans_sent: 7,
    });
    expect(countsOf(await importInto(target, 'otlp', ...files))).toMatchObject({
      spans_sent: 7,
      refused: [],
    });
    await untilComplete(target.url);
    const traces = await listTraces(target.url, target.experimentId);
    expect(traces.map(({ trace_id: id, span_count: spans }) => `${id} ${spans}`).sort()).toEqual(
      [`${ids[0]} 3`, `${ids[1]} 1`, `${ids[2]} 1`, `${ids[3]} 2`].sort(),
    );
    const { span } = await getJson<{ span: { start_time_unix_nano: string; attributes: object[] } }>(
      `${target.url}/api/v1/traces/${ids[0]}/spans/0000000000000001`,
    );
    expect(span.start_time_unix_nano).toMatch(/123$/);
    expect(JSON.stringify(span.attributes)).toContain('9007199254740993');
  });

  it('brings an export of Langfuse over, twice the same', async () => {
    const file = 'sdk/cli/src/imports/langfuse/testdata/langfuse-traces.json';
    for (let time = 0; time < 2; time += 1) {
      const counts = countsOf(await importInto(target, 'langfuse', file));
      expect(counts).toMatchObject({ spans_sent: 6, spans_refused: 0, traces_told: 1, refused: [] });
    }
    await untilComplete(target.url);
    const path = `${target.url}/api/v1/traces/0af7651916cd43dd8448eb211c80319c`;
    const { trace, spans } = await getJson<{ trace: object; spans: object[] }>(path);
    expect(trace).toMatchObject({
      ...{
        name: 'shop assistant',
        session_id: 'langfuse-session',
        user_id: 'u-7',
        response_preview: 'on its way',
      },
      ...{ tokens: { total: 150 }, cost: { total: 0.0006 }, prompt_versions: ['support/3'] },
      tags: { vip: 'true', region: 'eu' },
    });
    expect(spans).toMatchObject([{ type: 'AGENT' }, { type: 'TOOL' }, { type: 'LLM', model: 'gpt-4o' }]);
    const { assessments } = await getJson<{ assessments: object[] }>(`${path}/assessments`);
    expect(assessments).toMatchObject([
      { name: 'helpful', value: true, rationale: 'it was' },
      { name: 'relevance', value: 0.75, span_id: '00f067aa0ba902b7' },
    ]);
  });

  it('says which file is none, and which spans Millrace does not take', async () => {
    const broken = join(folder, 'broken.jsonl');
    writeFileSync(broken, `${lineOf(newTraceId())}\n{"resourceSpans": [oops`);
    const answer = await importInto(target, 'otlp', broken);
    expect(answer).toMatchObject({ code: 1, stdout: '' });
    expect(answer.stderr).toContain('broken.jsonl is no OTLP JSON');
    const bad = join(folder, 'bad.jsonl');
    writeFileSync(bad, `${lineOf(newTraceId())}\n${lineOf('0'.repeat(32))}\n`);
    const refused = await importInto(target, 'otlp', bad);
    expect(refused.code).toBe(1);
    expect(JSON.parse(refused.stdout)).toMatchObject({ spans_read: 2, spans_sent: 1, spans_refused: 1 });
    expect(await importInto(target, 'otlp', join(folder, 'none.json'))).toMatchObject({ code: 2 });
  });
});

describe('millrace import mlflow', () => {
  const python = () => pythonWith('test/conformance/requirements.txt');
  let server: ChildProcess;
  let from: string;

  beforeAll(async () => {
    from = `http://127.0.0.1:${await freePort()}`;
    server = spawn(
      join(dirname(python()), 'mlflow'),
      [
        'server',
        '--backend-store-uri',
        `sqlite:///${folder}/mlflow.db`,
        '--port',
        new URL(from).port,
        '--workers',
        '1',
      ],
      {
        cwd: folder,
        env: { ...process.env, MLFLOW_DISABLE_TELEMETRY: 'true' },
        stdio: 'ignore',
        detached: true,
      },
    );
    await vi.waitFor(async () => expect((await fetch(`${from}/version`)).ok).toBe(true), {
      timeout: 120_000,
      interval: 500,
    });
    await run(python(), [resolve('test/fixtures/cli/seed_mlflow.py'), from]);
  }, 240_000);

  afterAll(() => {
    // The server starts processes of its own.
    if (server?.pid !== undefined) process.kill(-server.pid, 'SIGTERM');
  });

  describe.each(TOPOLOGIES)('into $name', (topology) => {
    let target: BorrowedTarget;

    beforeAll(async () => {
      target = await borrowTarget(topology);
    }, 180_000);

    afterAll(async () => {
      await target?.stop();
    });

    it('brings traces with tags and assessments, prompts and datasets, and a second time nothing more', async () => {
      const first = countsOf(await importInto(target, 'mlflow', '--from', from));
      expect(first).toEqual({
        ...{ spans_read: 8, spans_sent: 8, spans_refused: 0, traces_told: 4 },
        ...{ prompts: 1, prompt_versions_made: 2, datasets: 1, dataset_records: 1, refused: [] },
      });
      const again = countsOf(await importInto(target, 'mlflow', '--from', from));
      expect(again).toMatchObject({ spans_sent: 8, prompt_versions_made: 0, refused: [] });
      await untilComplete(target.url);
      await expectMlflowTraces(target);
      await expectMlflowRegistry(target);
    });
  });
});

interface ImportedTrace {
  readonly trace_id: string;
  readonly name: string;
  readonly state: string;
  readonly span_count: number;
  readonly client_request_id?: string;
  readonly session_id: string;
  readonly tags: Readonly<Record<string, string>>;
}

async function expectMlflowTraces({ url }: BorrowedTarget): Promise<void> {
  const { experiments } = await getJson<{ experiments: { experiment_id: string; name: string }[] }>(
    `${url}/api/v1/experiments`,
  );
  const experiment = experiments.find(({ name }) => name === 'shop assistant');
  const traces = (await listTraces(url, experiment?.experiment_id)) as unknown as ImportedTrace[];
  const told = traces.map(({ name, state, span_count: spans }) => `${name} ${state} ${spans}`);
  // They may have begun in the same millisecond.
  expect(told.toSorted()).toEqual(['answer ERROR 2', ...Array.from({ length: 3 }, () => 'answer OK 2')]);
  const oldest = traces.find(({ client_request_id: id }) => id === 'request-0');
  expect(oldest).toMatchObject({ session_id: 's-1', user_id: 'u-1' });
  expect(oldest?.tags['env']).toBe('prod');
  const detail = await getJson<{ spans: { name: string; type: string; span_id: string }[] }>(
    `${url}/api/v1/traces/${oldest?.trace_id}`,
  );
  expect(detail.spans.map(({ name, type }) => `${name} ${type}`)).toEqual([
    'answer AGENT',
    'find_order TOOL',
  ]);
  const { span } = await getJson<{ span: { inputs: string; outputs: string } }>(
    `${url}/api/v1/traces/${oldest?.trace_id}/spans/${detail.spans[1]?.span_id}`,
  );
  expect(JSON.parse(span.inputs)).toEqual({ number: 0 });
  expect(JSON.parse(span.outputs)).toEqual({ number: 0, state: 'sent' });
  const { assessments } = await getJson<{
    assessments: { name: string; value: unknown; is_valid: boolean }[];
  }>(`${url}/api/v1/traces/${oldest?.trace_id}/assessments`);
  expect(assessments.map(({ name, value, is_valid: valid }) => [name, value, valid])).toEqual([
    ['helpful', true, true],
    ['tone', 'rude', false],
    ['tone', 'kind', true],
    ['state', 'sent', true],
  ]);
}

async function expectMlflowRegistry({ url }: BorrowedTarget): Promise<void> {
  const { versions } = await getJson<{ versions: { version: number; kind: string; template: string }[] }>(
    `${url}/api/v1/prompts/greeting/versions`,
  );
  expect(versions).toMatchObject([
    {
      version: 2,
      kind: 'chat',
      messages: [{ role: 'user', content: 'Hi {{ name }}!' }],
      commit_message: 'chat',
    },
    {
      version: 1,
      kind: 'text',
      template: 'Hello {{ name }}.',
      aliases: ['production'],
      tags: { team: 'shop' },
    },
  ]);
  const { datasets } = await getJson<{ datasets: { dataset_id: string; name: string }[] }>(
    `${url}/api/v1/datasets`,
  );
  expect(datasets).toMatchObject([{ name: 'orders', record_count: 1 }]);
}
