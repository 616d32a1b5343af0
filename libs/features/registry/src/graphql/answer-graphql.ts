import {
  buildSchema,
  execute,
  GraphQLScalarType,
  isListType,
  Kind,
  parse,
  validate,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql';
import { Rejected } from '@millrace/domain';
import type { MlflowCall, MlflowCalls } from './mlflow-calls.ts';
import { MLFLOW_GRAPHQL_SCHEMA } from './mlflow-graphql-schema.ts';

/** A GraphQL request by https://graphql.github.io/graphql-over-http. */
export interface GraphqlRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly operationName?: string | undefined;
}

/** Each field of the root is one REST call of the same name. */
const CALLS: Readonly<Record<string, MlflowCall>> = {
  mlflowGetExperiment: { method: 'GET', path: 'experiments/get' },
  mlflowGetMetricHistoryBulkInterval: { method: 'GET', path: 'metrics/get-history-bulk-interval' },
  mlflowGetRun: { method: 'GET', path: 'runs/get' },
  mlflowListArtifacts: { method: 'GET', path: 'artifacts/list' },
  mlflowSearchModelVersions: { method: 'GET', path: 'model-versions/search' },
  mlflowSearchRuns: { method: 'POST', path: 'runs/search' },
  mlflowSearchDatasets: { method: 'POST', path: 'experiments/search-datasets' },
};
/** More than MLflow's UI ever sends; a query is read before anything of it is judged. */
const MOST_TOKENS = 2000;
const SCHEMA = buildMlflowSchema();

/** Answers a request by MLflow's REST calls. Throws Rejected for a text that is no query of this schema. */
export async function answerGraphql({ query, variables, operationName }: GraphqlRequest, calls: MlflowCalls) {
  const document = parseQuery(query);
  const [fault] = validate(SCHEMA, document);
  if (fault) throw new Rejected(`The GraphQL query can't be answered: ${fault.message}`);
  return execute({
    schema: SCHEMA,
    document,
    contextValue: calls,
    variableValues: variables,
    operationName,
    fieldResolver: resolveField,
  });
}

function parseQuery(query: string) {
  try {
    return parse(query, { maxTokens: MOST_TOKENS });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Rejected(`The GraphQL query can't be read: ${reason}`, 'invalid', { cause: error });
  }
}

/** Fields are in camelCase here and in snake_case in what the calls answer. */
const resolveField: GraphQLFieldResolver<unknown, MlflowCalls> = async (parent, args, calls, info) => {
  const call =
    info.parentType.name === 'Query' || info.parentType.name === 'Mutation'
      ? CALLS[info.fieldName]
      : undefined;
  if (call) return answerOf(calls, call, fieldOf(args, 'input'));
  if (info.parentType.name === 'MlflowRunExtension') {
    const run = fieldOf(parent, 'info');
    if (info.fieldName === 'experiment') return experimentOf(calls, run);
    if (info.fieldName === 'modelVersions') return versionsOf(calls, run);
  }
  const value = fieldOf(parent, toSnake(info.fieldName));
  // REST leaves empty lists out, and the UI maps over them.
  if (value === undefined && isListType(info.returnType)) return [];
  // NaN and infinities travel as texts, and GraphQL knows neither.
  return info.returnType.toString() === 'Float' && typeof value === 'string' ? null : value;
};

async function answerOf(calls: MlflowCalls, call: MlflowCall, input: unknown) {
  const { isFault, body } = await calls.make(call, Object(input));
  if (!isFault) return body;
  return { api_error: { code: body['error_code'], message: body['message'] } };
}

async function experimentOf(calls: MlflowCalls, run: unknown): Promise<unknown> {
  const message = { experiment_id: fieldOf(run, 'experiment_id') };
  const { body } = await calls.make({ method: 'GET', path: 'experiments/get' }, message);
  return body['experiment'];
}

async function versionsOf(calls: MlflowCalls, run: unknown): Promise<unknown> {
  const message = { filter: `run_id='${String(fieldOf(run, 'run_id'))}'` };
  const { body } = await calls.make({ method: 'GET', path: 'model-versions/search' }, message);
  return body['model_versions'];
}

function fieldOf(source: unknown, name: string): unknown {
  return typeof source === 'object' && source !== null && Object.hasOwn(source, name)
    ? Reflect.get(source, name)
    : undefined;
}

function toSnake(camel: string): string {
  return camel.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function buildMlflowSchema(): GraphQLSchema {
  const schema = buildSchema(MLFLOW_GRAPHQL_SCHEMA);
  const longString = schema.getType('LongString');
  // 64-bit integers, as texts because JavaScript's numbers are too short for them.
  if (longString instanceof GraphQLScalarType) {
    longString.serialize = String;
    longString.parseValue = String;
    longString.parseLiteral = (node) =>
      node.kind === Kind.STRING || node.kind === Kind.INT ? node.value : undefined;
  }
  return schema;
}
