import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { Manifest } from './manifest.ts';
import { helmProgram, kubernetesVersion } from './programs.ts';

export const CHART = resolve(import.meta.dirname, '../../../deploy/helm/millrace');
export const RELEASE = 'millrace';
const MAX_OUTPUT = 64 * 1024 * 1024;

/** What helm prints; rejects with what it says against it. `stdin` is what `-f -` reads. */
export async function helm(args: readonly string[], stdin = ''): Promise<string> {
  const program = await helmProgram();
  const { promise, resolve: fulfil, reject } = Promise.withResolvers<string>();
  const child = execFile(program, args, { maxBuffer: MAX_OUTPUT }, (error, stdout, stderr) => {
    if (error) reject(new Error(stderr.trim() || error.message));
    else fulfil(stdout);
  });
  child.stdin?.end(stdin);
  return promise;
}

/** What is the same in every rendering: names, and the Kubernetes that is rendered for. */
export async function renderingArguments(chart: string, namespace = RELEASE): Promise<string[]> {
  const version = await kubernetesVersion();
  return ['template', RELEASE, chart, '--namespace', namespace, '--kube-version', version];
}

/** All that the chart makes of these values, hooks and tests too. */
export async function renderChart(values: object = {}, chart = CHART): Promise<Manifest[]> {
  const text = await helm([...(await renderingArguments(chart)), '-f', '-'], JSON.stringify(values));
  return readManifests(text);
}

/** The one of that kind and name. */
export function findManifest(manifests: readonly Manifest[], kind: string, name: string): Manifest {
  const found = manifests.find((manifest) => manifest.kind === kind && manifest.metadata.name === name);
  if (found) return found;
  const names = manifests.filter((manifest) => manifest.kind === kind).map(({ metadata }) => metadata.name);
  throw new Error(`the chart makes no ${kind} ${name}; it makes ${names.join(', ') || 'none'}`);
}

/** The documents of a YAML text. Throws for one that is not YAML, or says a key twice. */
export function readManifests(text: string): Manifest[] {
  return parseAllDocuments(text)
    .map((document) => {
      const [fault] = document.errors;
      if (fault) throw fault;
      return document.toJS() as Manifest | null;
    })
    .filter((manifest) => manifest !== null);
}
