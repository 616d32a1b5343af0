import { randomUUID } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { Rejected, Unavailable } from '@millrace/domain';
import type { SqlQuestion } from '@millrace/ports';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ClickHouseSpanStore } from '../storing/clickhouse-span-store.ts';
import { sampleSpan, traceId, traceRowOf, WORKSPACE } from '../testing/sample-spans.ts';
import { startTestEngine, type TestEngine } from '../testing/test-engine.ts';
import { analystAccessOf, workspaceQueryId } from './analyst-access.ts';
import { createUsers, filterRows, grantViews } from './prepare-analysts.ts';
import { ClickHouseSqlReader } from './clickhouse-sql-reader.ts';

const OTHER = 'other.tenant';
const SECRET = 'secret-of-the-other';

let test: TestEngine;
let reader: ClickHouseSqlReader;

beforeAll(async () => {
  test = await startTestEngine();
  reader = new ClickHouseSqlReader(test.engine.url);
  const store = new ClickHouseSpanStore(test.connection);
  const spans = [1, 2].map((trace) =>
    sampleSpan({ trace, source: { name: 'mine' }, meaning: { model: 'gpt-4o', tokens: { input: 7 } } }),
  );
  const others = [11, 12, 13].map((trace) =>
    sampleSpan({ trace, workspaceId: OTHER, experimentId: 9, source: { name: SECRET } }),
  );
  const batch = store.openBatch();
  for (const span of [...spans, ...others]) batch.addSpan(span);
  await batch.write();
  await store.writeTraces(
    [...spans, ...others].map((span) => ({ row: traceRowOf([span]), formerPlaces: [], isDeleted: false })),
  );
});

afterAll(async () => {
  await reader.close();
  await test.stop();
});

async function ask(query: string, more: Partial<SqlQuestion> = {}): Promise<string> {
  const question = { workspaceId: WORKSPACE, parameters: {}, format: 'csv', maxRows: 1000, ...more } as const;
  return (await text(await reader.read({ ...question, query }))).trim();
}

/** Straight to the engine as the analysts' user, without any look of ours at the query. */
async function raw(query: string, params: Record<string, string> = {}): Promise<string> {
  const { analyst, analystPassword, database } = analystAccessOf(test.engine.url);
  const url = new URL(new URL(test.engine.url).origin);
  const given = { database, query_id: workspaceQueryId(randomUUID(), WORKSPACE), ...params };
  for (const [name, value] of Object.entries(given)) url.searchParams.set(name, value);
  const headers = { 'X-ClickHouse-User': analyst, 'X-ClickHouse-Key': analystPassword };
  return (await fetch(url, { method: 'POST', headers, body: query })).text();
}

describe('an analyst', () => {
  it('reads traces, spans and assessments of the workspace', async () => {
    expect(await ask('SELECT trace_id, name, tokens_input FROM spans ORDER BY trace_id')).toBe(
      `"trace_id","name","tokens_input"\n"${traceId(1)}","mine",7\n"${traceId(2)}","mine",7`,
    );
    expect(await ask('SELECT count(), uniq(experiment_id) AS e FROM traces')).toMatch(/\n2,1$/);
    expect(await ask('SELECT count() FROM assessments')).toMatch(/\n0$/);
    expect(await ask('SELECT count() FROM traces', { workspaceId: OTHER })).toMatch(/\n3$/);
  });

  it('reads every column of every view', async () => {
    for (const view of ['traces', 'spans', 'assessments']) {
      expect((await ask(`SELECT * FROM ${view}`)).length).toBeGreaterThan(50);
    }
  });

  it('gives values apart from the text', async () => {
    const parameters = { name: "x' OR 1=1 --" };
    expect(await ask('SELECT count() FROM spans WHERE name = {name:String}', { parameters })).toMatch(/\n0$/);
    expect(await ask('SELECT {name:String} AS n', { parameters })).toBe(`"n"\n"x' OR 1=1 --"`);
  });

  it('gets no more rows than asked for', async () => {
    expect((await ask('SELECT number FROM numbers(50)', { maxRows: 3 })).split('\n')).toHaveLength(4);
    expect(await ask('SELECT count() FROM spans', { maxRows: 1 })).toMatch(/\n2$/);
    expect(await ask('SELECT count() AS n FROM (SELECT * FROM spans)', { maxRows: 1 })).toMatch(/\n2$/);
  });

  it('is told where a query is wrong', async () => {
    await expect(ask('SELECT name\nFROM spans WHERE +')).rejects.toThrow(
      /line 2, column \d+:\nFROM spans WHERE \+\n +\^/,
    );
    await expect(ask('SELECT nope FROM spans')).rejects.toThrow(/Unknown expression identifier `nope`/);
    await expect(ask('SELECT * FROM nowhere')).rejects.toThrow(Rejected);
    await expect(ask('SELECT 1 FORMAT CSV')).rejects.toThrow(/ends in FORMAT/);
    await expect(ask('SELECT {x:UInt8}')).rejects.toThrow(Rejected);
  });

  it('is not told of the server', async () => {
    for (const query of [
      'SELECT * FROM millrace.spans',
      "SELECT * FROM url('http://127.0.0.1:1/', 'CSV')",
      'SELECT nope FROM traces',
    ]) {
      const error = await ask(query).then(String, (fault: Error) => fault.message);
      expect(error).not.toMatch(/127\.0\.0\.1:|\/tmp|password|version 2\d|millrace_analyst|workspace_id/);
    }
  });
});

