import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { freePorts, startStandalone, type RunningStandalone } from '../support/standalone.ts';

const MIB = 1024 * 1024;
const PATH = '/api/2.0/mlflow-artifacts/artifacts/0/kept/file.bin';
const dataDir = mkdtempSync(join(tmpdir(), 'millrace-upload-'));
let server: RunningStandalone | undefined;

afterAll(async () => {
  await server?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

it('a kill in the middle of an upload leaves the file before, whole', async () => {
  const ports = (await freePorts(3)) as unknown as [number, number, number];
  server = await startStandalone({ dataDir, ports });
  const old = Buffer.alloc(5 * MIB, 'old');
  expect((await fetch(server.url + PATH, { method: 'PUT', body: old })).status).toBe(200);
  const before = countBlobs();
  const upload = request(server.url + PATH, { method: 'PUT', headers: { 'content-length': 20 * MIB } });
  upload.on('error', () => undefined);
  upload.write(Buffer.alloc(13 * MIB, 'new'));
  await vi.waitUntil(() => countBlobs() >= before + 2, { timeout: 20_000 });
  await server.kill();
  upload.destroy();
  server = await startStandalone({ dataDir, ports });
  const kept = Buffer.from(await (await fetch(server.url + PATH)).arrayBuffer());
  expect(Buffer.compare(kept, old)).toBe(0);
  expect((await fetch(server.url + PATH, { method: 'PUT', body: 'new' })).status).toBe(200);
  expect(await (await fetch(server.url + PATH)).text()).toBe('new');
}, 120_000);

function countBlobs(): number {
  const entries = readdirSync(join(dataDir, 'blobs'), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile() && entry.name.endsWith('~')).length;
}
