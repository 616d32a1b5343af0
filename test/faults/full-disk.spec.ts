import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkLedger, untilAcknowledging } from '../support/check-ledger.ts';
import { LedgerLoad } from '../support/ledger.ts';
import { Ballast, onSmallDisk } from '../support/small-disk.ts';
import {
  freePorts,
  spawnStandalone,
  startStandalone,
  type RunningStandalone,
} from '../support/standalone.ts';

const PATIENCE = { timeout: 60_000, interval: 200 };
const folders: string[] = [];

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'millrace-disk-'));
  folders.push(folder);
  return folder;
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe('standalone on a disk that fills up', () => {
  let server: RunningStandalone;
  let load: LedgerLoad;
  let ballast: Ballast;

  beforeAll(async () => {
    const dataDir = newFolder();
    server = await startStandalone({ dataDir, prefix: onSmallDisk({ path: dataDir, megabytes: 1000 }) });
    ballast = new Ballast(server.pids[0] ?? 0, dataDir);
    load = new LedgerLoad(server.otlpUrl);
  });

  afterAll(async () => {
    await load?.stop();
    await server?.stop();
  });

  it('tells clients to come again, in a sentence, and stays up', async () => {
    await untilAcknowledging(load);
    ballast.fill();
    await expect
      .poll(() => answerTo('/v1/traces'), PATIENCE)
      .toEqual({
        status: 503,
        isToComeAgain: true,
        text: expect.stringContaining('the disk is full'),
      });
    expect((await fetch(`${server.url}/health/live`)).status).toBe(200);
    await expect.poll(health, PATIENCE).toEqual([503, expect.stringContaining('the disk is full')]);
    expect(server.process.exitCode).toBe(null);
  });

  it('answers reads meanwhile', async () => {
    const traces = await fetch(`${server.url}/api/v1/traces?experiment_id=0`);
    expect(traces.status).toBe(200);
  });

  it('tells those who would change PostgreSQL the same, and nothing is half done', async () => {
    const created: string[] = [];
    const refused: string[] = [];
    for (let number = 0; number < 300 && refused.length === 0; number += 1) {
      const name = `full-${number}-${'x'.repeat(200)}`;
      const answer = await fetch(`${server.url}/api/2.0/mlflow/experiments/create`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name }),
      });
      if (answer.ok) created.push(name);
      else refused.push(`${answer.status} ${answer.headers.get('retry-after')} ${await answer.text()}`);
    }
    for (const answer of refused) expect(answer).toMatch(/^503 \d+ .*(disk|space)/);
    ballast.remove();
    await expect
      .poll(() => experimentNames().then((names) => created.filter((name) => !names.has(name))), PATIENCE)
      .toEqual([]);
  });

  it('has lost nothing it acknowledged', { timeout: 150_000 }, async () => {
    await load.stop();
    await checkLedger(server.url, load);
  });

  async function health(): Promise<[number, string]> {
    const answer = await fetch(`${server.url}/health`);
    return [answer.status, await answer.text()];
  }

  async function answerTo(path: string) {
    const answer = await fetch(server.otlpUrl + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(ONE_SPAN),
    });
    const isToComeAgain = Number(answer.headers.get('retry-after')) > 0;
    return { status: answer.status, isToComeAgain, text: await answer.text() };
  }

  async function experimentNames(): Promise<Set<string>> {
    const answer = await fetch(`${server.url}/api/2.0/mlflow/experiments/search`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ max_results: 1000 }),
    });
    const { experiments = [] } = (await answer.json()) as { experiments?: { name: string }[] };
    return new Set(experiments.map(({ name }) => name));
  }
});

describe('standalone that can not write its data folder', () => {
  it.each([
    [
      'read-only',
      { megabytes: 10, isReadOnly: true },
      /can't be written .*set MILLRACE_DATA_DIR to a folder that is/,
    ],
    ['full', { megabytes: 1 }, /the disk is full: free some space/],
  ])('says what to do when the disk is %s', async (_, disk, sentence) => {
    const path = newFolder();
    const { child, output } = spawnStandalone(path, await freePorts(3), {
      prefix: onSmallDisk({ path, ...disk }),
    });
    const code = await new Promise((resolve) => child.once('exit', resolve));
    expect(output()).toMatch(sentence);
    expect(output()).not.toContain('    at ');
    expect(code).toBe(1);
  });
});

const ONE_SPAN = {
  resourceSpans: [
    {
      scopeSpans: [
        {
          spans: [
            {
              traceId: '0af7651916cd43dd8448eb211c80319c',
              spanId: 'b7ad6b7169203331',
              name: 'one',
              startTimeUnixNano: '1795000000000000000',
              endTimeUnixNano: '1795000000100000000',
            },
          ],
        },
      ],
    },
  ],
};
