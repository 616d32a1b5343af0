import type { Environment } from '../service-fleet.ts';
import { FaultyLink, type LinkState } from './faulty-link.ts';

export const SERVERS = ['kafka', 'clickhouse', 'postgres', 'redis', 's3'] as const;
export type ServerName = (typeof SERVERS)[number];

/** What a broker listens on for one service, and what it tells it to connect to. */
export interface KafkaDoor {
  readonly name: string;
  readonly port: number;
  readonly advertisedPort: number;
}

/** URLs of the servers as they are without the network between. */
export type ServerUrls = Readonly<Record<Exclude<ServerName, 'kafka'>, string>>;

/** A link between each service and each server, so that each can be faulty alone. */
export class FaultyNetwork {
  private constructor(
    readonly kafkaDoors: ReadonlyMap<string, KafkaDoor>,
    readonly ports: Readonly<Record<ServerName, number>>,
    private readonly links: ReadonlyMap<string, FaultyLink>,
  ) {}

  /** For servers that will listen at `ports`. */
  static async between(
    services: readonly string[],
    ports: Readonly<Record<ServerName, number>>,
    nextPort: () => Promise<number>,
  ): Promise<FaultyNetwork> {
    const links = new Map<string, FaultyLink>();
    const doors = new Map<string, KafkaDoor>();
    for (const service of services) {
      for (const server of SERVERS) {
        const port = server === 'kafka' ? await nextPort() : ports[server];
        const link = await FaultyLink.to(port);
        links.set(`${service} ${server}`, link);
        if (server !== 'kafka') continue;
        const name = service.replaceAll(/\W/g, '').toUpperCase();
        doors.set(service, { name, port, advertisedPort: link.port });
      }
    }
    return new FaultyNetwork(doors, ports, links);
  }

  /** What a service has to be told, so that it finds all servers behind its own links. */
  environmentOf(service: string, urls: ServerUrls): Environment {
    const through = (server: ServerName, text: string): string =>
      text.replace(`127.0.0.1:${this.ports[server]}`, `127.0.0.1:${this.link(service, server).port}`);
    return {
      MILLRACE_KAFKA_BROKERS: `127.0.0.1:${this.link(service, 'kafka').port}`,
      MILLRACE_CLICKHOUSE_URL: through('clickhouse', urls.clickhouse),
      MILLRACE_POSTGRES_URL: through('postgres', urls.postgres),
      MILLRACE_REDIS_URL: through('redis', urls.redis),
      MILLRACE_BLOB_URL: through('s3', urls.s3),
    };
  }

  /** Between one service and one server. */
  link(service: string, server: ServerName): FaultyLink {
    const link = this.links.get(`${service} ${server}`);
    if (!link) throw new Error(`there is no link between ${service} and ${server}`);
    return link;
  }

  /** Changes all links to a server. */
  setServer(server: ServerName, state: LinkState): void {
    for (const [name, link] of this.links) if (name.endsWith(` ${server}`)) link.set(state);
  }

  /** Loses all connections to a server without a word. */
  forgetServer(server: ServerName): void {
    for (const [name, link] of this.links) if (name.endsWith(` ${server}`)) link.forget();
  }

  async stop(): Promise<void> {
    await Promise.all([...this.links.values()].map((link) => link.stop()));
  }
}
