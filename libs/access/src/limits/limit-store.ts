import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { askDatabase } from '../database/ask-database.ts';
import { RATE_KINDS, type Limits, type RateKind } from './limit-kinds.ts';
import { dayOf, type Demands, type Knowledge, type SpansAndBytes } from './subject-use.ts';

/** A workspace, or one of its keys. */
export interface LimitedSubject {
  readonly workspaceId: string;
  /** Empty: the workspace as a whole. */
  readonly keyId: string;
}

/** What a process tells the others of one subject. */
export interface SubjectReport {
  readonly subject: LimitedSubject;
  readonly sent: SpansAndBytes;
  readonly demands: ReadonlyMap<RateKind, number>;
}

interface SubjectRow {
  readonly workspace_id: string;
  readonly key_id: string;
  readonly limits: Limits | null;
  readonly day_spans: string;
  readonly day_bytes: string;
  readonly month_spans: string;
  readonly month_bytes: string;
  readonly demands: readonly (readonly [kind: string, perSecond: number])[] | null;
}

const READ = `
  SELECT subject.workspace_id, subject.key_id, own.limits, sent.*, asked.demands
  FROM unnest($1::text[], $2::text[]) AS subject (workspace_id, key_id)
  LEFT JOIN usage_limits own ON own.workspace_id = subject.workspace_id AND own.key_id = subject.key_id
  LEFT JOIN LATERAL (
    SELECT coalesce(sum(spans) FILTER (WHERE day = $3::date), 0) AS day_spans,
           coalesce(sum(bytes) FILTER (WHERE day = $3::date), 0) AS day_bytes,
           coalesce(sum(spans), 0) AS month_spans, coalesce(sum(bytes), 0) AS month_bytes
    FROM usage_counts counted
    WHERE counted.workspace_id = subject.workspace_id AND counted.key_id = subject.key_id
      AND day BETWEEN date_trunc('month', $3::date) AND $3::date
  ) sent ON true
  LEFT JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_array(kind, per_second)) AS demands
    FROM limit_demands other
    WHERE other.workspace_id = subject.workspace_id AND other.key_id = subject.key_id
      AND other.process_id <> $4 AND other.seen_at > now() - interval '5 seconds'
  ) asked ON true`;

// A workspace that is gone is counted no more.
const COUNT = `
  INSERT INTO usage_counts AS known (workspace_id, key_id, day, spans, bytes)
  SELECT sent.workspace_id, sent.key_id, $1::date, sent.spans, sent.bytes
  FROM unnest($2::text[], $3::text[], $4::bigint[], $5::bigint[]) AS sent (workspace_id, key_id, spans, bytes)
  JOIN workspaces ON workspaces.id = sent.workspace_id
  ORDER BY sent.workspace_id, sent.key_id
  ON CONFLICT (workspace_id, key_id, day) DO UPDATE SET
    spans = known.spans + EXCLUDED.spans, bytes = known.bytes + EXCLUDED.bytes`;

const ASK = `
  INSERT INTO limit_demands (process_id, workspace_id, key_id, kind, per_second, seen_at)
  SELECT $1, asked.*, now()
  FROM unnest($2::text[], $3::text[], $4::text[], $5::double precision[]) AS asked
  ON CONFLICT (workspace_id, key_id, kind, process_id) DO UPDATE SET
    per_second = EXCLUDED.per_second, seen_at = EXCLUDED.seen_at`;

const FORGET = "DELETE FROM limit_demands WHERE seen_at < now() - interval '1 minute'";

/** Limits and what was used of them, in PostgreSQL, where the processes of an installation tell each other of it. */
@Injectable()
export class LimitStore {
  private readonly processId = randomUUID();

  constructor(private readonly dataSource: DataSource) {}

  /** What is known of each, by `subjectKey`. Throws Unavailable. */
  async read(subjects: readonly LimitedSubject[], now: number): Promise<Map<string, Knowledge>> {
    if (subjects.length === 0) return new Map();
    const today = dayOf(now);
    const rows = await this.ask<SubjectRow[]>(READ, [
      subjects.map(({ workspaceId }) => workspaceId),
      subjects.map(({ keyId }) => keyId),
      today,
      this.processId,
    ]);
    return new Map(
      rows.map((row) => [
        subjectKey({ workspaceId: row.workspace_id, keyId: row.key_id }),
        toKnowledge(row, today),
      ]),
    );
  }

  /** Adds what was sent. Throws Unavailable: then it is not known whether it was added. */
  async count(reports: readonly SubjectReport[], now: number): Promise<void> {
    const sent = reports.filter(({ sent: { spans, bytes } }) => spans + bytes > 0);
    if (sent.length === 0) return;
    await this.ask(COUNT, [
      dayOf(now),
      sent.map(({ subject }) => subject.workspaceId),
      sent.map(({ subject }) => subject.keyId),
      sent.map((report) => report.sent.spans),
      sent.map((report) => report.sent.bytes),
    ]);
  }

  /** Tells the other processes what this one asks for. Throws Unavailable. */
  async tellDemands(reports: readonly SubjectReport[]): Promise<void> {
    const asked = reports.flatMap(({ subject: { workspaceId, keyId }, demands }) =>
      [...demands].map(([kind, perSecond]) => ({ workspaceId, keyId, kind, perSecond })),
    );
    if (asked.length === 0) return;
    await this.ask(ASK, [
      this.processId,
      asked.map(({ workspaceId }) => workspaceId),
      asked.map(({ keyId }) => keyId),
      asked.map(({ kind }) => kind),
      asked.map(({ perSecond }) => perSecond),
    ]);
  }

  /** Lets go of what processes asked for that are gone. Throws Unavailable. */
  async forgetOld(): Promise<void> {
    await this.ask(FORGET, []);
  }

  private ask<Result>(sql: string, values: readonly unknown[]): Promise<Result> {
    return askDatabase(this.dataSource, (manager) => manager.query<Result>(sql, [...values]));
  }
}

/** Names of workspaces have no space. */
export function subjectKey({ workspaceId, keyId }: LimitedSubject): string {
  return `${workspaceId} ${keyId}`;
}

function toKnowledge(row: SubjectRow, today: string): Knowledge {
  const demands: Demands = Object.fromEntries(
    RATE_KINDS.map((kind) => [
      kind,
      (row.demands ?? []).filter(([asked]) => asked === kind).map(([, perSecond]) => perSecond),
    ]),
  );
  return {
    limits: row.limits ?? {},
    stored: {
      today,
      day: { spans: Number(row.day_spans), bytes: Number(row.day_bytes) },
      month: { spans: Number(row.month_spans), bytes: Number(row.month_bytes) },
    },
    demands,
  };
}
