import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { MlflowError } from '../errors/mlflow-error.ts';

/** A request as far as its parameters go. */
export interface MlflowRequest {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

/** The parameters of an MLflow call, wherever the client put them: path, body and query, the former winning. */
export function MlflowParameters(schema: z.ZodType): ParameterDecorator {
  // Not as the decorator's data: Nest takes whatever has a `transform` for a pipe, and zod's schemas have one.
  return createParamDecorator((_: unknown, context: ExecutionContext) =>
    readMlflowParameters(context.switchToHttp().getRequest<FastifyRequest>(), schema),
  )();
}

/** Throws MlflowError for parameters that are missing or wrong, in the words of the stock server. */
export function readMlflowParameters<Schema extends z.ZodType>(
  { params, query, body }: MlflowRequest,
  schema: Schema,
): z.output<Schema> {
  if (body instanceof Uint8Array && body.length > 0) {
    throw invalid("Bad Request. Content-Type must be one of ['application/json'].");
  }
  if (body !== undefined && body !== null && (typeof body !== 'object' || Array.isArray(body))) {
    throw invalid('Bad Request. The body must be a JSON object.');
  }
  const given = { ...asRecord(query), ...asRecord(body), ...asRecord(params) };
  const result = schema.safeParse(given, { reportInput: true });
  if (result.success) return result.data;
  throw invalid(explain(result.error.issues));
}

/** Both addresses of a call: the one of the Python client and the one of browsers. */
export function mlflowPaths(version: '2.0' | '3.0', ...paths: readonly string[]): string[] {
  return paths.flatMap((path) => [`api/${version}/mlflow/${path}`, `ajax-api/${version}/mlflow/${path}`]);
}

function explain([issue]: readonly z.core.$ZodIssue[]): string {
  const name = toPath(issue?.path ?? []);
  if (!issue || issue.input === undefined) {
    return `Missing value for required parameter '${name}'. See the API docs for more information about request parameters.`;
  }
  return `Invalid value ${shorten(issue.input)} for parameter '${name}' supplied: ${issue.message}.`;
}

/** As in `metrics[0].key`. */
function toPath(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
}

function shorten(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length > 100 ? `${text.slice(0, 97)}...` : text;
}

function asRecord(value: unknown): object {
  return typeof value === 'object' && value !== null && !(value instanceof Uint8Array) ? value : {};
}

function invalid(message: string): MlflowError {
  return new MlflowError('INVALID_PARAMETER_VALUE', message);
}
