import { Agent, get } from 'node:http';

export interface LoadResult {
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly bytes: number;
}

export interface Load {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** What every answer must have. */
  readonly status: number;
}

/** Asks over and over on so many connections, each waiting for its answer. Throws for any other status. */
export async function loadFor(
  milliseconds: number,
  connections: number,
  { url, headers = {}, status }: Load,
): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  let bytes = 0;
  const begin = performance.now();
  const end = begin + milliseconds;
  const ask = async (): Promise<void> => {
    while (performance.now() < end) {
      const from = performance.now();
      bytes = await askOnce(url, headers, status, agent);
      times.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: connections }, ask));
  agent.destroy();
  const sorted = Float64Array.from(times).sort();
  const at = (q: number): number => Math.round((sorted[Math.floor(sorted.length * q)] ?? 0) * 100) / 100;
  const requestsPerSecond = Math.round(times.length / ((performance.now() - begin) / 1000));
  return { requestsPerSecond, p50Ms: at(0.5), p99Ms: at(0.99), bytes };
}

function askOnce(
  url: string,
  headers: Readonly<Record<string, string>>,
  status: number,
  agent: Agent,
): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers }, (answer) => {
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => (bytes += chunk.byteLength));
      answer.on('error', reject);
      answer.on('end', () => {
        if (answer.statusCode === status) resolve(bytes);
        else reject(new Error(`${url} answered ${answer.statusCode}, not ${status}`));
      });
    }).on('error', reject);
  });
}
