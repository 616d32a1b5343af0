import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findManifest } from './helm.ts';
import { podOf, textsOf, type Manifest } from './manifest.ts';

const ROOT = join(import.meta.dirname, '../../..');

interface Variable {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: { readonly secretKeyRef: { readonly name: string; readonly key: string } };
}

interface Container {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  readonly args?: readonly string[];
  readonly env?: readonly Variable[];
  readonly envFrom?: readonly { readonly configMapRef?: { readonly name: string } }[];
  readonly volumeMounts?: readonly { readonly name: string; readonly mountPath: string }[];
}

interface Volume {
  readonly name: string;
  readonly configMap?: { readonly name: string };
}

type Texts = Readonly<Record<string, string>>;

export interface RunningContainer {
  readonly environment: Texts;
  readonly process: ChildProcess;
  /** All that it printed. */
  output(): string;
  /** Its exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>;
}

/** Containers as a chart renders them, run as processes of this machine in place of their images: command, arguments, variables, mounted files. */
export class RenderedContainers {
  private readonly running: RunningContainer[] = [];

  /** `given` are Secrets that the chart reads and does not make; folders stand for volumes. */
  constructor(
    private readonly manifests: readonly Manifest[],
    private readonly folder: string,
    private readonly given: Readonly<Record<string, Texts>> = {},
  ) {}

  /** Starts a container of the pod that an object makes. */
  start(kind: string, name: string, containerName: string): RunningContainer {
    const pod = podOf(findManifest(this.manifests, kind, name));
    const containers: Container[] = [...(pod?.spec.initContainers ?? []), ...(pod?.spec.containers ?? [])];
    const container = containers.find((each) => each.name === containerName);
    if (!pod || !container) throw new Error(`${kind}/${name} has no container ${containerName}`);
    const mounts = this.mount(pod, container);
    const local = (text: string): string => toLocal(text, mounts);
    const environment = Object.fromEntries(
      Object.entries(this.environmentOf(container)).map(([key, value]) => [key, local(value)]),
    );
    const [program, ...words] = [...container.command, ...(container.args ?? [])].map(local);
    const child = spawn(program === 'node' ? process.execPath : (program ?? ''), words, {
      cwd: ROOT,
      env: { PATH: process.env['PATH'], ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    const ended = once(child, 'exit').then(([code]) => code as number | null);
    const started = { environment, process: child, output: () => text, ended };
    this.running.push(started);
    return started;
  }

  /** Ends what still runs, as Kubernetes would; exit codes in the order they were started. */
  async stop(): Promise<(number | null)[]> {
    for (const { process: child } of this.running) child.kill('SIGTERM');
    return Promise.all(this.running.map(({ ended }) => ended));
  }

  /** Folders of mounted volumes by their paths in the container; files of ConfigMaps are in them. */
  private mount(pod: Manifest, { volumeMounts = [] }: Container): ReadonlyMap<string, string> {
    const mounts = new Map<string, string>();
    for (const { name, mountPath } of volumeMounts) {
      if (mountPath === '/tmp') continue;
      const volume = (pod.spec.volumes as Volume[]).find((each) => each.name === name);
      const folder = join(this.folder, pod.metadata.name, name);
      mkdirSync(folder, { recursive: true });
      const files = volume?.configMap ? this.texts('ConfigMap', volume.configMap.name) : {};
      for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
      mounts.set(mountPath, folder);
    }
    return mounts;
  }

  /** As Kubernetes does it: the later wins, and $(NAME) is what was said before. */
  private environmentOf({ env = [], envFrom = [] }: Container): Texts {
    const said: Record<string, string> = {};
    for (const { configMapRef } of envFrom) {
      if (configMapRef) Object.assign(said, this.texts('ConfigMap', configMapRef.name));
    }
    for (const { name, value = '', valueFrom } of env) {
      said[name] = valueFrom
        ? this.secret(valueFrom.secretKeyRef)
        : value.replaceAll(/\$\((\w+)\)/g, (whole, variable: string) => said[variable] ?? whole);
    }
    return said;
  }

  private texts(kind: 'ConfigMap' | 'Secret', name: string): Texts {
    return textsOf(findManifest(this.manifests, kind, name));
  }

  private secret({ name, key }: { readonly name: string; readonly key: string }): string {
    const text = (this.given[name] ?? this.texts('Secret', name))[key];
    if (text === undefined) throw new Error(`Secret/${name} has no ${key}`);
    return text;
  }
}

function toLocal(text: string, mounts: ReadonlyMap<string, string>): string {
  for (const [path, folder] of mounts) {
    if (text === path || text.startsWith(`${path}/`)) return folder + text.slice(path.length);
  }
  return text;
}
