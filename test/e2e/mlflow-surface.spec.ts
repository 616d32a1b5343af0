import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { borrowTarget, type BorrowedTarget } from '../support/shared-target.ts';
import { STANDALONE } from '../support/topologies.ts';

const ROW = /^\| (GET|POST|PUT|PATCH|DELETE) +\| `([^`]+)` +\| (served|501 `NOT_IMPLEMENTED`) +\|$/gm;

/** Every call that docs/mlflow.md promises or refuses. */
const CALLS = [...readFileSync('docs/mlflow.md', 'utf8').matchAll(ROW)].map(
  ([, method = '', path = '', answer = '']) => ({ method, path, answer }),
);

describe('the calls of docs/mlflow.md', () => {
  let target: BorrowedTarget;

  beforeAll(async () => {
    target = await borrowTarget(STANDALONE);
  });

  afterAll(() => target?.stop());

  it('are all of them', () => {
    expect(CALLS.length).toBeGreaterThan(200);
  });

  it.each(CALLS)('$method $path: $answer', async ({ method, path, answer }) => {
    const addresses = path.startsWith('/api/') ? [path, path.replace('/api/', '/ajax-api/')] : [path];
    for (const address of addresses) {
      const response = await fetch(target.url + address.replaceAll(/\{[^}]*\}/g, '0'), {
        method,
        ...(method !== 'GET' && { headers: { 'content-type': 'application/json' }, body: '{}' }),
      });
      const text = await response.text();
      expect(text).not.toContain(`there is no ${method} /`);
      expect(response.status === 501, text).toBe(answer !== 'served');
      expect(response.status === 501 || response.status < 500, text).toBe(true);
    }
  });
});
