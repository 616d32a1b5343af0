import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { untilComplete } from '../support/api.ts';
import { runCommand } from '../support/commands.ts';
import { makeSpan, newTraceId, sendSpans } from '../support/otlp.ts';
import { freePort } from '../support/servers/index.ts';
import { borrowTarget, type BorrowedTarget } from '../support/shared-target.ts';
import { TOPOLOGIES } from '../support/topologies.ts';

describe.each(TOPOLOGIES)('millrace against $name', (topology) => {
  let target: BorrowedTarget;
  const folder = mkdtempSync(join(tmpdir(), 'millrace-cli-'));

  beforeAll(async () => {
    target = await borrowTarget(topology);
  }, 180_000);

  afterAll(async () => {
    await target?.stop();
    rmSync(folder, { recursive: true });
  });

  const millrace = (...args: string[]) => runCommand(args, { MILLRACE_URL: target.url, NO_COLOR: '1' });
  /** The JSON that a command answers; it writes nothing else. */
  const json = async <Answer>(...args: string[]): Promise<Answer> => {
    const { code, stdout, stderr } = await millrace(...args, '--json');
    expect(code, stderr).toBe(0);
    return JSON.parse(stdout) as Answer;
  };

  it('finds, shows, follows and exports traces', async () => {
    const traceId = newTraceId();
    const root = makeSpan({
      traceId,
      name: 'answer the customer',
      attributes: { 'mlflow.spanInputs': '{"question":"where is it?"}', 'session.id': 'cli-session' },
    });
    const failed = makeSpan({ traceId, name: 'look it up', parentSpanId: root.spanId, statusCode: 2 });
    await sendSpans(target.otlpUrl, [root, failed]);
    await untilComplete(target.url);

    const found = await json<{ traces: { trace_id: string; span_count: number }[] }>(
      ...['traces', 'search', `span.name = 'look it up'`, '--from', '1h', '--experiment', 'Default'],
    );
    expect(found.traces).toMatchObject([{ trace_id: traceId, span_count: 2 }]);
    const table = await millrace('traces', 'search', '--session', 'cli-session');
    expect(table.stdout).toMatch(/^TRACE\s+BEGAN\s+STATE\s+NAME\s+TOOK\s+SPANS/);
    expect(table.stdout).toMatch(new RegExp(`^${traceId} .*answer the customer .* 2`, 'm'));

    const shown = await millrace('traces', 'get', traceId, '--payloads');
    expect(shown.stdout).toMatch(/^answer the customer {2}/m);
    expect(shown.stdout).toMatch(/^ {2}look it up .*ERROR/m);
    expect(shown.stdout).toContain('where is it?');
    const { spans } = await json<{ spans: { span_id: string }[] }>('traces', 'get', `tr-${traceId}`);
    expect(spans.map(({ span_id: id }) => id).sort()).toEqual([root.spanId, failed.spanId].sort());

    const file = join(folder, 'traces.csv');
    const exported = await millrace('traces', 'export', '--format', 'csv', '-o', file);
    expect(exported).toMatchObject({ code: 0, stdout: '' });
    expect(readFileSync(file, 'utf8')).toContain(traceId);
    const lines = await millrace('traces', 'export');
    expect(
      lines.stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as object),
    ).toHaveLength(1);
  });

  it('follows traces as they end, and Ctrl-C is a good end', async () => {
    const follower = spawn(
      process.execPath,
      ['dist/cli/main.js', 'traces', 'tail', '--json', '--interval', '1'],
      {
        env: { ...process.env, MILLRACE_URL: target.url },
      },
    );
    let output = '';
    follower.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const ended = new Promise((resolve) => follower.once('exit', resolve));
    const traceId = newTraceId();
    // Again and again: nothing tells when it has begun to look, and each trace is told once.
    const sending = setInterval(() => {
      const now = BigInt(Date.now()) * 1_000_000n;
      const span = makeSpan({
        traceId,
        spanId: '00000000000000aa',
        startTimeUnixNano: now,
        endTimeUnixNano: now,
      });
      void sendSpans(target.otlpUrl, [span]);
    }, 500);
    try {
      await expect.poll(() => output, { timeout: 30_000 }).toContain(traceId);
    } finally {
      clearInterval(sending);
    }
    follower.kill('SIGINT');
    expect(await ended).toBe(0);
    expect(
      output
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { trace_id: string }).trace_id),
    ).toEqual([traceId]);
  });

  it('keeps prompts', async () => {
    const file = join(folder, 'prompt.txt');
    writeFileSync(file, 'Answer {{ question }} briefly.');
    await json('prompts', 'register', 'cli.answer', '--template', 'Answer {{ question }}.', '-m', 'first');
    const second = await json<{ version: number; aliases: string[] }>(
      ...['prompts', 'register', 'cli.answer', '--file', file, '--alias', 'production', '--tag', 'team=a=b'],
    );
    expect(second).toMatchObject({ version: 2, aliases: ['production'], tags: { team: 'a=b' } });
    const byAlias = await millrace('prompts', 'get', 'cli.answer', '--alias', 'production', '--template');
    expect(byAlias.stdout).toBe('Answer {{ question }} briefly.\n');
    await json('prompts', 'alias', 'cli.answer', 'production', '1');
    expect(await json('prompts', 'get', 'cli.answer', '--alias', 'production')).toMatchObject({ version: 1 });
    expect((await millrace('prompts', 'versions', 'cli.answer')).stdout).toMatch(
      /^\s+1 {2}production .*first/m,
    );
    expect((await millrace('prompts', 'list')).stdout).toContain('production→1');
    await json('prompts', 'unalias', 'cli.answer', 'production');
    expect(await millrace('prompts', 'delete', 'cli.answer')).toMatchObject({ code: 2 });
    await json('prompts', 'delete', 'cli.answer', '--yes');
    expect(await millrace('prompts', 'get', 'cli.answer')).toMatchObject({ code: 4, stdout: '' });
  });

  it('uploads a dataset, evaluates on it, and shows what came out', async () => {
    await json('experiments', 'create', 'cli evaluation');
    const records = join(folder, 'records.csv');
    writeFileSync(records, 'letter,expectations.expected_response\na,A\nb,B\n');
    await json('datasets', 'create', 'cli letters', '--experiment', 'cli evaluation');
    const uploaded = await json('datasets', 'upload', 'cli letters', records);
    expect(uploaded).toMatchObject({ read: 2, inserted: 2, updated: 0 });
    expect(await json('datasets', 'upload', 'cli letters', records)).toMatchObject({
      inserted: 0,
      updated: 2,
    });
    const listed = await json<{ records: object[] }>('datasets', 'records', 'cli letters');
    expect(listed.records).toMatchObject([
      { inputs: { letter: 'a' }, expectations: { expected_response: 'A' } },
      { inputs: { letter: 'b' } },
    ]);

    const short = 'short=response_length:{"max_length": 100}';
    const traceId = newTraceId();
    const span = makeSpan({ traceId, attributes: { 'mlflow.spanOutputs': '"hello"' } });
    await sendSpans(target.otlpUrl, [span]);
    await untilComplete(target.url);
    const judged = await millrace(
      ...['eval', 'run', '--scorer', short, '--trace', traceId, '--experiment', 'Default', '--wait'],
    );
    expect(judged.code, judged.stderr).toBe(0);
    expect(judged.stdout).toMatch(/state +finished/);
    expect(judged.stdout).toContain('1 scored, 0 skipped, 0 failed, 0 pending of 1');
    const { evaluations } = await json<{ evaluations: { evaluation_id: string }[] }>('eval', 'list');
    const id = evaluations[0]?.evaluation_id ?? '';
    expect(await json('eval', 'status', id)).toMatchObject({ evaluation: { state: 'finished' } });
    expect((await millrace('eval', 'items', id)).stdout).toContain('short:');
    await json('eval', 'schedule', 'nightly', '--scorer', short, '--cron', '0 3 * * *', '--paused');
    expect((await millrace('eval', 'schedules')).stdout).toMatch(/nightly +0 3 \* \* \* UTC +paused +short/);
  });

  it('makes keys, lists models, and says what is wrong by its exit code', async () => {
    const made = await millrace('keys', 'create', 'cli', '--role', 'viewer');
    expect(made.stdout).toMatch(/^\S+\n$/);
    const { api_keys: keys } = await json<{ api_keys: { key_id: string; name: string }[] }>('keys', 'list');
    const key = keys.find(({ name }) => name === 'cli');
    await json('keys', 'revoke', key?.key_id ?? '');
    expect((await millrace('models', 'list')).stdout).toBe('None.\n');
    expect(await millrace('models', 'get', 'm-none')).toMatchObject({ code: 4 });
    expect(await millrace('datasets', 'get', 'none')).toMatchObject({ code: 4, stdout: '' });
    const noExperiment = await millrace('traces', 'search', '--experiment', 'none such');
    expect(noExperiment).toMatchObject({ code: 4, stdout: '' });
    expect(noExperiment.stderr).toMatch(/^millrace: There is no experiment 'none such'. .*\n$/);
    const badFilter = await millrace('traces', 'search', 'tags.env > 1 AND');
    expect(badFilter.code).toBe(1);
    expect(badFilter.stderr).not.toMatch(/^\s+at /m);
  });
});

