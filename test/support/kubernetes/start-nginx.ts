import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, ServerProcess } from '../servers/index.ts';

export interface Nginx {
  readonly url: string;
  stop(): Promise<void>;
}

/** Debian's nginx with the configuration of the chart's gateway; `addresses` are where services run here in place of their names. */
export async function startNginx(
  folder: string,
  config: string,
  addresses: Readonly<Record<string, string>>,
): Promise<Nginx> {
  const port = await freePort();
  const local = Object.entries(addresses).reduce(
    (text, [name, address]) => text.replaceAll(`http://${name};`, `http://${address};`),
    config.replace('listen 8080;', `listen 127.0.0.1:${port};`),
  );
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'server.conf'), local);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${folder};`,
  );
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; pid ${folder}/pid; error_log stderr warn; events {}\nhttp { access_log off; ${temporary.join(' ')} include server.conf; }\n`,
  );
  const server = new ServerProcess({
    name: 'nginx',
    command: ['nginx', '-p', folder, '-e', 'stderr', '-c', join(folder, 'nginx.conf')],
    isReady: () =>
      fetch(`http://127.0.0.1:${port}/gateway-is-up`).then(
        ({ status }) => status === 204,
        () => false,
      ),
  });
  await server.start();
  return { url: `http://127.0.0.1:${port}`, stop: () => server.stop() };
}
