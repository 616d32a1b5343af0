import openapiTypes, { astToString } from 'openapi-typescript';
import { readFileSync } from 'node:fs';

/** Types of the API for clients, from its committed document. @public generate.mjs imports it by its path. */
export async function generate(): Promise<string> {
  const types = await openapiTypes(readFileSync('docs/openapi/millrace.openapi.json', 'utf8'), {
    // A field with a default need not be sent.
    defaultNonNullable: false,
  });
  return `// Generated from docs/openapi/millrace.openapi.json: npm run api-client\n${astToString(types)}`;
}
