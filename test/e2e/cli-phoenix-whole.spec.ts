import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { getJson, untilComplete } from '../support/api.ts';
import { runCommand } from '../support/commands.ts';
import { freePort } from '../support/servers/index.ts';
import { pythonWith } from '../support/python-environment.ts';
import { borrowTarget, type BorrowedTarget } from '../support/shared-target.ts';
import { TOPOLOGIES } from '../support/topologies.ts';

const INSTALL_MS = 15 * 60_000;
const run = promisify(execFile);

describe('millrace import phoenix', () => {
  const folder = mkdtempSync(join(tmpdir(), 'millrace-phoenix-'));
  let phoenix: ChildProcess;
  let from: string;

  beforeAll(async () => {
    const python = pythonWith('test/fixtures/cli/requirements-phoenix.txt');
    const [port, grpcPort] = [await freePort(), await freePort()];
    from = `http://127.0.0.1:${port}`;
    phoenix = spawn(join(dirname(python), 'phoenix'), ['serve'], {
      env: {
        ...process.env,
        PHOENIX_WORKING_DIR: folder,
        PHOENIX_HOST: '127.0.0.1',
        PHOENIX_PORT: String(port),
        PHOENIX_GRPC_PORT: String(grpcPort),
      },
      stdio: 'ignore',
    });
    await vi.waitFor(async () => expect((await fetch(`${from}/v1/projects`)).ok).toBe(true), {
      timeout: 120_000,
      interval: 500,
    });
    await run(python, ['test/fixtures/cli/seed_phoenix.py', from]);
  }, INSTALL_MS);

  afterAll(async () => {
    const ended = new Promise((resolve) => phoenix?.once('exit', resolve));
    phoenix?.kill('SIGKILL');
    await ended;
    rmSync(folder, { recursive: true });
  });

  describe.each(TOPOLOGIES)('into $name', (topology) => {
    let target: BorrowedTarget;

    beforeAll(async () => {
      target = await borrowTarget(topology);
    }, 180_000);

    afterAll(async () => {
      await target?.stop();
    });

    it('brings spans and annotations, and a second time nothing more', async () => {
      const environment = { MILLRACE_URL: target.url, XDG_STATE_HOME: folder };
      for (let time = 0; time < 2; time += 1) {
        const { code, stdout, stderr } = await runCommand(
          ['import', 'phoenix', '--from', from, '--json'],
          environment,
        );
        expect(code, stderr).toBe(0);
        expect(JSON.parse(stdout)).toMatchObject({
          spans_read: 2,
          spans_sent: 2,
          traces_told: 1,
          refused: [],
        });
      }
      await untilComplete(target.url);
      const path = `${target.url}/api/v1/traces/0123456789abcdef0123456789abcdef`;
      const { trace, spans } = await getJson<{ trace: object; spans: object[] }>(path);
      expect(trace).toMatchObject({
        ...{ name: 'answer', session_id: 's-9', request_preview: 'where?', response_preview: 'there' },
        ...{ request_time_unix_nano: expect.stringMatching(/123456000$/) as string, tokens: { total: 19 } },
      });
      expect(spans).toMatchObject([
        { name: 'answer', type: 'AGENT' },
        { name: 'chat', type: 'LLM', model: 'gpt-4o' },
      ]);
      const { assessments } = await getJson<{ assessments: { name: string }[] }>(`${path}/assessments`);
      expect(assessments.sort((a, b) => a.name.localeCompare(b.name))).toMatchObject([
        {
          name: 'correct',
          value: 'yes',
          span_id: 'aaaaaaaaaaaaaaa2',
          source: { type: 'judge' },
          rationale: 'it is',
        },
        { name: 'helpful', value: 0.5, source: { type: 'human' } },
      ]);
    });
  });
});
