import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { buildPackage } from '../../tools/packages/build-package.ts';
import { PUBLISHED_FOLDERS, readPackage } from '../../tools/packages/manifest.ts';

const OUTSIDE = '@opentelemetry/api';

/** An application with our packages as npm would give them to it. */
export interface PublishedApplication {
  readonly folder: string;
  remove(): void;
}

/** `openTelemetryApi` is the folder of the version that the application has; the newest unless given. */
export async function makePublishedApplication(
  openTelemetryApi = resolve('node_modules', OUTSIDE),
): Promise<PublishedApplication> {
  const folder = mkdtempSync(join(tmpdir(), 'millrace-application-'));
  const packages = join(folder, 'node_modules');
  mkdirSync(join(packages, '@opentelemetry'), { recursive: true });
  for (const source of PUBLISHED_FOLDERS) {
    const built = readPackage(source);
    await buildPackage(built, join(packages, built.source.name));
    if (built.isProgram) linkDependencies(Object.keys(built.source.dependencies), packages);
  }
  cpSync(openTelemetryApi, join(packages, OUTSIDE), { recursive: true });
  symlinkSync(resolve('node_modules/@types'), join(packages, '@types'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function linkDependencies(names: readonly string[], packages: string): void {
  for (const name of names.filter((each) => !each.startsWith('@millrace/'))) {
    mkdirSync(dirname(join(packages, name)), { recursive: true });
    symlinkSync(resolve('node_modules', name), join(packages, name));
  }
}
