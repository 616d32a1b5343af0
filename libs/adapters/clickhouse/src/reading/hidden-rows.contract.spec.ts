import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestEngine, type TestEngine } from '../testing/test-engine.ts';
import { HiddenRows } from './hidden-rows.ts';

/** That rows which are hidden are told takes a disk that is full: test/faults/full-disks.long.ts. */
describe('rows on a disk with room', () => {
  let test: TestEngine;
  beforeAll(async () => {
    test = await startTestEngine();
  }, 120_000);
  afterAll(() => test?.stop());

  it.each([
    ['ample', 1],
    ['short, so that parts are asked for', Number.POSITIVE_INFINITY],
  ])('are not hidden: %s', async (_name, ampleBytes) => {
    expect(await new HiddenRows(test.connection, ampleBytes).exist()).toBe(false);
  });
});
