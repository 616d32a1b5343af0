import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CHART, helm } from './helm.ts';

const run = promisify(execFile);
const REPOSITORY = join(CHART, '../../..');

/** The chart of the newest tag `chart-…`, in a folder of the caller's; before the first one, this chart with a lower version. */
export async function previousChart(folder: string): Promise<string> {
  const [tag] = (await git(['tag', '--list', 'chart-*', '--sort=-version:refname'])).split('\n');
  if (!tag) {
    await helm(['package', CHART, '--version', '0.0.0', '--destination', folder]);
    return join(folder, 'millrace-0.0.0.tgz');
  }
  const archive = join(folder, 'previous.tar');
  const chart = join(folder, 'previous');
  mkdirSync(chart);
  await git(['archive', `--output=${archive}`, `${tag}:deploy/helm/millrace`]);
  await run('tar', ['-xf', archive, '-C', chart]);
  return chart;
}

async function git(args: readonly string[]): Promise<string> {
  return (await run('git', args, { cwd: REPOSITORY })).stdout;
}
