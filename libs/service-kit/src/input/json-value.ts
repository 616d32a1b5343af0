import type { JsonValue } from '@millrace/domain';
import { z } from 'zod';

/** Any JSON, in the body of a request; described as such in the OpenAPI document. */
export const jsonValue = z
  .custom<JsonValue>((value) => value !== undefined)
  .meta({ $ref: '#/components/schemas/JsonValue' });
