import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { checkLedger, untilAcknowledging } from '../support/check-ledger.ts';
import { LedgerLoad } from '../support/ledger.ts';
import { freePorts, startStandalone, type RunningStandalone } from '../support/standalone.ts';

/** Long form: MILLRACE_FAULT_ROUNDS=40 npx vitest run --project faults */
const ROUNDS = Number(process.env['MILLRACE_FAULT_ROUNDS'] ?? 4);
const VICTIMS = ['everything', 'clickhouse', 'main', 'postgres'] as const;

describe('standalone under kill -9', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'millrace-kill-'));
  let server: RunningStandalone | undefined;

  afterAll(async () => {
    await server?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it(
    `loses nothing acknowledged and doubles nothing in ${ROUNDS} kills under load`,
    async () => {
      const ports = (await freePorts(3)) as unknown as [number, number, number];
      server = await startStandalone({ dataDir, ports });
      const load = new LedgerLoad(server.otlpUrl);
      for (let round = 0; round < ROUNDS; round += 1) {
        await untilAcknowledging(load);
        const victim = VICTIMS[round % VICTIMS.length] ?? 'everything';
        server = await killAndRecover(server, victim, dataDir);
      }
      await load.stop();
      await checkLedger(server.url, load);
    },
    120_000 + ROUNDS * 20_000,
  );

  it('leaves no process behind when it stops', async () => {
    const tree = server ? descendants(server.pids[0] ?? 0) : [];
    expect(tree.length).toBeGreaterThan(1);
    server?.process.kill('SIGTERM');
    await untilTrue(() => tree.every((pid) => !isAlive(pid)), 'all its processes are gone');
    server = undefined;
  });

  it('ends at once on a second Ctrl-C, its engines with it', async () => {
    const impatient = await startStandalone();
    const tree = descendants(impatient.pids[0] ?? 0);
    expect(tree.length).toBeGreaterThan(2);
    impatient.process.kill('SIGINT');
    impatient.process.kill('SIGINT');
    await untilTrue(() => tree.every((pid) => !isAlive(pid)), 'all its processes are gone', 10_000);
    await impatient.stop();
  });
});

async function killAndRecover(
  server: RunningStandalone,
  victim: (typeof VICTIMS)[number],
  dataDir: string,
): Promise<RunningStandalone> {
  const main = server.pids[0] ?? 0;
  const children = descendants(main).filter((pid) => pid !== main);
  if (victim === 'clickhouse' || victim === 'postgres') {
    const pid = children.find((child) =>
      commandLine(child).includes(victim === 'clickhouse' ? 'host.mjs' : 'postgres'),
    );
    expect(pid, `the ${victim} child is found`).toBeDefined();
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
    await sleep(500);
    return server;
  }
  await server.kill();
  if (victim === 'everything') for (const pid of children) tryKill(pid);
  return startStandalone({ dataDir, ports: server.ports });
}

function descendants(root: number): number[] {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), Number(execStat(Number(name))[1])]),
  );
  const tree = [root];
  for (const pid of tree)
    tree.push(...[...parents].filter(([, parent]) => parent === pid).map(([child]) => child));
  return tree;
}

function execStat(pid: number): string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}

function isAlive(pid: number): boolean {
  const state = execStat(pid)[0];
  return state !== undefined && state !== 'Z' && state !== 'X';
}

function tryKill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Already gone with its parent.
  }
}

async function untilTrue(condition: () => boolean, what: string, timeoutMs = 60_000): Promise<void> {
  for (const deadline = Date.now() + timeoutMs; !condition(); await sleep(50)) {
    if (Date.now() > deadline) throw new Error(`not within ${timeoutMs} ms: ${what}`);
  }
}