const TRANSGRESSIONS = [
  'SELECT * FROM millrace.spans',
  'SELECT * FROM millrace.trace_index',
  'SELECT * FROM (SELECT * FROM millrace.traces)',
  'WITH x AS (SELECT * FROM millrace.traces) SELECT * FROM x',
  'SELECT name FROM spans UNION ALL SELECT name FROM millrace.spans',
  'SELECT * FROM traces WHERE trace_id IN millrace.traces',
  'SELECT (SELECT any(name) FROM millrace.spans)',
  'SELECT * FROM spans SETTINGS readonly = 0',
  'SELECT * FROM spans SETTINGS max_execution_time = 0',
  'SELECT * FROM spans SETTINGS max_memory_usage = 0',
  'SELECT * FROM spans SETTINGS max_result_rows = 0',
  'SELECT * FROM spans SETTINGS limit = 100000000',
  "SELECT * FROM spans SETTINGS additional_table_filters = {'millrace.spans': '1'}",
  'SELECT * FROM spans PREWHERE 1',
  "SELECT * FROM file('/etc/passwd', 'LineAsString')",
  "SELECT * FROM url('http://127.0.0.1:1/', 'LineAsString')",
  "SELECT * FROM remote('127.0.0.1', 'millrace', 'spans')",
  "SELECT * FROM cluster('default', 'millrace', 'spans')",
  "SELECT * FROM s3('http://127.0.0.1:1/bucket/key', 'CSV', 'a String')",
  "SELECT * FROM mysql('127.0.0.1:1', 'a', 'b', 'c', 'd')",
  "SELECT * FROM postgresql('127.0.0.1:1', 'a', 'b', 'c', 'd')",
  "SELECT * FROM sqlite('/etc/passwd', 'a')",
  "SELECT * FROM executable('id', 'TSV', 'a String')",
  "SELECT * FROM mergeTreeIndex('millrace', 'spans')",
  "SELECT * FROM loop('millrace', 'spans')",
  "SELECT * FROM merge('millrace', '.*')",
  'SELECT * FROM system.processes',
  'SELECT * FROM system.query_log',
  'SELECT * FROM system.users',
  'SELECT * FROM information_schema.tables',
  "INSERT INTO spans (name) VALUES ('a')",
  "INSERT INTO FUNCTION file('/tmp/x', 'CSV', 'a String') VALUES ('a')",
  'CREATE TABLE analytics.x (a UInt8) ENGINE = Memory',
  'CREATE TEMPORARY TABLE x (a UInt8)',
  'CREATE FUNCTION f AS x -> x',
  'ALTER TABLE millrace.spans DELETE WHERE 1',
  'DROP VIEW spans',
  'DETACH VIEW spans',
  'TRUNCATE TABLE millrace.spans',
  'SET readonly = 0',
  'USE millrace',
  'GRANT SELECT ON millrace.* TO millrace_analyst',
  'EXECUTE AS millrace SELECT 1',
  'KILL QUERY WHERE 1',
  'SYSTEM FLUSH LOGS',
  "BACKUP TABLE spans TO Disk('a', 'b')",
  "SELECT 1 INTO OUTFILE '/tmp/millrace-outfile'",
  'SELECT 1; SELECT 2',
  'SELECT 1; DROP VIEW spans',
  "SELECT joinGet('millrace.spans', 'name', 1)",
  "SELECT dictGet('d', 'a', 1)",
  "SELECT hasColumnInTable('millrace', 'spans', 'name')",
  'SELECT addressToLine(1)',
];

