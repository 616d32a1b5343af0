import { spawn } from 'node:child_process';
import type { LoadOptions, LoadResult } from './send.ts';

/** The load of `sendLoad` from a process of its own, which takes nothing of the time of whoever measures. */
export function sendLoadApart(options: LoadOptions): Promise<LoadResult> {
  const child = spawn(process.execPath, ['benchmarks/load/main.ts', JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  return new Promise((resolve, reject) => {
    child.on('exit', (code) =>
      code === 0 ? resolve(JSON.parse(text) as LoadResult) : reject(new Error(`the load ended with ${code}`)),
    );
  });
}
