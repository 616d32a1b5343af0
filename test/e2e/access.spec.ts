import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setTimeout as sleep } from 'node:timers/promises';
import { startStandalone, type RunningStandalone } from '../support/standalone.ts';
import { makeSpan, newTraceId, sendSpans } from '../support/otlp.ts';

const PASSWORD = 'correct horse battery';
const METRICS_TOKEN = '0123456789abcdef0123456789abcdef';
/** Other processes learn of a change within this time, in milliseconds. */
const FRESH_MS = 5_500;

interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
}

let target: RunningStandalone;

async function ask(
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: unknown,
): Promise<Answer> {
  const response = await fetch(`${target.url}${path}`, {
    method,
    headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    body: text === '' ? undefined : JSON.parse(text),
    headers: response.headers,
  };
}

const basic = (name: string, password: string) => ({
  authorization: `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`,
});
const bearer = (key: string) => ({ authorization: `Bearer ${key}` });
const ADMIN = basic('admin', PASSWORD);

async function makeKey(
  fields: Record<string, unknown>,
  headers: Record<string, string> = ADMIN,
): Promise<string> {
  const { status, body } = await ask('POST', '/api/v1/api-keys', headers, { name: 'key', ...fields });
  expect(status).toBe(201);
  return (body as { api_key: string }).api_key;
}

async function makeUser(name: string, memberships: Record<string, string> = {}): Promise<void> {
  const made = await ask('POST', '/api/v1/users', ADMIN, { name, password: PASSWORD });
  expect(made.status).toBe(201);
  for (const [workspace, role] of Object.entries(memberships)) {
    const headers = { ...ADMIN, 'x-mlflow-workspace': workspace };
    expect((await ask('PUT', `/api/v1/members/${name}`, headers, { role })).status).toBe(200);
  }
}

beforeAll(async () => {
  target = await startStandalone({
    environment: {
      MILLRACE_AUTHENTICATION: 'on',
      MILLRACE_ADMIN_PASSWORD: PASSWORD,
      MILLRACE_METRICS_TOKEN: METRICS_TOKEN,
    },
  });
  for (const name of ['blue', 'green']) {
    expect((await ask('POST', '/api/v1/workspaces', ADMIN, { name })).status).toBe(201);
  }
});

afterAll(async () => {
  await target?.stop();
});

describe('whoever shows nothing', () => {
  it('is told how to, and gets nothing', async () => {
    for (const path of ['/api/v1/traces', '/api/2.0/mlflow/experiments/search?max_results=1', '/metrics']) {
      const { status, body } = await ask('GET', path);
      expect(status).toBe(401);
      expect(JSON.stringify(body)).toContain('MLFLOW_TRACKING_TOKEN');
    }
    await expect(sendSpans(target.otlpUrl, [makeSpan({ traceId: newTraceId() })])).rejects.toThrow(/401/);
    expect((await fetch(`${target.url}/health`)).status).toBe(200);
  });

  it('of a key that is not right gets no further', async () => {
    const key = await makeKey({ role: 'viewer' });
    expect((await ask('GET', '/api/v1/traces', bearer(key))).status).toBe(200);
    const other = `${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`;
    expect((await ask('GET', '/api/v1/traces', bearer(other))).status).toBe(401);
    expect((await ask('GET', '/api/v1/traces', bearer('mr_nothing'))).status).toBe(401);
    expect((await ask('GET', '/api/v1/traces', { authorization: 'Digest x' })).status).toBe(401);
  });
});

describe('a role', () => {
  it('may do what is its own, and is told what it may not', async () => {
    const [ingest, viewer, editor] = await Promise.all(
      ['ingest', 'viewer', 'editor'].map((role) => makeKey({ role })),
    );
    const statuses = async (key: string | undefined) => {
      const headers = bearer(key ?? '');
      const span = makeSpan({ traceId: newTraceId() });
      return {
        send: await sendSpans(target.otlpUrl, [span], headers).then(
          () => 200,
          (error: unknown) => Number(/\d{3}/.exec(String(error))?.[0]),
        ),
        find: (await ask('GET', '/api/2.0/mlflow/experiments/get-by-name?experiment_name=Default', headers))
          .status,
        read: (await ask('GET', '/api/v1/traces', headers)).status,
        write: (await ask('POST', '/api/v1/prompts', headers, { name: `p-${newTraceId()}` })).status,
        manage: (await ask('GET', '/api/v1/api-keys', headers)).status,
        operate: (await ask('GET', '/api/v1/users', headers)).status,
      };
    };
    const no = 403;
    expect(await statuses(ingest)).toEqual({
      send: 200,
      find: 200,
      read: no,
      write: no,
      manage: no,
      operate: no,
    });
    expect(await statuses(viewer)).toEqual({
      send: no,
      find: 200,
      read: 200,
      write: no,
      manage: no,
      operate: no,
    });
    expect(await statuses(editor)).toEqual({
      send: 200,
      find: 200,
      read: 200,
      write: 201,
      manage: no,
      operate: no,
    });
  });
});

describe('a workspace', () => {
  it('is there for its members alone: nobody else can tell whether it is', async () => {
    await makeUser('bea@example.com', { blue: 'admin' });
    const bea = basic('bea@example.com', PASSWORD);
    const of = (workspace: string) => ({ ...bea, 'x-mlflow-workspace': workspace });
    expect((await ask('GET', '/api/v1/experiments', bea)).status).toBe(200);
    const green = await ask('GET', '/api/v1/experiments', of('green'));
    const nothing = await ask('GET', '/api/v1/experiments', of('grene'));
    expect(green.status).toBe(404);
    expect(JSON.stringify(green.body).replace('green', 'grene')).toBe(JSON.stringify(nothing.body));
    const { body } = await ask('GET', '/api/v1/workspaces', bea);
    expect((body as { workspaces: { name: string }[] }).workspaces.map(({ name }) => name)).toEqual(['blue']);
    expect((await ask('GET', '/api/v1/workspaces/green', bea)).status).toBe(404);
    expect((await ask('POST', '/api/v1/workspaces', bea, { name: 'mine' })).status).toBe(403);
    const key = await makeKey({ role: 'viewer' }, bea);
    expect(
      (await ask('GET', '/api/v1/traces', { ...bearer(key), 'x-mlflow-workspace': 'default' })).status,
    ).toBe(404);
  });
});

describe('a key of one experiment', () => {
  it('sends there whatever is said, reads there alone, and does nothing else', async () => {
    const make = async (name: string) =>
      ((await ask('POST', '/api/v1/experiments', ADMIN, { name })).body as { experiment_id: string })
        .experiment_id;
    const [own, other] = [await make('own'), await make('other')];
    const ingest = bearer(await makeKey({ role: 'ingest', experiment_id: own }));
    const viewer = bearer(await makeKey({ role: 'viewer', experiment_id: own }));
    const traceId = newTraceId();
    await sendSpans(target.otlpUrl, [makeSpan({ traceId })], ingest);
    await expect(
      sendSpans(target.otlpUrl, [makeSpan({ traceId })], { ...ingest, 'x-mlflow-experiment-id': other }),
    ).rejects.toThrow(/403/);
    const traces = await ask('GET', `/api/v1/traces?experiment_id=${own}&consistency=strong`, viewer);
    expect((traces.body as { traces: { trace_id: string }[] }).traces.map(({ trace_id: id }) => id)).toEqual([
      traceId,
    ]);
    const refused = [
      `/api/v1/traces?experiment_id=${other}`,
      `/api/v1/traces?experiment_id=${own}&experiment_id=${other}`,
      '/api/v1/traces',
      `/api/v1/traces/tr-${traceId}`,
      '/api/v1/prompts',
    ];
    for (const path of refused) expect((await ask('GET', path, viewer)).status).toBe(403);
    const search = (fields: object) => ask('POST', '/api/3.0/mlflow/traces/search', viewer, fields);
    const place = (id: string) => ({ type: 'MLFLOW_EXPERIMENT', mlflow_experiment: { experiment_id: id } });
    expect((await search({ locations: [place(own)] })).status).toBe(200);
    expect((await search({ locations: [place(own), place(other)] })).status).toBe(403);
    const camel = { type: 'MLFLOW_EXPERIMENT', mlflowExperiment: { experimentId: other } };
    expect((await search({ locations: [camel] })).status).toBe(403);
  });
});

describe('a key', () => {
  it('that is revoked or has expired opens nothing within seconds', async () => {
    const soon = new Date(Date.now() + 2_000).toISOString();
    const short = bearer(await makeKey({ role: 'viewer', expiration_time: soon }));
    const text = await makeKey({ role: 'viewer' });
    expect((await ask('GET', '/api/v1/traces', bearer(text))).status).toBe(200);
    expect((await ask('DELETE', `/api/v1/api-keys/${text.split('_')[1]}`, ADMIN)).status).toBe(200);
    expect((await ask('GET', '/api/v1/traces', bearer(text))).status).toBe(401);
    await sleep(2_000);
    expect((await ask('GET', '/api/v1/traces', short)).status).toBe(401);
    const { body } = await ask('GET', '/api/v1/api-keys', ADMIN);
    expect(JSON.stringify(body)).not.toContain(text.split('_')[2]);
    expect(JSON.stringify(body)).toContain('last_used_time');
  });
});

describe('a browser', () => {
  const signIn = (name: string, password: string, headers = {}) =>
    ask('POST', '/api/v1/sign-in', headers, { name, password });
  const cookieOf = ({ headers }: Answer) => ({ cookie: headers.get('set-cookie')?.split(';')[0] ?? '' });

  it('signs in, is known, changes its password, signs out', async () => {
    await makeUser('cy@example.com', { green: 'editor' });
    const signedIn = await signIn('CY@example.com', PASSWORD);
    expect(signedIn.status).toBe(204);
    expect(signedIn.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict/);
    const cookie = cookieOf(signedIn);
    const { body } = await ask('GET', '/api/v1/sign-in', cookie);
    expect(body).toMatchObject({
      is_signed_in: true,
      name: 'cy@example.com',
      is_operator: false,
      roles: [{ workspace: 'green', role: 'editor' }],
    });
    expect((await ask('GET', '/api/v1/traces', cookie)).status).toBe(200);
    const change = { old_password: PASSWORD, new_password: 'another long password' };
    expect((await ask('PUT', '/api/v1/sign-in/password', cookie, change)).status).toBe(204);
    await sleep(FRESH_MS);
    expect((await ask('GET', '/api/v1/traces', cookie)).status).toBe(401);
    expect((await signIn('cy@example.com', PASSWORD)).status).toBe(401);
    const again = cookieOf(await signIn('cy@example.com', change.new_password));
    expect((await ask('DELETE', '/api/v1/sign-in', again)).status).toBe(204);
    expect((await ask('GET', '/api/v1/traces', again)).status).toBe(401);
    expect((await ask('GET', '/api/v1/sign-in')).body).toMatchObject({ is_signed_in: false });
  }, 60_000);

  it('of another site changes nothing', async () => {
    await makeUser('di@example.com', { green: 'editor' });
    const cookie = cookieOf(await signIn('di@example.com', PASSWORD));
    const from = (origin: string) => ({ ...cookie, origin });
    const prompt = () => ({ name: `p-${newTraceId()}` });
    expect((await ask('POST', '/api/v1/prompts', from('https://evil.example'), prompt())).status).toBe(403);
    expect((await ask('POST', '/api/v1/prompts', from(target.url), prompt())).status).toBe(201);
    const site = { ...cookie, 'sec-fetch-site': 'cross-site' };
    expect((await ask('POST', '/api/v1/prompts', site, prompt())).status).toBe(403);
  });

  it('that guesses passwords has to wait', async () => {
    await makeUser('ed@example.com');
    const guesses = await Promise.all(
      Array.from({ length: 15 }, (_, index) => signIn('ed@example.com', `guess number ${index}`)),
    );
    // At the same time, too.
    expect(guesses.filter(({ status }) => status === 401)).toHaveLength(10);
    expect(guesses.filter(({ status }) => status === 429)).toHaveLength(5);
    const refused = await signIn('ed@example.com', PASSWORD);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(60);
    expect((await signIn('nobody@example.com', PASSWORD)).status).toBe(401);
  });
});

describe('Prometheus', () => {
  it('reads metrics by the token that is for it, and nothing else', async () => {
    const scraped = await fetch(`${target.url}/metrics`, { headers: bearer(METRICS_TOKEN) });
    expect([scraped.status, await scraped.text()]).toEqual([
      200,
      expect.stringContaining('# TYPE millrace_'),
    ]);
    expect((await ask('GET', '/metrics', bearer(`${METRICS_TOKEN}x`))).status).toBe(401);
    expect((await ask('GET', '/api/v1/traces', bearer(METRICS_TOKEN))).status).toBe(401);
    expect((await fetch(`${target.url}/metrics`, { headers: ADMIN })).status).toBe(200);
    const key = bearer(await makeKey({ role: 'admin' }));
    expect((await ask('GET', '/metrics', key)).status).toBe(403);
  });
});

describe('the audit log', () => {
  it('tells who changed what, and what was refused, without secrets', async () => {
    const viewer = bearer(await makeKey({ role: 'viewer', name: 'looker' }));
    const name = `p-${newTraceId()}`;
    expect((await ask('POST', '/api/v1/prompts', ADMIN, { name })).status).toBe(201);
    for (let time = 0; time < 2; time += 1)
      expect((await ask('POST', '/api/v1/prompts', viewer, { name: 'mine' })).status).toBe(403);
    const { body } = await ask('GET', '/api/v1/audit-entries?limit=1000', ADMIN);
    const { entries } = body as { entries: Record<string, string>[] };
    expect(entries).toContainEqual(
      expect.objectContaining({
        actor: 'admin',
        action: 'POST /api/v1/prompts',
        target: JSON.stringify({ name }),
        outcome: 'done',
      }),
    );
    expect(entries).toContainEqual(
      expect.objectContaining({ actor: 'looker', action: 'POST /api/v1/prompts', outcome: 'refused' }),
    );
    const used = entries.filter(({ actor, action }) => actor === 'looker' && action?.startsWith('first use'));
    expect(used).toEqual([expect.objectContaining({ actor_kind: 'key', address: '127.0.0.1' })]);
    const signedIn = { actor: 'cy@example.com', action: 'sign in', outcome: 'done' };
    expect(entries).toContainEqual(expect.objectContaining(signedIn));
    expect(entries).toContainEqual(expect.objectContaining({ ...signedIn, outcome: 'refused' }));
    expect(JSON.stringify(entries)).not.toContain(PASSWORD);
    const ofAdmin = bearer(await makeKey({ role: 'admin' }));
    const { body: seen } = await ask('GET', '/api/v1/audit-entries?limit=1000', ofAdmin);
    expect(JSON.stringify(seen)).not.toContain('sign in');
  });
});
