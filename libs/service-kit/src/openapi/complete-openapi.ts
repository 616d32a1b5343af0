import type { OpenAPIObject } from '@nestjs/swagger';
import { ERROR_RESPONSES, ERROR_SCHEMAS, errorsOf } from './error-responses.ts';

type Paths = OpenAPIObject['paths'];
type Operation = NonNullable<Paths[string]['get']>;
type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;
const API = '/api/v1/';
const ANSWERS: Readonly<Record<string, string>> = {
  200: 'Done',
  201: 'Made',
  202: 'Taken, not yet done',
  204: 'Done; nothing to tell',
};

/** What Nest describes, made whole for generated clients: our own API only, types with names, and every error. */
export function completeOpenApi(document: OpenAPIObject): OpenAPIObject {
  const schemas: Schemas = { ...document.components?.schemas };
  const paths: Paths = {};
  for (const [path, item] of Object.entries(document.paths)) {
    if (!path.startsWith(API)) continue;
    const described: Paths[string] = {};
    for (const method of METHODS) {
      const operation = item[method];
      if (operation) described[method] = completeOperation(operation, path, schemas);
    }
    paths[path] = described;
  }
  const components = { schemas: { ...schemas, ...ERROR_SCHEMAS }, responses: ERROR_RESPONSES };
  return withPlainNames({ ...document, paths, components });
}

function completeOperation(operation: Operation, path: string, schemas: Schemas): Operation {
  const responses = Object.entries(operation.responses).map(([status, response]) => [
    status,
    response && 'description' in response && response.description === ''
      ? { ...response, description: ANSWERS[status] ?? 'Done' }
      : response,
  ]);
  return {
    ...operation,
    parameters: (operation.parameters ?? []).map((parameter) =>
      'in' in parameter && parameter.in === 'path'
        ? { ...parameter, schema: { type: 'string', ...parameter.schema } }
        : parameter,
    ),
    ...(operation.requestBody && { requestBody: nameBody(operation, operation.requestBody, schemas) }),
    responses: { ...Object.fromEntries(responses), ...errorsOf(operation, path) },
  };
}

/** A body described in place gets a name, so that clients have a type for it: CreateExperimentBody. */
function nameBody(
  { operationId = '' }: Operation,
  body: NonNullable<Operation['requestBody']>,
  schemas: Schemas,
): NonNullable<Operation['requestBody']> {
  if (!('content' in body)) return body;
  const json = body.content['application/json'];
  if (!json?.schema || '$ref' in json.schema) return body;
  const name = `${operationId.charAt(0).toUpperCase()}${operationId.slice(1)}Body`;
  schemas[name] = json.schema;
  const schema = { $ref: `#/components/schemas/${name}` };
  return { ...body, content: { ...body.content, 'application/json': { ...json, schema } } };
}

/** Dto is a word of ours, not of those who use the API. */
function withPlainNames(document: OpenAPIObject): OpenAPIObject {
  const schemas = Object.keys(document.components?.schemas ?? {});
  const plain = new Map(schemas.map((name) => [name, name.replace(/Dto$/, '')]));
  if (new Set(plain.values()).size !== plain.size) {
    throw new Error(`two schemas have one name without Dto: ${schemas.join(', ')}`);
  }
  const text = JSON.stringify({
    ...document,
    components: {
      ...document.components,
      schemas: Object.fromEntries(
        Object.entries(document.components?.schemas ?? {}).map(([name, schema]) => [
          plain.get(name) ?? name,
          schema,
        ]),
      ),
    },
  });
  return JSON.parse(
    text.replaceAll(
      /"#\/components\/schemas\/([^"]+)"/g,
      (whole, name: string) => `"#/components/schemas/${plain.get(name) ?? name}"`,
    ),
  ) as OpenAPIObject;
}
