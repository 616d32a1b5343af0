import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import type { RunningTarget } from './standalone.ts';
import { TOPOLOGIES, type Topology } from './topologies.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Answers `/<topology>` with the addresses of the Millrace of that topology that specs share. */
    readonly sharedSystems: string;
  }
}

/** A trace that completes is judged soon. */
const SETTINGS = { MILLRACE_COMPLETION_IDLE_SECONDS: '4' };

/** Vitest calls it once for all files. A system starts when the first spec asks for it, and stops after the last spec. */
export default async function shareSystems(project: TestProject): Promise<() => Promise<void>> {
  const running = new Map<string, Promise<RunningTarget>>();
  const start = (topology: Topology): Promise<RunningTarget> => {
    const known = running.get(topology.name) ?? topology.start(SETTINGS);
    running.set(topology.name, known);
    // The next who asks tries again.
    known.catch(() => running.delete(topology.name));
    return known;
  };
  const server = createServer((request, answer) => {
    const topology = TOPOLOGIES.find(({ name }) => request.url === `/${name}`);
    if (!topology) return void answer.writeHead(404).end();
    start(topology).then(
      ({ url, otlpUrl, otlpGrpcAddress, pids }) =>
        answer.end(JSON.stringify({ url, otlpUrl, otlpGrpcAddress, pids })),
      (error: unknown) => answer.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  project.provide('sharedSystems', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return async () => {
    server.close().closeAllConnections();
    const targets = await Promise.allSettled(running.values());
    await Promise.all(
      targets.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value.stop() : undefined)),
    );
  };
}
