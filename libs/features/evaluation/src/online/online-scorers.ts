import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { askDatabase } from '@millrace/access';
import { parseFilter, Rejected, type Filter } from '@millrace/domain';
import { loadScorer, type Subject } from '@millrace/scorers';
import { EvaluationOptions } from '../evaluation.config.ts';
import type { PinnedScorer } from '../judging/judged-scorer.ts';
import { nameEndpoint } from '../judging/name-endpoint.ts';

/** A scorer that judges new traces or sessions, in its newest version. */
export interface OnlineScorer {
  readonly scorer: PinnedScorer & { readonly scorerId: string };
  readonly level: Subject['level'];
  /** Above 0, up to 1. */
  readonly sampleRate: number;
  readonly filter: Filter | undefined;
  /** Traces that completed before are not judged; milliseconds since the epoch. */
  readonly activeSince: number;
}

interface OnlineRow {
  readonly scorer_id: string;
  readonly name: string;
  readonly version: number;
  readonly definition: string;
  readonly endpoint: string | null;
  readonly sample_rate: number;
  readonly filter: string | null;
  readonly active_since: string;
}

interface Known {
  readonly scorers: Promise<readonly OnlineScorer[]>;
  readonly askedAt: number;
}

const FRESH_MS = 3_000;
/** Of the quiet before a trace completes. */
const FRESH_SHARE = 0.5;
const MOST_EXPERIMENTS = 1_000;

const NEWEST_OF_EXPERIMENT = `
SELECT DISTINCT ON (scorer.id) scorer.id AS scorer_id, scorer.name, version.version, version.definition,
  endpoint.name AS endpoint, online.sample_rate, online.filter, online.active_since
FROM online_scoring_configs online
JOIN experiments experiment ON experiment.id = online.experiment_id AND experiment.lifecycle_stage = 'active'
JOIN scorers scorer ON scorer.id = online.scorer_id
JOIN scorer_versions version ON version.scorer_id = scorer.id
LEFT JOIN gateway_endpoints endpoint ON endpoint.id = version.endpoint_id
WHERE online.experiment_id = $1 AND online.sample_rate > 0
ORDER BY scorer.id, version.version DESC`;

/** Which scorers judge the new traces of an experiment. Answers may be 3 s old, but a scorer is known before what began after its start completes. */
@Injectable()
export class OnlineScorers {
  private readonly logger = new Logger('OnlineScoring');
  private readonly known = new Map<number, Known>();
  private readonly told = new Set<string>();
  private readonly freshMs: number;

  constructor(
    private readonly dataSource: DataSource,
    { config }: EvaluationOptions,
  ) {
    this.freshMs = Math.min(FRESH_MS, FRESH_SHARE * config.online.completionIdleMs);
  }

  /** One that can't be run here is left out, and the log says why. Throws Unavailable while PostgreSQL is down. */
  of(experimentId: number): Promise<readonly OnlineScorer[]> {
    const known = this.known.get(experimentId);
    if (known && Date.now() - known.askedAt < this.freshMs) return known.scorers;
    const scorers = askDatabase(this.dataSource, (manager) => this.read(manager, experimentId));
    scorers.catch(() => this.known.delete(experimentId));
    this.known.delete(experimentId);
    this.known.set(experimentId, { scorers, askedAt: Date.now() });
    for (const oldest of this.known.keys()) {
      if (this.known.size <= MOST_EXPERIMENTS) break;
      this.known.delete(oldest);
    }
    return scorers;
  }

  private async read(manager: EntityManager, experimentId: number): Promise<readonly OnlineScorer[]> {
    const rows: OnlineRow[] = await manager.query(NEWEST_OF_EXPERIMENT, [experimentId]);
    return rows.flatMap((row) => this.usable(row));
  }

  private usable(row: OnlineRow): OnlineScorer[] {
    try {
      return [toOnlineScorer(row)];
    } catch (error) {
      if (!(error instanceof Rejected)) throw error;
      const text = `Scorer '${row.name}' (version ${row.version}) does not judge new traces: ${error.message}`;
      if (!this.told.has(text)) this.logger.warn(text);
      this.told.add(text);
      return [];
    }
  }
}

function toOnlineScorer(row: OnlineRow): OnlineScorer {
  const { scorer_id: scorerId, name, version } = row;
  const definition = row.endpoint === null ? row.definition : nameEndpoint(row.definition, row.endpoint);
  const { level } = loadScorer(definition, name);
  return {
    scorer: { scorerId, name, version, definition },
    level,
    sampleRate: row.sample_rate,
    filter: row.filter === null ? undefined : parseFilter(row.filter),
    activeSince: Number(row.active_since),
  };
}
