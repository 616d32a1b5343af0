import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Rejected } from '@millrace/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startClickHouse } from '../../../../../test/support/servers/index.ts';
import { ClickHouseConnection } from '../connection/clickhouse-connection.ts';
import { migrateClickHouse } from '../migrations.ts';
import { OWN_ONLY, REFUSED, type SqlAttack } from '../testing/sql-attacks.ts';
import { composeQueries } from '../testing/sql-compositions.ts';
import { startTestEngine } from '../testing/test-engine.ts';
import { ATTACKER, MARKER, mergeParts, storeAttacker, storeVictim, VICTIM } from '../testing/two-tenants.ts';
import { analystAccessOf } from './analyst-access.ts';
import { checkQuery } from './check-query.ts';
import { ClickHouseSqlReader } from './clickhouse-sql-reader.ts';

interface Engine {
  readonly connection: ClickHouseConnection;
  stop(): Promise<void>;
}

interface Outcome {
  readonly kind: 'answer' | 'refusal' | 'fault';
  readonly text: string;
}

async function startServer(): Promise<Engine> {
  const server = await startClickHouse();
  const connection = new ClickHouseConnection(server.url);
  await migrateClickHouse(connection);
  return {
    connection,
    stop: async () => {
      await connection.close();
      await server.stop();
    },
  };
}

const COMPOSED = { 'random compositions of all that': composeQueries(150) };
const ATTACKS = Object.entries<readonly SqlAttack[]>({ ...REFUSED, ...OWN_ONLY, ...COMPOSED });
/** Of the pinned version, each looked at: may it tell of others or of the server? Then it is forbidden in check-query.ts. */
const KNOWN_FUNCTIONS = join(import.meta.dirname, 'testdata', 'known-functions.txt');
/** Refused for two reasons at once: ClickHouse tells the one that it came upon first, or that the other part was called off. */
const RACING = 'SELECT 1 PARALLEL WITH DROP VIEW spans';
/** Some 1,200 queries, in under half a minute where nothing else runs. */
const BUSY_MACHINE_MS = 600_000;
const ENGINES: readonly (readonly [string, () => Promise<Engine>])[] = [
  ['the embedded engine', startTestEngine],
  ['a server', startServer],
];

describe.each(ENGINES)('an attacker on %s', (_, start) => {
  let engine: Engine;
  let reader: ClickHouseSqlReader;
  let alone: Map<SqlAttack, Outcome>;
  let beside: Map<SqlAttack, Outcome>;

  async function attempt(attack: SqlAttack): Promise<Outcome> {
    const [query, parameters] = typeof attack === 'string' ? [attack, {}] : attack;
    const question = { workspaceId: ATTACKER, parameters, format: 'json', maxRows: 1000 } as const;
    try {
      return { kind: 'answer', text: await text(await reader.read({ ...question, query })) };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return { kind: error instanceof Rejected ? 'refusal' : 'fault', text: message };
    }
  }

  /** No more than four queries of analysts may run at once. */
  async function attemptAll(): Promise<Map<SqlAttack, Outcome>> {
    const outcomes = new Map<SqlAttack, Outcome>();
    const left = ATTACKS.flatMap(([, attacks]) => attacks);
    const work = async () => {
      for (let attack = left.pop(); attack !== undefined; attack = left.pop()) {
        outcomes.set(attack, await attempt(attack));
      }
    };
    await Promise.all([work(), work(), work()]);
    return outcomes;
  }

  beforeAll(async () => {
    engine = await start();
    reader = new ClickHouseSqlReader(engine.connection.url);
    await storeAttacker(engine.connection);
    await mergeParts(engine.connection);
    alone = await attemptAll();
    await storeVictim(engine.connection);
    beside = await attemptAll();
  }, BUSY_MACHINE_MS);

  afterAll(async () => {
    await reader.close();
    await engine.stop();
  });

  it.each(Object.entries(REFUSED))('is refused %s', (_group, attacks) => {
    const answered = attacks.filter((attack) => beside.get(attack)?.kind !== 'refusal');
    expect(answered.map((attack) => [attack, beside.get(attack)])).toEqual([]);
  });

  it.each(ATTACKS)('learns nothing of others by %s', (_group, attacks) => {
    for (const attack of attacks) {
      expect(beside.get(attack), String(attack)).toEqual(alone.get(attack));
      expect(beside.get(attack)?.kind, String(attack)).not.toBe('fault');
    }
  });

  it('is answered nothing by what runs beside a statement that is no query', async () => {
    const { kind, text: told } = await attempt(RACING);
    expect(kind, told).not.toBe('answer');
    expect(await attempt('SELECT count() FROM spans')).toMatchObject({ kind: 'answer' });
  });

  it('is never told a value of others, nor of the server', () => {
    const { password } = new URL(engine.connection.url);
    const { analystPassword, viewerPassword } = analystAccessOf(engine.connection.url);
    const secrets = [
      MARKER,
      password,
      analystPassword,
      viewerPassword,
      'root:',
      '/tmp/',
      'version 2',
      hostname(),
    ];
    const query = new Set(ATTACKS.flatMap(([, attacks]) => attacks));
    for (const attack of query) {
      const told = beside.get(attack)?.text ?? '';
      const asked = typeof attack === 'string' ? attack : attack.join(' ');
      const leaked = secrets.filter((secret) => told.includes(secret) && !asked.includes(secret));
      expect(leaked, `${asked}\n${told}`).toEqual([]);
    }
  });

  it('is answered what is asked rightly, so that the silence of all else means something', async () => {
    const count = async (workspaceId: string) => {
      const question = { workspaceId, parameters: {}, format: 'csv', maxRows: 10 } as const;
      return text(
        await reader.read({ ...question, query: "SELECT count(), countIf(name LIKE '%victim%') FROM spans" }),
      );
    };
    expect(await count(ATTACKER)).toMatch(/\n40,0\n/);
    expect(await count(VICTIM)).toMatch(/\n900,900\n/);
  });

  it('is given no column whose dictionary holds the words of others', async () => {
    const { database } = analystAccessOf(engine.connection.url);
    const columns = await engine.connection.select<{ table: string; name: string; type: string }>(
      'SELECT table, name, type FROM system.columns WHERE database = {database:String}',
      { database },
    );
    expect(columns.length).toBeGreaterThan(50);
    expect(columns.filter((column) => column.type.includes('LowCardinality'))).toEqual([]);
  });

  it('finds no function that nobody has looked at', async () => {
    const functions = await engine.connection.select<{ name: string }>(
      'SELECT name FROM system.functions UNION DISTINCT SELECT name FROM system.table_functions ORDER BY name',
    );
    const known = new Set(readFileSync(KNOWN_FUNCTIONS, 'utf8').trim().split('\n'));
    expect(functions.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([]);
  });

  it('finds no other name for a function that is forbidden', async () => {
    const aliases = await engine.connection.select<{ name: string; alias_to: string }>(
      "SELECT name, alias_to FROM system.functions WHERE alias_to != ''",
    );
    const isForbidden = (name: string) => {
      try {
        checkQuery(`SELECT ${name}()`);
        return false;
      } catch {
        return true;
      }
    };
    expect(aliases.length).toBeGreaterThan(100);
    expect(aliases.filter(({ name, alias_to }) => isForbidden(alias_to) && !isForbidden(name))).toEqual([]);
  });
});