describe('millrace without a Millrace', () => {
  it('tells how it is called', async () => {
    const help = await runCommand(['--help']);
    expect(help.code).toBe(0);
    for (const name of ['up', 'traces', 'prompts', 'eval', 'doctor', 'backup', 'Exit codes']) {
      expect(help.stdout).toContain(name);
    }
    expect(await runCommand([])).toMatchObject({ code: 2, stdout: '' });
    const mistyped = await runCommand(['traces', 'serch']);
    expect(mistyped).toMatchObject({ code: 2, stdout: '' });
    expect(mistyped.stderr).toContain('Did you mean search?');
    expect(await runCommand(['traces', 'search', '--from', 'yesterdayish'])).toMatchObject({ code: 2 });
  });

  it('says that nobody answers', async () => {
    const answer = await runCommand(['traces', 'search', '--url', 'http://127.0.0.1:9']);
    expect(answer).toMatchObject({ code: 3, stdout: '' });
    expect(answer.stderr).toMatch(/^millrace: Millrace can't be reached at http:\/\/127.0.0.1:9\. .*\n$/);
  });

  it.each(['bash', 'zsh', 'fish'])('completes in %s', async (shell) => {
    const script = await runCommand(['completion', shell]);
    expect(script).toMatchObject({ code: 0, stderr: '' });
    expect(script.stdout).toContain('millrace');
    const suggested = await runCommand(['complete', '--', 'traces', '']);
    expect(suggested.stdout).toMatch(/^search\t/m);
  });

  it('starts a whole one, and ends it by Ctrl-C', async () => {
    const data = mkdtempSync(join(tmpdir(), 'millrace-up-'));
    const [port, http, grpc] = [await freePort(), await freePort(), await freePort()];
    const flags = [
      `--port=${port}`,
      `--otlp-http-port=${http}`,
      `--otlp-grpc-port=${grpc}`,
      `--data-dir=${data}`,
    ];
    const up = spawn(process.execPath, ['dist/cli/main.js', 'up', ...flags]);
    const ended = new Promise((resolve) => up.once('exit', resolve));
    let output = '';
    up.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    try {
      await expect.poll(() => output, { timeout: 180_000 }).toContain('Millrace is ready');
      expect(await runCommand(['traces', 'search', '--url', `http://127.0.0.1:${port}`])).toMatchObject({
        code: 0,
      });
    } finally {
      up.kill('SIGINT');
    }
    expect(await ended).toBe(0);
    rmSync(data, { recursive: true });
    const wrong = await runCommand(['up', '--no-such-setting=1']);
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain('--data-dir  (or MILLRACE_DATA_DIR)');
  }, 240_000);

  it('ends quietly when nobody reads on', async () => {
    const code = await new Promise((resolve) => {
      const child = spawn(
        'bash',
        ['-c', `"${process.execPath}" dist/cli/main.js --help | true; echo "\${PIPESTATUS[0]}"`],
        {
          stdio: ['ignore', 'pipe', 'pipe'],
        },
      );
      let output = '';
      child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
      child.once('exit', () => resolve(output));
    });
    expect(code).toBe('0\n');
  });
});
