import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as prettier from 'prettier';
import { parse } from 'yaml';
import { z } from 'zod';
import { SERVICE_ROUTES } from '../../libs/service-kit/src/service-routes.ts';
import { parameterTable, type Schema } from './parameters.ts';
import { valuesSchema } from './values-schema.ts';

const ROOT = join(import.meta.dirname, '../..');
const CHART = 'deploy/helm/millrace';
const TABLE = /(<!-- values -->)[^]*(<!-- \/values -->)/;

export interface ChartFile {
  /** Relative to the repository. */
  readonly file: string;
  readonly content: string;
}

/** The files of the chart that are made: the schema of its values, their table in the README, the table of routes. */
export async function chartFiles(): Promise<readonly ChartFile[]> {
  const schema = z.toJSONSchema(valuesSchema(settingNames()), { target: 'draft-7', io: 'input' });
  const readme = readFileSync(join(ROOT, CHART, 'README.md'), 'utf8');
  const defaults: unknown = parse(readFileSync(join(ROOT, CHART, 'values.yaml'), 'utf8'));
  const table = parameterTable(schema as Schema, defaults);
  return Promise.all([
    formatted('values.schema.json', JSON.stringify(schema)),
    formatted(
      'README.md',
      readme.replace(TABLE, (_, begin, end) => `${begin}\n\n${table}\n\n${end}`),
    ),
    formatted('files/routes.yaml', routes()),
  ]);
}

/** From their table, which is made from the code. */
export function settingNames(): string[] {
  const table = readFileSync(join(ROOT, 'docs/settings.md'), 'utf8');
  return [...table.matchAll(/^\| `([A-Z0-9_]+)` /gm)].map(([, name = '']) => name);
}

function routes(): string {
  const lines = SERVICE_ROUTES.map(({ prefix, service }) => `- { prefix: ${prefix}, service: ${service} }`);
  return `# Made from libs/service-kit/src/service-routes.ts by npm run chart. The longest prefix wins.\n${lines.join('\n')}\n`;
}

async function formatted(name: string, content: string): Promise<ChartFile> {
  const file = join(ROOT, CHART, name);
  const options = await prettier.resolveConfig(file);
  return { file, content: await prettier.format(content, { ...options, filepath: file }) };
}
