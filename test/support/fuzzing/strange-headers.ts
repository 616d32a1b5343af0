import fc from 'fast-check';
import type { HostileRequest } from './ask-hostile.ts';
import { hostileText } from './hostile-values.ts';

const NAMES = [
  'authorization',
  'accept',
  'accept-encoding',
  'content-type',
  'content-encoding',
  'cookie',
  'range',
  'if-none-match',
  'forwarded',
  'x-forwarded-for',
  'x-mlflow-workspace',
  'traceparent',
  'baggage',
  'origin',
];
const PATHS = [
  '/api/v1/traces',
  '/api/2.0/mlflow/experiments/search',
  '/v1/traces',
  '/graphql',
  '/',
  '/metrics',
  '/api/v1/artifacts/file?path=1/x',
];

/** What Node sends as it is: other characters it refuses before they leave. */
const value = fc
  .string({ unit: 'binary', maxLength: 80 })
  .map((text) => text.replace(/[^\t\x20-\x7e\x80-\xff]/g, '?'));
const anyPath = hostileText.map((text) => `/${encodeURIComponent(text.toWellFormed().slice(0, 500))}`);

/** Requests with one to four headers that mean nothing, to addresses of each kind and to none. */
export const strangeHeaders: fc.Arbitrary<HostileRequest> = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH'),
  path: fc.oneof(fc.constantFrom(...PATHS), anyPath),
  headers: fc.dictionary(fc.constantFrom(...NAMES), value, { minKeys: 1, maxKeys: 4 }),
});
