import { resolve } from 'node:path';

export interface HostOptions {
  readonly dataDir?: string;
}

/** By option, else by the environment. */
export function dataFolder({ dataDir }: HostOptions): string {
  return resolve(dataDir ?? process.env['MILLRACE_DATA_DIR'] ?? '.millrace');
}

/** The settings that are there, with this data folder. */
export function settingsFor(options: HostOptions): Readonly<Record<string, string | undefined>> {
  return { ...process.env, MILLRACE_DATA_DIR: dataFolder(options) };
}
