import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FaultyLink } from './faulty-link.ts';

describe('a faulty link', () => {
  let server: Server;
  let link: FaultyLink;

  beforeEach(async () => {
    server = createServer((socket) => socket.on('error', () => undefined).pipe(socket)).listen(
      0,
      '127.0.0.1',
    );
    await once(server, 'listening');
    link = await FaultyLink.to((server.address() as AddressInfo).port);
  });

  afterEach(async () => {
    await link.stop();
    server.close();
  });

  const dial = () => connect(link.port, '127.0.0.1').on('error', () => undefined);

  it.each(['fair', 'slow'] as const)(
    'that is %s carries every byte in its order, and the end',
    async (state) => {
      link.set(state);
      const sent = Buffer.from(Array.from({ length: 20_000 }, (_, at) => at % 251));
      const client = dial();
      client.end(sent);
      const came: Buffer[] = [];
      for await (const chunk of client) came.push(chunk as Buffer);
      expect(Buffer.compare(Buffer.concat(came), sent)).toBe(0);
    },
  );

  it('that refuses resets what is open and what is new', async () => {
    const open = dial();
    await once(open, 'connect');
    const reset = closed(open);
    link.set('refusing');
    await reset;
    await closed(dial());
    link.set('fair');
    const next = dial();
    next.write('again');
    expect(String((await once(next, 'data'))[0])).toBe('again');
    next.destroy();
  });

  it('that hangs takes everything, and delivers it once it is mended', async () => {
    link.set('hanging');
    const client = dial();
    let answer = '';
    client.on('data', (chunk: Buffer) => (answer += chunk.toString()));
    client.write('patience');
    const { promise: late, resolve } = Promise.withResolvers<void>();
    // What a fair link would have carried by now: the whole way there and back over another one.
    const other = await FaultyLink.to((server.address() as AddressInfo).port);
    const quick = connect(other.port, '127.0.0.1', () => quick.write('quick')).once('data', () => resolve());
    await late;
    expect(answer).toBe('');
    link.set('fair');
    await once(client, 'data');
    expect(answer).toBe('patience');
    client.destroy();
    quick.destroy();
    await other.stop();
  });

  it('that forgets never answers who was connected, and serves who comes', async () => {
    const lost = dial();
    lost.write('before');
    await once(lost, 'data');
    link.forget();
    let answer = '';
    lost.on('data', (chunk: Buffer) => (answer += chunk.toString()));
    lost.write('lost');
    const next = dial();
    next.write('next');
    expect(String((await once(next, 'data'))[0])).toBe('next');
    expect(answer).toBe('');
    lost.destroy();
    next.destroy();
  });
});

function closed(socket: Socket): Promise<void> {
  return new Promise((resolve) => socket.once('close', () => resolve()));
}
