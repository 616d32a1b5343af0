import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { askDatabase } from '@millrace/access';
import { Rejected } from '@millrace/domain';
import { findRun, type MetricPoint } from '@millrace/runs';
import { decodePageToken, encodePageToken } from '../../search/page-token.ts';

export interface HistoryQuery {
  readonly key: string;
  /** Absent: as many as one answer may hold. */
  readonly limit?: number | undefined;
  readonly pageToken?: string | undefined;
}

export interface HistoryPage {
  readonly points: readonly MetricPoint[];
  /** Absent on the last page. */
  readonly nextPageToken?: string;
}

/** Of several runs. */
export interface BulkQuery {
  readonly runIds: readonly string[];
  readonly key: string;
  readonly limit: number;
}

export interface StepRange {
  readonly from: number;
  readonly to: number;
}

export interface RunMetricPoint extends MetricPoint {
  readonly runId: string;
}

interface PointRow {
  readonly runId: string;
  readonly value: number;
  readonly timestamp: string;
  readonly step: string;
}

const LARGEST_PAGE = 250_000;
const MOST_RUNS = 100;
const LARGEST_BULK = 25_000;

/** All points of metrics, in the order of (timestamp, step, value). Throws Rejected, Unavailable. */
@Injectable()
export class MetricHistoryService {
  constructor(private readonly dataSource: DataSource) {}

  async get(workspaceId: string, runId: string, query: HistoryQuery): Promise<HistoryPage> {
    const { key, limit = LARGEST_PAGE, pageToken } = query;
    if (limit < 1) {
      throw new Rejected(
        `Invalid value ${limit} for parameter 'max_results' supplied. It must be at least 1.`,
      );
    }
    const most = Math.min(limit, LARGEST_PAGE);
    const identity = [runId, key];
    const after = pageToken ? decodePageToken(pageToken, identity, 3) : undefined;
    const rows = await askDatabase(this.dataSource, async (manager) => {
      await findRun(manager, workspaceId, runId);
      return manager.query<PointRow[]>(
        `SELECT DISTINCT ON (timestamp, step, value) run_id AS "runId", value, timestamp, step FROM metrics
         WHERE run_id = $1 AND key = $2
           ${after ? 'AND (timestamp, step, value) > ($4::bigint, $5::bigint, $6::float8)' : ''}
         ORDER BY timestamp, step, value LIMIT $3`,
        [runId, key, most + 1, ...(after ?? [])],
      );
    });
    const last = rows.length > most ? rows[most - 1] : undefined;
    const points = rows.slice(0, most).map((row) => toPoint(key, row));
    if (!last) return { points };
    const token = encodePageToken([last.timestamp, last.step, String(last.value)], identity);
    return { points, nextPageToken: token };
  }

  /** The first `limit` points of each run in turn, until there are `limit` in all. */
  getOfRuns(workspaceId: string, { runIds, key, limit }: BulkQuery): Promise<RunMetricPoint[]> {
    checkBulk(runIds, limit, LARGEST_BULK);
    return this.askPoints(
      key,
      `SELECT DISTINCT ON (asked.position, metric.timestamp, metric.step, metric.value)
              metric.run_id AS "runId", metric.value, metric.timestamp, metric.step
       FROM unnest($3::text[]) WITH ORDINALITY AS asked (run_id, position)
       JOIN runs run ON run.run_id = asked.run_id
       JOIN experiments experiment ON experiment.id = run.experiment_id AND experiment.workspace_id = $1
       JOIN metrics metric ON metric.run_id = run.run_id AND metric.key = $2
       ORDER BY asked.position, metric.timestamp, metric.step, metric.value LIMIT $4`,
      [workspaceId, key, runIds, limit],
    );
  }

  /** For charts: at most `limit` points a run, evenly thinned, its first and last step among them. */
  getSampled(
    workspaceId: string,
    { runIds, key, limit }: BulkQuery,
    steps: StepRange | undefined,
  ): Promise<RunMetricPoint[]> {
    checkBulk(runIds, limit, 2500);
    return this.askPoints(
      key,
      `WITH points AS (
         SELECT DISTINCT metric.run_id, metric.step, metric.timestamp, metric.value FROM metrics metric
         JOIN runs run ON run.run_id = metric.run_id
         JOIN experiments experiment ON experiment.id = run.experiment_id AND experiment.workspace_id = $1
         WHERE metric.run_id = ANY($3) AND metric.key = $2
           AND ($5::bigint IS NULL OR metric.step BETWEEN $5 AND $6::bigint)
       ), numbered AS (
         SELECT points.*, row_number() OVER (PARTITION BY run_id ORDER BY step, timestamp, value) - 1 AS number,
                count(*) OVER (PARTITION BY run_id) AS total
         FROM points
       )
       SELECT run_id AS "runId", value, timestamp, step FROM numbered
       WHERE total <= $4 OR number = 0 OR number = total - 1
          OR number * ($4 - 1) / (total - 1) <> (number - 1) * ($4 - 1) / (total - 1)
       ORDER BY run_id, step, timestamp, value`,
      [workspaceId, key, runIds, Math.max(limit, 2), steps?.from ?? null, steps?.to ?? null],
    );
  }

  private async askPoints(
    key: string,
    sql: string,
    parameters: readonly unknown[],
  ): Promise<RunMetricPoint[]> {
    const rows = await askDatabase(this.dataSource, (manager) =>
      manager.query<PointRow[]>(sql, [...parameters]),
    );
    return rows.map((row) => ({ runId: row.runId, ...toPoint(key, row) }));
  }
}

function toPoint(key: string, { value, timestamp, step }: PointRow): MetricPoint {
  return { key, value, timestamp: Number(timestamp), step: Number(step) };
}

function checkBulk(runIds: readonly string[], limit: number, most: number): void {
  if (runIds.length === 0 || runIds.length > MOST_RUNS) {
    throw new Rejected(
      `The history of a metric can be read of 1 to ${MOST_RUNS} run_ids at once, not ${runIds.length}.`,
    );
  }
  if (limit < 1 || limit > most) {
    throw new Rejected(`max_results must be between 1 and ${most}, not ${limit}.`);
  }
}
