import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiQuery, type ApiBodyOptions, type ApiQueryOptions } from '@nestjs/swagger';
import { z } from 'zod';

/** Whatever JSON can say. */
export const ANY_JSON = { $ref: '#/components/schemas/JsonValue' };
/** Of an object of which no more is known. */
export const JSON_OBJECT = { type: 'object', additionalProperties: ANY_JSON } as const;

type JsonSchema = Extract<ApiBodyOptions, { schema: unknown }>['schema'];

/** Describes each field of a query in the OpenAPI document. */
export function ApiZodQuery(schema: z.ZodObject): MethodDecorator {
  const { properties = {}, required = [] } = toOpenApi(schema);
  return applyDecorators(
    ...Object.entries(properties).map(([name, property]) => {
      const { description, ...rest } = property as { description?: string };
      const options = {
        name,
        required: required.includes(name),
        schema: rest,
        ...(description && { description }),
      };
      return ApiQuery(options as ApiQueryOptions);
    }),
  );
}

/** Describes a JSON body in the OpenAPI document. */
export function ApiZodBody(schema: z.ZodObject): MethodDecorator {
  return ApiBody({ schema: toOpenApi(schema) as JsonSchema });
}

function toOpenApi(schema: z.ZodObject) {
  const { $schema: _, ...described } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const isOpen =
        typeof jsonSchema.additionalProperties === 'object' && isEmpty(jsonSchema.additionalProperties);
      if (isOpen) jsonSchema.additionalProperties = ANY_JSON;
      if (zodSchema._zod.def.type === 'unknown') Object.assign(jsonSchema, ANY_JSON);
    },
  });
  return described;
}

function isEmpty(schema: object): boolean {
  return Object.keys(schema).length === 0;
}
