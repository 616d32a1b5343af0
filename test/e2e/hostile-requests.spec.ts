import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultOf, toRequest, type HostileRequest } from '../support/fuzzing/ask-hostile.ts';
import { mutatedCall } from '../support/fuzzing/mutate.ts';
import { recordedCalls } from '../support/fuzzing/recorded-calls.ts';
import { filterText } from '../support/fuzzing/filter-text.ts';
import { forgedToken, pagedLists } from '../support/fuzzing/page-tokens.ts';
import { searchesOf } from '../support/fuzzing/searches.ts';
import { strangeHeaders } from '../support/fuzzing/strange-headers.ts';
import { readOpenApi } from '../support/openapi.ts';
import { borrowTarget, sharedTarget, type BorrowedTarget } from '../support/shared-target.ts';
import type { RunningTarget } from '../support/standalone.ts';
import { makeVictim, type Ids } from '../support/tenancy/victim.ts';
import { STANDALONE } from '../support/topologies.ts';

/** Long form: MILLRACE_FUZZ_RUNS=20000 MILLRACE_FUZZ_SEED=$RANDOM npx vitest run --project e2e test/e2e/hostile-requests.spec.ts */
const RUNS = Number(process.env['MILLRACE_FUZZ_RUNS'] ?? 500);
const SEED = Number(process.env['MILLRACE_FUZZ_SEED'] ?? 7);
const TIMEOUT_MS = 120_000 + RUNS * 100;

describe('requests that nobody should send', () => {
  let shared: RunningTarget;
  let target: BorrowedTarget;
  let ids: Ids;

  beforeAll(async () => {
    // Asked itself: the gateways of tests have faults of their own.
    shared = await sharedTarget(STANDALONE);
    target = await borrowTarget(STANDALONE);
    // Two of each, so that every list has a second page.
    await makeVictim(target);
    ids = await makeVictim(target);
  }, 180_000);

  afterAll(() => target?.stop());

  /** All that is wrong, not the first alone: each is one to mend. */
  async function expectNoFaults(requests: fc.Arbitrary<HostileRequest>, runs = RUNS): Promise<void> {
    const faults: string[] = [];
    for (const asked of fc.sample(requests, { numRuns: runs, seed: SEED })) {
      const fault = await faultOf(shared.url, target.workspace, asked);
      if (fault) faults.push(fault);
    }
    expect(faults).toEqual([]);
    expect((await fetch(`${target.url}/health`)).status).toBe(200);
  }

  it(
    'with page tokens that no answer gave',
    async () => {
      const pages = await Promise.all(
        pagedLists(readOpenApi(), ids).map((path) => firstPage(target.url, path)),
      );
      const given = pages.filter(({ token }) => token !== undefined);
      expect(given.length).toBeGreaterThanOrEqual(12);
      const requests = fc.constantFrom(...given).chain(({ path, token = '' }) =>
        forgedToken(token).map((forged): HostileRequest => ({
          method: 'GET',
          path: `${path}&page_token=${encodeURIComponent(forged)}`,
        })),
      );
      await expectNoFaults(requests);
    },
    TIMEOUT_MS,
  );

  it(
    'of the MLflow client with things wrong in them, get an error that it understands',
    async () => {
      const calls = recordedCalls(ids);
      expect(calls.length).toBeGreaterThan(300);
      await expectNoFaults(mutatedCall(calls).map(toRequest), RUNS * 2);
    },
    TIMEOUT_MS,
  );

  it(
    'with filters and orders that are nearly right',
    async () => {
      const searches = searchesOf(ids.experiment);
      const requests = fc
        .tuple(fc.constantFrom(...searches), filterText, filterText)
        .map(([search, filter, order]) => toRequest(search(filter, order)));
      await expectNoFaults(requests);
    },
    TIMEOUT_MS,
  );

  it(
    'with headers that mean nothing',
    async () => {
      await expectNoFaults(strangeHeaders);
    },
    TIMEOUT_MS,
  );
});

/** A list and where its second page begins; undefined where the first is all. */
async function firstPage(
  url: string,
  path: string,
): Promise<{ readonly path: string; readonly token?: string | undefined }> {
  const answer = (await (await fetch(`${url}${path}`)).json()) as { readonly next_page_token?: string };
  return { path, token: answer.next_page_token };
}
