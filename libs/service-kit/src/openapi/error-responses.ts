import type { OpenAPIObject } from '@nestjs/swagger';
import { MLFLOW_ERROR_CODES } from '../errors/mlflow-error.ts';

type Components = NonNullable<OpenAPIObject['components']>;
type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

/** The form of every error under /api/v1 (see error.filter.ts), and JSON of any form. */
export const ERROR_SCHEMAS: NonNullable<Components['schemas']> = {
  ErrorAnswer: {
    type: 'object',
    required: ['error'],
    properties: {
      error: {
        type: 'object',
        required: ['code', 'message'],
        properties: {
          code: { type: 'string', enum: [...MLFLOW_ERROR_CODES] },
          message: { type: 'string', description: 'What happened and what to do' },
        },
      },
    },
  },
  JsonValue: {
    description: 'JSON of any form',
    oneOf: [
      { type: 'string' },
      { type: 'number' },
      { type: 'boolean' },
      { type: 'null' },
      // Not JsonValue again: TypeScript refuses the type generated from a list that names itself (TS2502).
      { type: 'array', items: {} },
      { type: 'object', additionalProperties: { $ref: '#/components/schemas/JsonValue' } },
    ],
  },
};

const RETRY_AFTER = {
  'Retry-After': { description: 'Seconds to wait before the same request', schema: { type: 'integer' } },
} as const;

export const ERROR_RESPONSES: NonNullable<Components['responses']> = {
  Invalid: answer('The request can not be understood: never send it again as it is', {
    code: 'INVALID_PARAMETER_VALUE',
    message: 'limit: Too big: expected number to be <=1000',
  }),
  Unauthenticated: answer('Sign in, or send an API key: this Millrace asks who calls', {
    code: 'UNAUTHENTICATED',
    message: 'The name or the password is wrong.',
  }),
  Forbidden: answer('The caller may not do this', {
    code: 'PERMISSION_DENIED',
    message: "The role 'viewer' may not change traces; ask an admin of the workspace.",
  }),
  NotFound: answer('There is no such thing', {
    code: 'RESOURCE_DOES_NOT_EXIST',
    message: 'there is no trace 04f9e930411c9ce704f9e930411c9ce7',
  }),
  AlreadyExists: answer('There is one of that name', {
    code: 'RESOURCE_ALREADY_EXISTS',
    message: "there is an experiment 'chat' already",
  }),
  TooLarge: answer('The request is larger than what is taken', {
    code: 'INVALID_PARAMETER_VALUE',
    message: 'the body is larger than the 10485760 bytes taken here; send less at a time',
  }),
  TooManyRequests: {
    ...answer('More than is allowed at a time: send the same request again later', {
      code: 'REQUEST_LIMIT_EXCEEDED',
      message: 'Too many wrong passwords: try again in 60 s.',
    }),
    headers: RETRY_AFTER,
  },
  HeadersTooLarge: answer('The address or the headers are longer than what is taken', {
    code: 'BAD_REQUEST',
    message: 'The address and headers of the request are longer than the 16384 bytes taken here: …',
  }),
  InternalError: answer('A fault of the service, which its log explains', {
    code: 'INTERNAL_ERROR',
    message: 'an internal error happened; the log has it under 7b0c2a52-4f0e-4a6e-8a55-2f6f0d1f8d0e',
  }),
  Unavailable: {
    ...answer('Not possible now: send the same request again later', {
      code: 'TEMPORARILY_UNAVAILABLE',
      message: 'Kafka at 127.0.0.1:9092 is not reached yet: connecting',
    }),
    headers: RETRY_AFTER,
  },
};

/** The errors an operation can answer with, by status. */
export function errorsOf(operation: Operation, path: string): Operation['responses'] {
  const isReadingInput = (operation.parameters ?? []).length > 0 || operation.requestBody !== undefined;
  const isNaming = /^(create|update)/.test(operation.operationId ?? '');
  return {
    // Also of those without input: a header may name a workspace that does not exist.
    400: ref('Invalid'),
    401: ref('Unauthenticated'),
    403: ref('Forbidden'),
    ...((path.includes('{') || isReadingInput) && { 404: ref('NotFound') }),
    ...(isNaming && { 409: ref('AlreadyExists') }),
    ...(operation.requestBody && { 413: ref('TooLarge') }),
    429: ref('TooManyRequests'),
    431: ref('HeadersTooLarge'),
    500: ref('InternalError'),
    503: ref('Unavailable'),
  };
}

function ref(name: keyof typeof ERROR_RESPONSES) {
  return { $ref: `#/components/responses/${name}` };
}

function answer(description: string, error: { readonly code: string; readonly message: string }) {
  const schema = { $ref: '#/components/schemas/ErrorAnswer' };
  return { description, content: { 'application/json': { schema, example: { error } } } };
}
