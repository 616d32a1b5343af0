import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { StartFailure, type ServerRecipe } from '../server-recipe.ts';

/** What a test wants of its server. */
export interface EchoBehaviour {
  /** Ignores SIGTERM and the end of its parent. */
  readonly isStubborn?: boolean;
  /** Ends at once, saying this. */
  readonly failure?: string;
  /** How many starts fail in passing before one succeeds. */
  readonly passingFailures?: number;
  readonly program?: string;
}

/** Notes each start; fails with the words in the file `fail`, if there is one. */
const SERVER = `
const fs = require('node:fs');
const [folder, port, behaviour] = process.argv.slice(1);
const { isStubborn, failure, passingFailures } = JSON.parse(behaviour);
fs.appendFileSync(folder + '/starts', '.');
const fail = (words) => { process.stderr.write(words, () => process.exit(1)); };
process.on('SIGTERM', () => isStubborn || process.exit(0));
if (!isStubborn) process.stdin.on('end', () => process.exit(0)).resume();
if (failure) fail(failure);
else if (fs.existsSync(folder + '/fail')) fail(fs.readFileSync(folder + '/fail', 'utf8'));
else if (fs.readFileSync(folder + '/starts').length <= (passingFailures ?? 0)) fail('passing');
else require('node:net').createServer((socket) => socket.end('hello')).listen(Number(port), '127.0.0.1')
  .on('error', (error) => fail(error.code));
`;

/** A small real server with the habits that databases have. It must not be started while there is a file `full`. */
export function echoRecipe(folder: string, behaviour: EchoBehaviour): ServerRecipe {
  return {
    name: 'echo',
    markPath: join(folder, 'echo.json'),
    stopSteps: [{ signal: 'SIGTERM', patienceMs: 300 }],
    expectStartable: async () => {
      if (existsSync(join(folder, 'full'))) throw new StartFailure('the disk is full');
    },
    spawn: (port) => {
      const args = ['-e', SERVER, folder, String(port), JSON.stringify(behaviour)];
      const child = spawn(behaviour.program ?? process.execPath, args, { stdio: ['pipe', 'ignore', 'pipe'] });
      child.stdin.on('error', () => undefined);
      let written = '';
      child.stderr.on('data', (chunk: Buffer) => (written += chunk.toString()));
      return { child, output: () => written };
    },
    isAnswering: answers,
    explain: (output) => {
      if (output.includes('EADDRINUSE')) return new StartFailure('the port is taken', 'port-taken');
      return new StartFailure(`echo said: ${output}`, output === 'passing' ? 'passing' : 'final');
    },
  };
}

/** Whether our server is on the port, and not somebody else. */
export function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', timeout: 200 });
    const settle = (isOurs: boolean): void => {
      socket.destroy();
      resolve(isOurs);
    };
    socket.once('data', (greeting) => settle(String(greeting) === 'hello'));
    for (const event of ['error', 'timeout', 'end']) socket.once(event, () => settle(false));
  });
}
