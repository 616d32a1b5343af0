import { OF_NO_WORKSPACE, parametersOf } from '../tenancy/native-attacks.ts';
import type { Ids } from '../tenancy/victim.ts';
import type { OpenApi, Operation } from '../openapi.ts';

/** Fields of queries and bodies that name a thing. */
const FIELDS: Readonly<Record<string, keyof Ids>> = {
  experiment_id: 'experiment',
  trace_id: 'trace',
  span_id: 'span',
  session_id: 'session',
  run_id: 'run',
  dataset_id: 'dataset',
  evaluation_id: 'evaluation',
  model_id: 'loggedModel',
  secret_id: 'secret',
};

/** The document with examples of things that are there, so that requests made from it often reach further than "there is no …". */
export function schemaWithIds(document: OpenApi, ids: Ids): OpenApi {
  const paths = Object.entries(document.paths).map(([path, item]) => {
    const known = OF_NO_WORKSPACE.some((pattern) => pattern.test(path))
      ? new Map<string, string>()
      : parametersOf(path, ids);
    const operations = Object.entries(item).map(([method, operation]) => [
      method,
      withParameters(operation, known, ids),
    ]);
    return [path, Object.fromEntries(operations)];
  });
  return withFields({ ...document, paths: Object.fromEntries(paths) }, ids) as OpenApi;
}

function withParameters(operation: Operation, known: ReadonlyMap<string, string>, ids: Ids): Operation {
  const parameters = operation.parameters?.map((parameter) => {
    const field = parameter.in === 'query' ? FIELDS[parameter.name] : undefined;
    const value = field ? ids[field] : known.get(parameter.name);
    return value === undefined ? parameter : { ...parameter, schema: orValue(parameter.schema, value) };
  });
  return parameters ? { ...operation, parameters } : operation;
}

function withFields(node: unknown, ids: Ids): unknown {
  if (Array.isArray(node)) return node.map((each) => withFields(each, ids));
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node).map(([key, value]) => [
    key,
    key === 'properties' && isObject(value) ? withProperties(value, ids) : withFields(value, ids),
  ]);
  return Object.fromEntries(entries) as unknown;
}

function withProperties(properties: object, ids: Ids): object {
  const entries = Object.entries(properties).map(([name, schema]: [string, unknown]) => {
    const field = FIELDS[name];
    return [name, field && isObject(schema) ? orValue(schema, ids[field]) : withFields(schema, ids)];
  });
  return Object.fromEntries(entries) as object;
}

/** Where the value is no valid one of its schema, that is a case too. */
function orValue(schema: object, value: string): object {
  return { anyOf: [{ type: 'string', const: value }, schema] };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
