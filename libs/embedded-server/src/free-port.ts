import { createServer } from 'node:net';

/** Below Linux's ephemeral range, so that no outgoing connection takes the port between a crash and the restart. */
const PORT_RANGE = { first: 20_000, count: 12_000 };

/** A port on loopback that nobody listens on at the moment. */
export async function findFreePort(): Promise<number> {
  for (;;) {
    const port = PORT_RANGE.first + Math.floor(Math.random() * PORT_RANGE.count);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