describe('what the engine itself refuses an analyst', () => {
  it.each(TRANSGRESSIONS)('%s', async (query) => {
    expect(await raw(query)).toMatch(/^Code: \d+\. DB::Exception/);
    await expect(ask(query)).rejects.toThrow(Rejected);
  });

  it.each([
    ['max_execution_time', '0'],
    ['readonly', '0'],
    ['max_memory_usage', '0'],
    ['allow_get_client_http_header', '1'],
  ])('%s=%s beside the query', async (name, value) => {
    expect(await raw('SELECT 1', { [name]: value })).toMatch(/READONLY/);
  });
});

/** The engine gives these to everyone. */
const LOOKS = [
  "SELECT 1 AS `a'`, file('/etc/hostname'), 2 AS `b'`",
  'SELECT 1 AS "a\'", file(\'/etc/hostname\'), 2 AS "b\'"',
  "SELECT 1 AS `a\\`'`, file('/etc/hostname'), 2 AS `b'`",
  'SELECT * FROM {db:Identifier}.{table:Identifier}',
  'SELECT count() FROM (SELECT name FROM spans SETTINGS apply_prewhere_after_final = 0) WHERE throwIf(name != 1) = 0',
  'SELECT * FROM (SELECT * FROM spans SETTINGS max_threads = 100)',
  'SELECT * FROM (SELECT count() FROM numbers(1000000000000) /**/ sEtTiNgS max_execution_time = 0)',
  "SELECT file('/etc/hostname')",
  'SELECT "file"(\'/etc/hostname\')',
  "SELECT `fil\\x65`('/etc/hostname')",
  "SELECT/**/file/**/('/etc/hostname')",
  "SELECT arrayMap(file, ['/etc/hostname'])",
  "SELECT arrayMap(x -> file(x), ['/etc/hostname'])",
  "SELECT * APPLY(file) FROM (SELECT '/etc/hostname')",
  "WITH file AS f SELECT f('/etc/hostname')",
  "SELECT '\\'', file('/etc/hostname'), '\\''",
  "SELECT $$'$$, file('/etc/hostname'), $$'$$",
  "SELECT name FROM spans UNION ALL SELECT file('/etc/hostname')",
  'SELECT * FROM system.tables',
  'SELECT * FROM "system"."settings"',
  'SELECT * FROM SYSTEM.one',
  'SELECT hostName()',
  'SELECT FQDN()',
  "SELECT getServerSetting('path')",
  "SELECT getServerPort('http_port')",
  "SELECT getMacro('a')",
  'SELECT filesystemCapacity()',
  'SELECT serverUUID()',
  "SELECT reverseDNSQuery('127.0.0.1')",
  "SELECT logTrace('x')",
  'SELECT sleep(1)',
  'SHOW TABLES',
  'SHOW CREATE TABLE spans',
  'DESCRIBE TABLE spans',
  'EXPLAIN indexes = 1 SELECT * FROM spans',
  'EXPLAIN ESTIMATE SELECT * FROM spans',
];

