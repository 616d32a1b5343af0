import { join } from 'node:path';
import { go, goModule, ownProgram, publishedProgram } from './go.ts';

const HELM = 'helm.sh/helm/v3/cmd/helm@v3.22.0';
const API_SERVER = join(import.meta.dirname, 'api-server');
const KUBERNETES = 'k8s.io/kubernetes';
const VERSION_PACKAGE = 'k8s.io/component-base/version';

/** Path of helm; built at its first use. */
export function helmProgram(): Promise<string> {
  return publishedProgram(HELM);
}

/** Path of kube-apiserver; built at its first use, for some minutes. */
export async function apiServerProgram(): Promise<string> {
  const version = await kubernetesVersion();
  const [major, minor] = version.slice(1).split('.');
  const values = { gitVersion: version, gitMajor: major, gitMinor: minor };
  const flags = Object.entries(values).map(([name, value]) => `-X ${VERSION_PACKAGE}.${name}=${value}`);
  return ownProgram(API_SERVER, flags.join(' '));
}

/** As go.mod of the API server pins it: `v1.33.4`. */
export async function kubernetesVersion(): Promise<string> {
  return (await go(['list', '-m', '-f', '{{.Version}}', KUBERNETES], API_SERVER)).trim();
}

/** Kubernetes' source in that version; it has the OpenAPI documents of all its types. */
export function kubernetesSource(): Promise<string> {
  return goModule(KUBERNETES, API_SERVER);
}
