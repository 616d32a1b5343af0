import { spawn, type ChildProcess, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { getJson, listTraces, untilComplete } from '../support/api.ts';
import { runCommand } from '../support/commands.ts';
import { HeldAnswers } from '../support/held-answers.ts';
import { LangfuseServer, type LangfuseTrace } from '../support/langfuse-server.ts';
import { borrowTarget, type BorrowedTarget } from '../support/shared-target.ts';
import { TOPOLOGIES } from '../support/topologies.ts';

/** Three pages. */
const TRACES = 120;
const BEGAN = Date.parse('2026-11-20T10:00:00.000Z');
/** As many of these as a request holds are sent together. */
const LARGE = 'x'.repeat(1_000_000);
const SENT_TOGETHER = 8;
const LARGE_TRACES = 20;
const BAR = /importing \[[█░]{30}\] \d+\/12 traces/;

/** Those around the end of what is sent together have one time. */
function timeOf(index: number): string {
  const at = Math.abs(index - SENT_TOGETHER) < 3 ? SENT_TOGETHER : index;
  return new Date(BEGAN + at * 1000).toISOString();
}

function makeTrace(index: number, question = 'where?'): LangfuseTrace {
  const number = (index + 1).toString(16);
  const id = `a${number.padStart(31, '0')}`;
  const observation = {
    ...{ id: `b${number.padStart(15, '0')}`, traceId: id, type: 'GENERATION', name: 'chat', model: 'gpt-4o' },
    ...{ startTime: timeOf(index), endTime: timeOf(index), level: 'DEFAULT' },
    ...{ input: { question }, output: `answer ${index}`, usageDetails: { input: 3, output: 4, total: 7 } },
  };
  const score = {
    ...{ id: `score-${index}`, traceId: id, name: 'helpful', value: 1, stringValue: 'True' },
    ...{ dataType: 'BOOLEAN', source: 'API', timestamp: timeOf(index) },
  };
  return { id, timestamp: timeOf(index), name: 'shop', observations: [observation], scores: [score] };
}

const PROMPTS = [
  {
    name: 'greeting',
    version: 1,
    type: 'text',
    prompt: 'Hello {{name}}.',
    labels: ['production'],
    config: {},
  },
  {
    ...{ name: 'greeting', version: 2, type: 'chat', labels: ['latest'], commitMessage: 'chat' },
    ...{
      prompt: [
        { role: 'system', content: 'Hi!' },
        { type: 'placeholder', name: 'history' },
      ],
      config: {},
    },
  },
];

describe.each(TOPOLOGIES)('millrace import langfuse --from, into $name', (topology) => {
  const folder = mkdtempSync(join(tmpdir(), 'millrace-langfuse-'));
  let langfuse: LangfuseServer;
  let target: BorrowedTarget;

  beforeAll(async () => {
    langfuse = await LangfuseServer.start();
  });

  beforeEach(async () => {
    target = await borrowTarget(topology);
    langfuse.traces = Array.from({ length: TRACES }, (_, index) => makeTrace(index));
    langfuse.prompts = PROMPTS;
    langfuse.requests.length = 0;
    langfuse.faults.clear();
    return () => target.stop();
  }, 180_000);

  afterAll(async () => {
    await langfuse?.stop();
    rmSync(folder, { recursive: true });
  });

  const args = (): string[] => ['import', 'langfuse', '--from', `${langfuse.url}/`, '--json'];
  const environment = (url: string) => ({ ...langfuse.keys, MILLRACE_URL: url, XDG_STATE_HOME: folder });
  const runImport = () => runCommand(args(), environment(target.url));

  /** Each trace once, with one span and one score. */
  async function expectAll(): Promise<void> {
    await untilComplete(target.url);
    const traces = await listTraces(target.url, target.experimentId);
    expect(traces.map(({ trace_id: id, span_count: spans }) => `${id} ${spans}`).sort()).toEqual(
      langfuse.traces.map(({ id }) => `${id} 1`).sort(),
    );
    for (const { id } of langfuse.traces.slice(0, LARGE_TRACES)) {
      const path = `${target.url}/api/v1/traces/${id}/assessments`;
      const { assessments } = await getJson<{ assessments: object[] }>(path);
      expect(assessments).toMatchObject([{ name: 'helpful', value: true }]);
    }
  }

  it('reads on after it was asked to wait and after faults; a second time brings nothing more', async () => {
    // Of the project, a page, a trace, and a page again.
    langfuse.faults.set(1, { status: 503 });
    langfuse.faults.set(4, { status: 429, retryAfter: '1' });
    langfuse.faults.set(20, { status: 500 });
    langfuse.faults.set(21, { status: 429, retryAfter: 'Fri, 20 Nov 2026 10:00:00 GMT' });
    const { code, stdout, stderr } = await runImport();
    expect(code, stderr).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      ...{ spans_read: TRACES, spans_sent: TRACES, spans_refused: 0, traces_told: TRACES },
      ...{ prompts: 1, prompt_versions_made: 2, refused: [] },
    });
    const again = JSON.parse((await runImport()).stdout) as object;
    expect(again).toMatchObject({ spans_sent: TRACES, prompt_versions_made: 0, refused: [] });
    await expectAll();
    const { versions } = await getJson<{ versions: object[] }>(
      `${target.url}/api/v1/prompts/greeting/versions`,
    );
    const messages = [
      { role: 'system', content: 'Hi!' },
      { role: 'user', content: '{{history}}' },
    ];
    expect(versions).toMatchObject([
      { version: 2, kind: 'chat', messages, commit_message: 'chat' },
      { version: 1, kind: 'text', template: 'Hello {{name}}.', aliases: ['production'] },
    ]);
  });

  it('killed while it reads, and while it sends, it goes on where it stopped: nothing is lost, nothing twice', async () => {
    const door = await HeldAnswers.before(target.url);
    try {
      const { promise: until, resolve: release } = Promise.withResolvers<void>();
      langfuse.traces = Array.from({ length: LARGE_TRACES }, (_, index) => makeTrace(index, LARGE));
      const { id } = makeTrace(SENT_TOGETHER + 4);
      langfuse.held = { traceId: id, until };
      await killOnce(start(door.url), () => langfuse.requests.some((path) => path.endsWith(id)));
      release();
      langfuse.held = undefined;
      const readFirst = langfuse.requests.length;
      door.holding = '/v1/traces';
      await killOnce(start(door.url), () => door.count > 0);
      door.holding = undefined;
      const child = start(door.url);
      const [told, said] = await Promise.all([text(child.stdout), text(child.stderr)]);
      expect(said).toContain('Going on where the same import stopped.');
      expect(JSON.parse(told)).toMatchObject({ refused: [], prompts: 1, prompt_versions_made: 2 });
      const lists = langfuse.requests.slice(readFirst).filter((path) => path.includes('/traces?'));
      const from = lists.map((path) => new URL(path, langfuse.url).searchParams.get('fromTimestamp') ?? '');
      expect(from.filter((time) => !(time > timeOf(0)))).toEqual([]);
      await expectAll();
    } finally {
      await door.stop();
    }
  });

  it('draws a bar on a terminal, and nothing of it into a pipe', async () => {
    langfuse.traces = langfuse.traces.slice(0, 12);
    const { promise: until, resolve: release } = Promise.withResolvers<void>();
    langfuse.held = { traceId: makeTrace(8).id, until };
    const command = [process.execPath, 'dist/cli/main.js', ...args()].join(' ');
    const terminal = spawn('script', ['--quiet', '--return', '--command', command, '/dev/null'], {
      env: { ...process.env, ...environment(target.url), TERM: 'xterm' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(terminal, 'exit');
    let shown = '';
    terminal.stdout.setEncoding('utf8').on('data', (chunk: string) => (shown += chunk));
    await expect.poll(() => shown, { timeout: 30_000 }).toMatch(BAR);
    langfuse.held = undefined;
    release();
    expect(await ended).toEqual([0, null]);
    expect(shown).toContain('"spans_sent": 12');
    const piped = await runImport();
    expect(`${piped.code} ${piped.stderr}`).toBe('0 ');
    expect(JSON.parse(piped.stdout)).toMatchObject({ spans_sent: 12 });
  });

  it('another project of the same server is another import', async () => {
    langfuse.traces = langfuse.traces.slice(0, 3);
    langfuse.projectId = 'project-2';
    const { code, stdout, stderr } = await runImport();
    langfuse.projectId = 'project-1';
    expect(code, stderr).toBe(0);
    const other = JSON.parse((await runImport()).stdout) as object;
    expect(JSON.parse(stdout)).toMatchObject({ spans_sent: 3, prompt_versions_made: 2 });
    expect(other).toMatchObject({ spans_sent: 3, prompt_versions_made: 2 });
  });

  it('says what Langfuse says of wrong keys', async () => {
    const wrong = { ...environment(target.url), LANGFUSE_SECRET_KEY: 'sk-lf-other' };
    const { code, stderr } = await runCommand(args(), wrong);
    expect(code).toBe(1);
    expect(stderr).toMatch(/Langfuse .* answered 401 .*Confirm that your keys are right/);
  });

  function start(url: string): ChildProcessByStdio<null, Readable, Readable> {
    return spawn(process.execPath, ['dist/cli/main.js', ...args()], {
      env: { ...process.env, ...environment(url) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  async function killOnce(child: ChildProcess, isTime: () => boolean): Promise<void> {
    const ended = once(child, 'exit');
    await expect.poll(isTime, { timeout: 60_000 }).toBe(true);
    expect(child.exitCode).toBeNull();
    process.kill(child.pid ?? 0, 'SIGKILL');
    await ended;
  }
});
