import { encodeTracesRequest } from '@millrace/otlp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getJson, untilComplete } from '../support/api.ts';
import { expectKept } from '../support/faults/expect-kept.ts';
import { IS_LONG_FORM, SOON, type Fault } from '../support/faults/fault.ts';
import {
  connectionsAreLost,
  linkIsCut,
  partsAreKilledAtRandom,
  processStandsStill,
  serverIs,
  serverIsDown,
  serviceIsKilled,
  startFaultyDistributed,
  type FaultyDistributed,
} from '../support/faults/faulty-distributed.ts';
import { SERVERS } from '../support/faults/faulty-network.ts';
import { runFault } from '../support/faults/run-fault.ts';
import { distributedRig } from '../support/judging-rigs.ts';
import { makeSpan, postTraces } from '../support/otlp.ts';
import { SERVICES } from '../support/service-fleet.ts';
import { describeJudgeKilled } from './judge-killed.ts';

const SEED = Number(process.env['MILLRACE_FAULT_SEED'] ?? Math.floor(Math.random() * 1e9));
const LARGE = 'large '.repeat(50_000);
type MakeFault = (system: FaultyDistributed) => Fault;

/** Each server, each state and each kind of fault once. */
const SHORT: readonly MakeFault[] = [
  (system) => serverIsDown(system, 'kafka'),
  (system) => serverIs(system, 'clickhouse', 'slow'),
  (system) => serverIsDown(system, 'clickhouse'),
  (system) => serverIs(system, 'postgres', 'hanging'),
  (system) => serverIs(system, 's3', 'refusing'),
  (system) => serverIs(system, 'redis', 'hanging'),
  (system) => linkIsCut(system, 'writer', 'kafka'),
  (system) => processStandsStill(system, 'writer'),
  (system) => partsAreKilledAtRandom(system, 2, SEED),
];

/** What each service talks to. */
const LINKS = {
  ingest: ['kafka', 'postgres', 's3'],
  writer: ['kafka', 'clickhouse', 'postgres', 's3'],
  'query-api': ['kafka', 'clickhouse', 'postgres', 's3'],
  registry: ['kafka', 'postgres', 's3'],
  evaluator: ['kafka', 'clickhouse', 'postgres', 'redis', 's3'],
} as const;

/** Every part with every fault. */
const LONG: readonly MakeFault[] = [
  ...SERVERS.flatMap((server): MakeFault[] => [
    (system) => serverIsDown(system, server),
    (system) => serverIs(system, server, 'refusing'),
    (system) => serverIs(system, server, 'hanging'),
    (system) => serverIs(system, server, 'slow'),
    (system) => connectionsAreLost(system, server),
    (system) => processStandsStill(system, server),
  ]),
  ...SERVICES.flatMap((service): MakeFault[] => [
    (system) => serviceIsKilled(system, service),
    (system) => processStandsStill(system, service),
    ...LINKS[service].map(
      (server): MakeFault =>
        (system) =>
          linkIsCut(system, service, server),
    ),
  ]),
  (system) => partsAreKilledAtRandom(system, 40, SEED),
];

describe('services under load', () => {
  let system: FaultyDistributed;

  beforeAll(async () => {
    system = await startFaultyDistributed(IS_LONG_FORM ? {} : { environment: SOON });
  }, 240_000);

  afterAll(() => system?.stop());

  it.each((IS_LONG_FORM ? LONG : SHORT).map((make, index) => [index, make] as const))(
    'keep what they acknowledged, tell the truth and recover: fault %i',
    async (_, make) => {
      expectKept(await runFault(system, make(system)));
    },
    1_200_000,
  );

  it('say 503 and when to send large values again while the blob store is away, and take small ones', async () => {
    const { target } = system;
    const [before, refused, small] = [largeSpan(), largeSpan(), makeSpan({ name: 'small' })];
    expect((await send(before)).status).toBe(200);
    await target.s3.kill();

    const answer = await send(refused);
    expect(answer.status).toBe(503);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(answer.body.toString()).toContain('check that the server runs');
    expect((await send(small)).status).toBe(200);
    const health = await fetch(`${system.parts['ingest']}/health`);
    expect(health.status).toBe(503);
    expect(await health.text()).toMatch(/^blobs: .*check that the server runs/m);

    await target.s3.restart();
    expect((await send(refused)).status).toBe(200);
    expect((await fetch(`${system.parts['ingest']}/health`)).status).toBe(200);
    await untilComplete(system.url);
    for (const span of [before, refused]) expect(await readInput(span.traceId)).toBe(LARGE);
    await getJson(`${target.url}/api/v1/traces/${small.traceId}`);
  }, 120_000);

  describeJudgeKilled('distributed', async () => distributedRig(system.target));

  const largeSpan = () => makeSpan({ name: 'large', attributes: { 'gen_ai.input.messages': LARGE } });
  const send = (span: ReturnType<typeof makeSpan>) =>
    postTraces(system.otlpUrl, encodeTracesRequest([span]), {});

  async function readInput(traceId: string): Promise<string | undefined> {
    const { trace } = await getJson<{
      trace: { spans: { attributes: { key: string; value: { string_value?: string } }[] }[] };
    }>(`${system.url}/api/3.0/mlflow/traces/get?trace_id=tr-${traceId}`);
    return trace.spans[0]?.attributes.find(({ key }) => key === 'gen_ai.input.messages')?.value.string_value;
  }
});
