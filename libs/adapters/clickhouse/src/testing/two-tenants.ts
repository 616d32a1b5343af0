import type { OtlpSpan, SpanMeaning, TraceEntry } from '@millrace/domain';
import type { ClickHouseConnection } from '../connection/clickhouse-connection.ts';
import { ClickHouseSpanStore } from '../storing/clickhouse-span-store.ts';
import { BASE_NS, SECOND_NS, sampleSpan, traceRowOf } from './sample-spans.ts';

/** A name with a point, as the id of a query ends in one and the name. */
export const ATTACKER = 'attacker.tenant';
export const VICTIM = 'victim.tenant';
/** In every text of the victim's rows. */
export const MARKER = 'Xvictim0marker';

const ATTACKER_TRACES = 40;
/** Several ranges of the index of traces, with the attacker's rows between them. */
const VICTIM_TRACES = 900;
const VICTIM_EXPERIMENTS = [3, 70_000, 4_000_000_000];
const SIX_HOURS_NS = 6n * 3600n * SECOND_NS;

/** The rows that the attacker may see. */
export async function storeAttacker(connection: ClickHouseConnection): Promise<void> {
  await store(connection, {
    workspaceId: ATTACKER,
    count: ATTACKER_TRACES,
    first: 1,
    word: 'mine',
    experiments: [5],
  });
}

/** Rows that the attacker may not learn anything of, beside and among the attacker's own on the disk. */
export async function storeVictim(connection: ClickHouseConnection): Promise<void> {
  await store(connection, {
    workspaceId: VICTIM,
    count: VICTIM_TRACES,
    first: 1000,
    word: MARKER,
    experiments: VICTIM_EXPERIMENTS,
  });
  await mergeParts(connection);
}

/** One part a partition, so that rows of both tenants share its dictionaries, blocks and index. */
export async function mergeParts(connection: ClickHouseConnection): Promise<void> {
  for (const table of ['spans', 'traces']) await connection.command(`OPTIMIZE TABLE ${table} FINAL`);
}

interface Rows {
  readonly workspaceId: string;
  readonly count: number;
  readonly first: number;
  readonly word: string;
  readonly experiments: readonly number[];
}

async function store(connection: ClickHouseConnection, rows: Rows): Promise<void> {
  const spans = Array.from({ length: rows.count }, (_, index) =>
    sampleSpan({
      trace: rows.first + index,
      workspaceId: rows.workspaceId,
      experimentId: rows.experiments[index % rows.experiments.length] ?? 0,
      startNs: BASE_NS + (index % 5 === 4 ? SIX_HOURS_NS : 0n) + BigInt(index) * SECOND_NS,
      source: source(rows.word, index),
      meaning: meaning(rows.word, index),
      rest: { requestPreview: `${rows.word} asks`, responsePreview: `${rows.word} answers` },
    }),
  );
  const spanStore = new ClickHouseSpanStore(connection);
  const batch = spanStore.openBatch();
  for (const span of spans) batch.addSpan(span);
  await batch.write();
  await spanStore.writeTraces(
    spans.map((span) => ({
      row: traceRowOf([span], entries(rows.word)),
      formerPlaces: [],
      isDeleted: false,
    })),
  );
}

function source(word: string, index: number): Partial<OtlpSpan> {
  return {
    name: `${word}-${index % 7}`,
    statusMessage: `${word} status`,
    attributes: new Map([[`${word}.key`, `${word} value`]]),
    origin: { resource: new Map([['service.name', `${word}-service`]]), scopeName: word, scopeVersion: '1' },
  };
}

function meaning(word: string, index: number): Partial<SpanMeaning> {
  return {
    type: `${word}-type`,
    model: `${word}-model-${index % 3}`,
    provider: `${word}-provider`,
    tokens: { input: word === MARKER ? 1_000_000_000 + index : 7 },
    sessionId: `${word}-session`,
    userId: `${word}-user`,
    loggedModel: `${word}-logged`,
    promptVersions: [{ name: `${word}-prompt`, version: '1' }],
    traceTags: new Map([[`${word}-tag`, `${word}-value`]]),
  };
}

function entries(word: string): TraceEntry[] {
  const verdict = JSON.stringify({
    assessment_name: `${word}-judge`,
    feedback: { value: `${word}-verdict` },
    source: { source_type: 'HUMAN', source_id: `${word}-person` },
    rationale: `${word} because`,
  });
  return [
    { kind: 'tag', key: `${word}-told`, value: `${word}-tag`, sequence: 1n },
    { kind: 'metadata', key: `${word}-metadata`, value: `${word}-value`, sequence: 1n },
    { kind: 'run', key: `${word}-run`, value: `${word}-run`, sequence: 1n },
    { kind: 'assessment', key: `${word}-assessment`, value: verdict, sequence: 1n },
  ];
}