describe('what Millrace refuses an analyst', () => {
  it.each(LOOKS)('%s', async (query) => {
    const parameters = query.includes('Identifier') ? { db: 'system', table: 'tables' } : {};
    await expect(ask(query, { parameters })).rejects.toThrow(/can't be used|is not taken|no SELECT/);
  });

  it('but not the same words in texts', async () => {
    expect(
      await ask("SELECT 'it''s a file of system' AS a, `attributes`['file'] AS b FROM spans LIMIT 1"),
    ).toContain("it's a file of system");
  });
});

describe('rows of another workspace', () => {
  const NOTHING: readonly (readonly [string, string])[] = [
    [`SELECT count() FROM spans WHERE name = '${SECRET}'`, '0'],
    ['SELECT count() FROM traces WHERE experiment_id = 9', '0'],
    ['SELECT uniqExact(name) FROM (SELECT * FROM spans UNION ALL SELECT * FROM spans)', '1'],
    [`SELECT count() FROM spans WHERE throwIf(name = '${SECRET}') = 0`, '2'],
    [`SELECT count() FROM spans WHERE intDiv(1, if(name = '${SECRET}', 0, 1)) = 1`, '2'],
    [`SELECT countIf(throwIf(name != 'mine') = 0) FROM spans`, '2'],
    ["SELECT count() FROM spans AS a LEFT JOIN spans AS b ON 1 = 1 WHERE b.name != 'mine'", '0'],
    ['SELECT count() FROM spans WHERE 1 OR 1', '2'],
    ["SELECT count() FROM spans WHERE name LIKE '%' OR trace_id != ''", '2'],
    [`SELECT count() FROM merge('analytics', 'spans') WHERE name = '${SECRET}'`, ''],
  ];
  it.each(NOTHING)('%s', async (query, answer) => {
    if (answer !== '') expect((await raw(query)).trim()).toBe(answer);
    else expect(await raw(query)).not.toContain(SECRET);
  });

  it('are not seen by a query whose id names no workspace', async () => {
    expect((await raw('SELECT count() FROM spans', { query_id: randomUUID() })).trim()).toBe('0');
    expect((await raw('SELECT count() FROM spans', { query_id: 'default' })).trim()).toBe('0');
  });

  it('are not seen by the user behind the views either, and nobody signs in as it', async () => {
    const { viewer, viewerPassword } = analystAccessOf(test.engine.url);
    const answer = await fetch(new URL(test.engine.url).origin, {
      method: 'POST',
      headers: { 'X-ClickHouse-User': viewer, 'X-ClickHouse-Key': viewerPassword },
      body: 'SELECT count() FROM millrace.spans',
    });
    expect(await answer.text()).toMatch(/AUTHENTICATION_FAILED/);
  });
});

describe('work without end', () => {
  it('is stopped by the cap on memory', async () => {
    const query = 'SELECT groupArray(number) FROM numbers(1000000000)';
    await expect(ask(query)).rejects.toThrow(/more memory than the 256 MB/);
  });

  it('is stopped by the cap on rows', async () => {
    const query = 'SELECT number FROM numbers(900000) UNION ALL SELECT number FROM numbers(900000)';
    await expect(ask(query, { maxRows: 2_000_000 })).rejects.toThrow(/more than the 1,000,000 rows/);
  });

  it('is stopped by the cap on time', async () => {
    const query =
      'SELECT count() FROM numbers(1000000000000) WHERE cityHash64(number) = 1 AND (SELECT count() FROM spans) > 0';
    await expect(ask(query)).rejects.toThrow(/longer than the 30 seconds/);
  }, 60_000);
});

describe('a server without the analysts', () => {
  it('says what to grant', async () => {
    const stranger = new ClickHouseSqlReader(test.engine.url.replace(/\/[^/]*$/, '/elsewhere'));
    const question = { workspaceId: WORKSPACE, parameters: {}, format: 'json', maxRows: 1 } as const;
    const asked = stranger.read({ ...question, query: 'SELECT 1' });
    await expect(asked).rejects.toThrow(Unavailable);
    await expect(asked).rejects.toThrow(/CREATE ROW POLICY/);
    await stranger.close();
  });

  it('gets them by statements that ClickHouse understands', async () => {
    const access = analystAccessOf(test.engine.url);
    for (const statement of [...createUsers(access), ...filterRows(access, 'millrace'), grantViews(access)]) {
      const rows = await test.connection.select(`EXPLAIN AST ${statement}`);
      expect(rows.length, statement).toBeGreaterThan(0);
    }
  });
});
