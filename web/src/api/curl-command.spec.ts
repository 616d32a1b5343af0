import { expect, it } from 'vitest';
import { curlCommand } from './curl-command.ts';

const ADDRESS = 'http://localhost:5000/api/v1/traces/ab';

it.each([
  [{ workspace: undefined, needsKey: false }, `curl '${ADDRESS}'`],
  [
    { workspace: "o'hara", needsKey: true },
    String.raw`curl -H 'x-mlflow-workspace: o'\''hara' -H "authorization: Bearer $MILLRACE_API_KEY" '${ADDRESS}'`,
  ],
])('%j', (options, command) => {
  expect(curlCommand(ADDRESS, options)).toBe(command);
});
