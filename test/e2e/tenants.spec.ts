import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readOpenApi } from '../support/openapi.ts';
import { borrowTarget, type BorrowedTarget } from '../support/shared-target.ts';
import { mlflowAttacks } from '../support/tenancy/mlflow-attacks.ts';
import { nativeAttack, type Attack } from '../support/tenancy/native-attacks.ts';
import { ask, idsOfNothing, makeVictim, MARKER, type Answer, type Ids } from '../support/tenancy/victim.ts';
import { TOPOLOGIES } from '../support/topologies.ts';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** By every operation there is, the same asked of a victim's things and of nothing. */
function attacksOf(ids: Ids, nothing: Ids): [Attack, Attack][] {
  const { paths } = readOpenApi();
  const native = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, described]): [Attack, Attack][] => {
      if (!METHODS.includes(method)) return [];
      const [one, other] = [ids, nothing].map((each) =>
        nativeAttack(method.toUpperCase(), path, described, each),
      );
      return one && other ? [[one, other]] : [];
    }),
  );
  const ofNothing = mlflowAttacks(nothing);
  const mlflow = mlflowAttacks(ids).flatMap((attack, index): [Attack, Attack][] => {
    const other = ofNothing[index];
    return other ? [[attack, other]] : [];
  });
  return [...native, ...mlflow];
}

/** An answer without what was asked for, and without what differs from one time to the next. */
function told({ status, text }: Answer, ids: Ids): string {
  const values = Object.values(ids as unknown as Record<string, string>).sort((a, b) => b.length - a.length);
  const timeless = text.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<time>');
  const plain = values.reduce(
    (rest, id) => rest.replaceAll(new RegExp(`\\b${id}\\b`, 'g'), '<id>'),
    timeless,
  );
  return `${status} ${plain.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '<uuid>')}`;
}

/** What the victim has, as it sees it; without what judges and checks change by themselves. */
async function stateOf(url: string, ids: Ids): Promise<string[]> {
  const paths = [
    `/api/v1/experiments/${ids.experiment}`,
    `/api/v1/experiments/${ids.experiment}/sampling`,
    `/api/v1/experiments/${ids.experiment}/masking-rules`,
    `/api/v1/traces?experiment_id=${ids.experiment}&consistency=strong`,
    `/api/v1/prompts/${ids.prompt}/versions/1`,
    `/api/v1/prompts/${ids.prompt}/aliases/live`,
    `/api/v1/runs/${ids.run}`,
    `/api/v1/logged-models/${ids.loggedModel}`,
    `/api/v1/datasets/${ids.dataset}/records`,
    `/api/v1/issues/${ids.issue}`,
    `/api/v1/label-schemas/${ids.labelSchema}`,
    `/api/v1/review-queues/${ids.reviewQueue}/items`,
    `/api/v1/webhooks/${ids.webhook}`,
    `/api/v1/evaluation-schedules/${ids.schedule}`,
    `/api/v1/forwarding-targets/${ids.forwardingTarget}`,
    '/api/v1/gateway/endpoints',
    '/api/v1/gateway/secrets',
    '/api/v1/api-keys',
    '/api/v1/legal-holds',
    '/api/v1/retention',
    `/api/v1/export-schedules/${ids.exportSchedule}/runs/${ids.exportRun}/files/manifest.json`,
  ];
  return Promise.all(
    paths.map(async (path) => {
      const { status, text } = await ask(url, 'GET', path);
      return `${path} ${status} ${text}`;
    }),
  );
}

describe.each(TOPOLOGIES)('two workspaces, $name', (topology) => {
  let victim: BorrowedTarget;
  let attacker: BorrowedTarget;
  let ids: Ids;
  let before: string[];

  beforeAll(async () => {
    [victim, attacker] = await Promise.all([borrowTarget(topology), borrowTarget(topology)]);
    ids = await makeVictim(victim);
    // The evaluation of the one trace has its say first, and the export is written.
    await vi.waitFor(
      async () => {
        const { text } = await ask(victim.url, 'GET', `/api/v1/evaluations/${ids.evaluation}`);
        expect(text).toContain('"state":"finished"');
        const runs = await ask(victim.url, 'GET', `/api/v1/export-schedules/${ids.exportSchedule}/runs`);
        expect(runs.text).toContain('"state":"done"');
      },
      { timeout: 120_000, interval: 200 },
    );
    before = await stateOf(victim.url, ids);
  }, 180_000);

  afterAll(async () => {
    await Promise.all([victim?.stop(), attacker?.stop()]);
  });

  it('neither sees, changes nor can tell what the other has, by any endpoint', async () => {
    expect(before.filter((state) => !/ 200 /.test(state))).toEqual([]);
    const nothing = idsOfNothing(ids);
    const attacks = attacksOf(ids, nothing);
    expect(attacks.length).toBeGreaterThan(150);
    const found: string[] = [];
    for (const [attack, ofNothing] of attacks) {
      const answer = await ask(attacker.url, attack.method, attack.path, attack.body);
      const same = await ask(attacker.url, ofNothing.method, ofNothing.path, ofNothing.body);
      const what = `${attack.method} ${attack.path}`;
      const [seen, expected] = [told(answer, ids), told(same, nothing)];
      if (seen !== expected)
        found.push(`${what}: ${seen.slice(0, 300)} where nothing is: ${expected.slice(0, 300)}`);
      if (seen.includes(MARKER)) found.push(`${what} tells ${seen.slice(0, 300)}`);
      if (answer.status >= 500 && answer.status !== 501)
        found.push(`${what} failed: ${answer.text.slice(0, 300)}`);
    }
    expect(found).toEqual([]);
    expect(await stateOf(victim.url, ids)).toEqual(before);
  }, 180_000);
});
