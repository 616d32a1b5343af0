import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { schemaStatements } from '../testing/schema-statements.ts';
import { clusterStatement, onAllReplicas } from './cluster-statement.ts';

const GOLDEN = join(import.meta.dirname, '__golden__', 'schema-on-cluster.sql');

describe('clusterStatement', () => {
  it('adapts every statement of the schema', async () => {
    const adapted = schemaStatements().map((statement) => clusterStatement(statement, 'production'));
    await expect(`${adapted.join(';\n\n')};\n`).toMatchFileSnapshot(GOLDEN);
  });

  it('keeps the parameters of an engine behind its place', () => {
    const table = 'CREATE TABLE IF NOT EXISTS t (a UInt8) ENGINE =';
    const place = "'/clickhouse/tables/{shard}/{database}/{table}', '{replica}'";
    expect(clusterStatement(`${table} MergeTree ORDER BY a`, 'c')).toContain(
      `ENGINE = ReplicatedMergeTree(${place}) ORDER BY a`,
    );
    expect(clusterStatement(`${table} ReplacingMergeTree(v, d) ORDER BY a`, 'c')).toContain(
      `ENGINE = ReplicatedReplacingMergeTree(${place}, v, d) ORDER BY a`,
    );
  });

  it('quotes the name of the cluster', () => {
    expect(clusterStatement('ALTER TABLE t ADD COLUMN a UInt8', 'a`b\\c')).toBe(
      'ALTER TABLE t ON CLUSTER `a\\`b\\\\c` ADD COLUMN a UInt8',
    );
  });

  it('refuses what it does not know rather than change one replica', () => {
    expect(() => clusterStatement('-- why\nRENAME TABLE a TO b', 'c')).toThrow(
      'no rule says where ON CLUSTER stands in: RENAME TABLE a TO b',
    );
  });
});

describe('onAllReplicas', () => {
  it('is the table alone without a cluster', () => {
    expect(onAllReplicas('system.parts', undefined)).toBe('system.parts');
    expect(onAllReplicas('system.parts', 'c')).toBe('clusterAllReplicas(`c`, system.parts)');
  });
});
