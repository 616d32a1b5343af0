import { createConfig, lintFromString } from '@redocly/openapi-core';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import openapiTypes, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { findUntyped } from './find-untyped.ts';
import { mergeOpenApi } from './merge-openapi.ts';

const CLIENT = `
  import type { operations } from './api.ts';
  declare const page: operations['listTraces']['responses'][200]['content']['application/json'];
`;
const COMPILER: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  allowImportingTsExtensions: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  types: [],
};
const FILE = 'docs/openapi/millrace.openapi.json';
const text = readFileSync(FILE, 'utf8');

interface Operation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly responses: Readonly<Record<string, object>>;
}
const document: {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
} = JSON.parse(text);
const operations = Object.values(document.paths).flatMap((item) => Object.values(item));

describe('the OpenAPI document of all services', () => {
  it('is right by the rules of OpenAPI 3.1', async () => {
    expect(document.openapi).toBe('3.1.0');
    expect(await lint(text)).toEqual([]);
    expect(await lint(text.replace('"operationId": "getTrace"', '"operationId": "listTraces"'))).toEqual([
      'operation-operationId-unique',
    ]);
  });

  it('names and explains every operation, with its errors', () => {
    expect(operations.length).toBeGreaterThan(10);
    for (const { operationId, summary, responses } of operations) {
      expect(operationId).toMatch(/^[a-z]+[A-Za-z]+$/);
      expect(summary, operationId).toMatch(/\w/);
      expect(Object.keys(responses), operationId).toEqual(expect.arrayContaining(['400', '500', '503']));
    }
  });

  it('has plain names and a type for everything', () => {
    expect(
      Object.keys(document.components.schemas).filter((name) => !/^[A-Z][A-Za-z]+(?<!Dto)$/.test(name)),
    ).toEqual([]);
    // The elements of a list in JSON of any form: see where the schema is.
    expect(findUntyped(document)).toEqual(['#/components/schemas/JsonValue/oneOf/4/items']);
  });

  it('makes types that a client compiles with, and that refuse what the API would refuse', async () => {
    const types = astToString(await openapiTypes(text));
    const schemas = types.slice(
      types.indexOf('schemas: {'),
      types.indexOf('responses: {', types.indexOf('schemas: {')),
    );
    expect(schemas.match(/.*: (any|unknown|Record<string, never>);/g) ?? []).toEqual([]);
    expect(
      compile(types, [
        'for (const trace of page.traces) { const id: string = trace.trace_id; void id; }',
        'for (const trace of page.traces) { const id: number = trace.trace_id; void id; }',
        'export const x = page.trace_list;',
      ]),
    ).toEqual([
      "client-1.ts: Type 'string' is not assignable to type 'number'.",
      expect.stringContaining("client-2.ts: Property 'trace_list' does not exist on type"),
    ]);
  }, 60_000);
});

describe('findUntyped', () => {
  it('finds each kind of hole', () => {
    const of = (schema: object) => findUntyped({ components: { schemas: { X: schema } } });
    const text = { type: 'string' };
    expect(of({ type: 'object', properties: { a: text, b: { type: 'array', items: text } } })).toEqual([]);
    expect(of({})).toEqual(['#/components/schemas/X']);
    expect(of({ type: 'object' })).toHaveLength(1);
    expect(of({ type: 'object', additionalProperties: true })).toHaveLength(1);
    expect(of({ type: 'array', items: {} })).toEqual(['#/components/schemas/X/items']);
    expect(of({ oneOf: [text, { type: 'array' }] })).toEqual(['#/components/schemas/X/oneOf/1']);
    expect(findUntyped({ paths: { '/a': { get: { parameters: [{ schema: {} }] } } } })).toHaveLength(1);
  });
});

describe('mergeOpenApi', () => {
  const part = (name: string, schema: object) => ({
    openapi: '3.1.0',
    info: {},
    paths: { [`/${name}`]: { get: { tags: [name] } } },
    components: { schemas: { Shared: schema } },
  });

  it('joins services and sorts what they have', () => {
    const merged = mergeOpenApi([part('b', { type: 'string' }), part('a', { type: 'string' })]);
    expect(Object.keys(merged.paths)).toEqual(['/a', '/b']);
    expect(merged.tags).toEqual([{ name: 'a' }, { name: 'b' }]);
  });

  it('refuses one name for two things', () => {
    expect(() => mergeOpenApi([part('a', { type: 'string' }), part('b', { type: 'number' })])).toThrow(
      'two services describe Shared differently',
    );
  });
});

async function lint(source: string): Promise<string[]> {
  // There is no authentication to declare, and a tag says enough by its name.
  const rules = { 'security-defined': 'off', 'tag-description': 'off' } as const;
  const config = await createConfig({ extends: ['recommended'], rules });
  const problems = await lintFromString({ source, absoluteRef: 'millrace.openapi.json', config });
  return problems.map(({ ruleId }) => ruleId);
}

/** Faults of client files that use the generated types. */
function compile(types: string, codes: readonly string[]): string[] {
  // Inside the repository, where TypeScript finds its own library files.
  const folder = mkdtempSync('.cache/openapi-client-');
  try {
    writeFileSync(join(folder, 'api.ts'), types);
    const clients = codes.map((code, index) => {
      const client = join(folder, `client-${index}.ts`);
      writeFileSync(client, `${CLIENT}\n${code}`);
      return client;
    });
    const faults = ts.getPreEmitDiagnostics(ts.createProgram(clients, COMPILER));
    return faults.map(
      ({ file, messageText }) =>
        `${basename(file?.fileName ?? '')}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
