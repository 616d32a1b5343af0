import { spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';

const moduleUrl = (path: string): string => JSON.stringify(new URL(path, import.meta.url).href);

const PROGRAM = `
import { runService } from ${moduleUrl('./run-service.ts')};
import { StartError } from ${moduleUrl('./start-error.ts')};
import { ConfigError } from ${moduleUrl('../config/load-config.ts')};
const alive = setInterval(() => undefined, 1000);
const service = (stop) => async () => ({ app: undefined, urls: [], stop });
const never = new Promise(() => undefined);
`;

/** Runs a service in a process of its own, signals it once it says "up", and tells how it ended. */
async function run(start: string, ...signals: NodeJS.Signals[]) {
  const source = `${PROGRAM}\nawait runService(${start});\nconsole.log('up');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', source], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    const isReady = output.includes('up') || output.includes('again');
    if (isReady && signals.length > 0) child.kill(signals.shift());
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, output, errors };
}

describe('runService', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('stops in order on %s', async (signal) => {
    const { code, output } = await run(`service(async () => console.log('drained'))`, signal);
    expect(output).toMatch(/up\n[^]*drained\n/);
    expect(code).toBe(0);
  });

  it('ends at once on a second signal', async () => {
    const { code } = await run(`service(() => (console.log('again'), never))`, 'SIGTERM', 'SIGTERM');
    expect(code).toBe(1);
  });

  it('gives up a stop that takes too long', async () => {
    const { code, output, errors } = await run(`service(() => never)`, 'SIGTERM');
    expect(code).toBe(1);
    expect(output + errors).toContain('the stop took longer than 5 s');
  });

  it('says in a sentence what is wrong with settings and ports', async () => {
    const config = await run(`async () => { throw new ConfigError('cannot start, X is missing'); }`);
    expect([config.code, config.errors]).toEqual([2, 'cannot start, X is missing\n']);
    const port = await run(`async () => { throw new StartError('port 1 is in use'); }`);
    expect([port.code, port.errors]).toEqual([1, 'port 1 is in use\n']);
  });

  it('shows where an error that nobody foresaw came from', async () => {
    const { code, errors } = await run(`async () => { throw new TypeError('odd'); }`);
    expect(code).toBe(1);
    expect(errors).toMatch(/TypeError: odd\n +at /);
  });

  it('stops in order after an exception nobody caught, but not for a promise', async () => {
    const start = `async () => {
      setTimeout(() => { Promise.reject(new Error('lost')); }, 20);
      setTimeout(() => { throw new Error('crash'); }, 100);
      return { stop: async () => console.log('drained') };
    }`;
    const { code, output, errors } = await run(start);
    expect(code).toBe(1);
    expect(output + errors).toContain('Error: lost');
    expect(output + errors).toContain('Error: crash');
    expect(output).toContain('drained');
  });
});
