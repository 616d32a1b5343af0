/** What begins a statement that changes the schema or who may do what, up to where ON CLUSTER stands. */
const HEADS = [
  /^CREATE DATABASE IF NOT EXISTS \S+/,
  /^CREATE TABLE IF NOT EXISTS \S+/,
  /^CREATE OR REPLACE VIEW \S+/,
  /^DROP VIEW IF EXISTS \S+/,
  /^ALTER TABLE \S+/,
  /^CREATE USER IF NOT EXISTS \S+/,
  /^ALTER USER \S+/,
  /^CREATE ROW POLICY OR REPLACE \S+/,
  /^GRANT(?= )/,
];
const COMMENTS = /^(?:--.*\n|\s+)*/;
const ENGINE = /\bENGINE = (\w*MergeTree)\b(?:\(([^)]*)\))?/;
/** `{shard}` and `{replica}` are macros that every server of a replicated cluster has; the others are ClickHouse's own. */
const PLACE = "'/clickhouse/tables/{shard}/{database}/{table}', '{replica}'";

/**
 * A statement of ours as it is run on every replica of a cluster: ON CLUSTER, and tables with a replicated engine. Throws for
 * one of a kind it does not know, which would otherwise change a single replica.
 */
export function clusterStatement(statement: string, cluster: string): string {
  const sql = statement.replace(COMMENTS, '');
  const head = HEADS.map((pattern) => pattern.exec(sql)?.[0]).find((found) => found !== undefined);
  if (head === undefined) {
    throw new Error(`no rule says where ON CLUSTER stands in: ${sql.slice(0, 80)}`);
  }
  const rest = sql.slice(head.length).replace(ENGINE, (_, engine: string, parameters?: string) => {
    const all = parameters ? `${PLACE}, ${parameters}` : PLACE;
    return `ENGINE = Replicated${engine}(${all})`;
  });
  return `${head} ON CLUSTER ${identifier(cluster)}${rest}`;
}

/** A system table as all replicas have it, one after another; fails while one of them does not answer. */
export function onAllReplicas(table: string, cluster: string | undefined): string {
  return cluster === undefined ? table : `clusterAllReplicas(${identifier(cluster)}, ${table})`;
}

function identifier(name: string): string {
  return `\`${name.replaceAll(/[\\`]/g, (sign) => `\\${sign}`)}\``;
}
