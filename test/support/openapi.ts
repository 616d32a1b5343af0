import { readFileSync } from 'node:fs';

interface Parameter {
  readonly in: string;
  readonly name: string;
  readonly required?: boolean;
  readonly schema: object;
}

export interface Operation {
  readonly parameters?: readonly Parameter[];
}

export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: Readonly<Record<string, unknown>>;
}

/** The document of our own API, as `npm run openapi` wrote it. */
export function readOpenApi(): OpenApi {
  return JSON.parse(readFileSync('docs/openapi/millrace.openapi.json', 'utf8')) as OpenApi;
}
