import { join } from 'node:path';
import { freePort, ServerProcess, type ServerHandle, type ServerProgram } from './servers/index.ts';

export const SERVICES = ['ingest', 'writer', 'query-api', 'registry', 'evaluator'] as const;
export type DistributedService = (typeof SERVICES)[number];

const ROOT = join(import.meta.dirname, '../..');
/** Where the build leaves `<name>/main.js`. */
export const BUNDLES = join(ROOT, 'dist');
/** As much as Nest, a cold disk and two busy cores may take. */
const START_TIMEOUT_MS = 150_000;

export interface ServiceHandle extends ServerHandle {
  readonly name: DistributedService;
  readonly url: string;
  /** The end of what it printed since its last start. */
  output(): string;
}

export type Environment = Readonly<Record<string, string>>;
export type OutputListener = (service: DistributedService, text: string) => void;

/** How the apps are started. */
export type Launcher = (app: DistributedService | 'migrate') => Launch;
export type Launch = Pick<ServerProgram, 'command' | 'env' | 'cwd' | 'user'>;

/** What the build made, in the environment of the tests. */
export function launchBundles(bundles: string = BUNDLES): Launcher {
  return (app) => ({
    command: [process.execPath, '--enable-source-maps', join(bundles, app, 'main.js')],
    cwd: ROOT,
    env: process.env,
  });
}

/** The built services as processes of their own, with one environment. */
export class ServiceFleet {
  readonly environment: Environment;
  readonly started: ServiceHandle[] = [];
  private readonly onOutput: OutputListener | undefined;
  private readonly launch: Launcher;

  constructor(environment: Environment, onOutput?: OutputListener, launch = launchBundles()) {
    this.environment = environment;
    this.onOutput = onOutput;
    this.launch = launch;
  }

  /** Starts an instance and resolves when it is healthy. */
  async start(name: DistributedService, own: Environment): Promise<ServiceHandle> {
    const { onOutput } = this;
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const launch = this.launch(name);
    const server = new ServerProcess({
      ...launch,
      name,
      env: { ...launch.env, ...this.environment, ...own, MILLRACE_PORT: String(port) },
      isReady: () => isHealthy(url),
      startTimeoutMs: START_TIMEOUT_MS,
      onOutput: onOutput && ((text) => onOutput(name, text)),
    });
    const handle = toHandle(name, url, server);
    this.started.push(handle);
    await server.start();
    return handle;
  }

  /** The first instance of a service. */
  get(name: DistributedService): ServiceHandle {
    const handle = this.started.find((each) => each.name === name);
    if (!handle) throw new Error(`service ${name} was not started`);
    return handle;
  }

  async stop(): Promise<void> {
    await Promise.all(this.started.map((service) => service.stop()));
  }
}

function toHandle(name: DistributedService, url: string, server: ServerProcess): ServiceHandle {
  return {
    name,
    url,
    get pid() {
      return server.pid;
    },
    output: () => server.printed,
    stop: () => server.stop(),
    kill: () => server.kill(),
    restart: async () => {
      await server.stop();
      await server.start();
    },
  };
}

function isHealthy(url: string): Promise<boolean> {
  return fetch(`${url}/health`).then(
    (answer) => answer.ok,
    () => false,
  );
}
