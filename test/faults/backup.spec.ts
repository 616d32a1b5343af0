import { appendFileSync, chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../support/commands.ts';
import { startFakeLlm, type FakeLlm } from '../support/fake-llm/fake-llm.ts';
import { LedgerLoad } from '../support/ledger.ts';
import { untilAcknowledging } from '../support/check-ledger.ts';
import { expectLedger, expectOneOfEach, makeOneOfEach, tagTrace } from '../support/one-of-each.ts';
import { startStandalone, type RunningStandalone } from '../support/standalone.ts';

let folder: string;
let source: RunningStandalone;
let restored: RunningStandalone | undefined;
let llm: FakeLlm;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'millrace-backup-'));
  chmodSync(folder, 0o711);
  [source, llm] = await Promise.all([startStandalone({ dataDir: join(folder, 'source') }), startFakeLlm()]);
}, 180_000);

afterAll(async () => {
  await Promise.all([source?.stop(), restored?.stop(), llm?.stop()]);
  rmSync(folder, { recursive: true, force: true });
});

describe('a backup of a running standalone', () => {
  it('has all that was acknowledged before it began, once, and can be gone on with', async () => {
    const made = await makeOneOfEach(source, llm.url);
    const load = new LedgerLoad(source.otlpUrl, { connections: 2, pauseMs: 10 });
    await untilAcknowledging(load);
    await tagTrace(source, made, 'backed up');
    const before = [...load.acknowledged];
    const backup = join(folder, 'backup');
    expect(await runCommand(['backup', backup, `--data-dir=${source.dataDir}`])).toMatchObject({ code: 0 });
    await untilAcknowledging(load);
    await load.stop();
    expect(load.unexpected).toEqual([]);
    await source.stop();

    const dataDir = join(folder, 'restored');
    expect(await runCommand(['restore', backup, dataDir])).toMatchObject({ code: 0 });
    restored = await startStandalone({ dataDir, environment: { MILLRACE_AUTHENTICATION: 'on' } });
    await expectOneOfEach(restored, made);
    await expectLedger(restored, { made, traceIds: before, spansPerTrace: load.spansPerTrace });
  }, 400_000);

  it('is refused when a file of it was changed, naming the file, and leaves nothing behind', async () => {
    const backup = join(folder, 'backup');
    const log = readdirSync(join(backup, 'log')).find((name) => name.endsWith('.segment')) ?? '';
    const path = join(backup, 'log', log);
    expect(statSync(path).size).toBeGreaterThan(0);
    appendFileSync(path, 'x');
    const { code, stderr } = await runCommand(['restore', backup, join(folder, 'never')]);
    expect(code).toBe(1);
    expect(stderr).toContain(path);
    expect(readdirSync(folder).filter((name) => name.includes('never'))).toEqual([]);
  }, 120_000);

  it('overwrites nothing', async () => {
    const backup = join(folder, 'backup');
    const again = await runCommand(['backup', backup, `--data-dir=${join(folder, 'source')}`]);
    expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('is there already')]);
    const over = await runCommand(['restore', backup, join(folder, 'source')]);
    expect([over.code, over.stderr]).toEqual([1, expect.stringContaining('is not empty')]);
  }, 120_000);
});
