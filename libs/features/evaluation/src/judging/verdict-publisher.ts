import { Injectable } from '@nestjs/common';
import { askDatabase } from '@millrace/access';
import { assessmentChanges, assessmentEntry } from '@millrace/domain';
import type { EntryChange } from '@millrace/ports';
import { Gathering } from '@millrace/service-kit';
import { MaskedLog, type Telling } from '@millrace/trace-access';
import { DataSource, In, type EntityManager } from 'typeorm';
import { toAssessments } from './to-assessments.ts';
import { StoredVerdict } from './verdict.entity.ts';

const VERDICTS_AT_ONCE = 100;

/**
 * Tells stored verdicts: as assessments of their traces, in the log. Told again it changes nothing, for ids, times and content
 * follow from what is stored. Throws Unavailable.
 */
@Injectable()
export class VerdictPublisher {
  private readonly telling: Gathering<StoredVerdict, void>;

  constructor(
    dataSource: DataSource,
    private readonly log: MaskedLog,
  ) {
    this.telling = new Gathering(
      async (verdicts) => {
        await askDatabase(dataSource, (manager) => this.tell(manager, verdicts));
        return verdicts.map(() => undefined);
      },
      { most: VERDICTS_AT_ONCE },
    );
  }

  async publish(verdicts: readonly StoredVerdict[]): Promise<void> {
    const untold = verdicts.filter(({ isPublic, publishedAt }) => isPublic && !publishedAt);
    await Promise.all(untold.map((verdict) => this.telling.do(verdict)));
  }

  /** As part of the transaction of `manager`. */
  async tell(manager: EntityManager, untold: readonly StoredVerdict[]): Promise<void> {
    const others = await findOthers(manager, untold);
    await this.log.append(untold.flatMap((verdict) => tellingOf(verdict, others)));
    const ids = untold.map(({ id }) => id);
    await manager.query('UPDATE verdicts SET published_at = $2 WHERE id = ANY($1)', [ids, Date.now()]);
  }
}

/** Verdicts on other versions of the same traces by the same scorers. */
async function findOthers(
  manager: EntityManager,
  untold: readonly StoredVerdict[],
): Promise<StoredVerdict[]> {
  const superseding = untold.filter(({ supersedes }) => supersedes);
  if (superseding.length === 0) return [];
  return manager.findBy(StoredVerdict, {
    traceId: In([...new Set(superseding.map(({ traceId }) => traceId))]),
    scorerKey: In([...new Set(superseding.map(({ scorerKey }) => scorerKey))]),
    supersedes: true,
  });
}

/** None when a later version of the trace was judged in the meantime: that verdict stands. */
function tellingOf(verdict: StoredVerdict, others: readonly StoredVerdict[]): Telling[] {
  const { workspaceId, experimentId, traceId, traceVersion, judgedAt } = verdict;
  const rivals = verdict.supersedes ? others.filter((other) => isRival(verdict, other)) : [];
  if (rivals.some((other) => other.traceVersion > traceVersion)) return [];
  const before = rivals.reduce<StoredVerdict | undefined>(
    (latest, other) => (latest && latest.traceVersion > other.traceVersion ? latest : other),
    undefined,
  );
  const entries = entriesOf(verdict, before);
  if (entries.length === 0) return [];
  const header = { workspaceId, experimentId, traceId, receivedAt: judgedAt };
  return [{ header, entries }];
}

function isRival(verdict: StoredVerdict, other: StoredVerdict): boolean {
  const keys = ['workspaceId', 'traceId', 'level', 'scorerKey', 'causeKind', 'causeId'] as const;
  if (other.id === verdict.id || other.traceVersion === verdict.traceVersion) return false;
  if ((other.sessionId ?? undefined) !== (verdict.sessionId ?? undefined)) return false;
  return keys.every((key) => other[key] === verdict[key]);
}

/** Each overrides the one of the same name and span on the version before; one without a successor stands no longer. */
function entriesOf(verdict: StoredVerdict, before: StoredVerdict | undefined): EntryChange[] {
  const left = before ? toAssessments(before) : [];
  const entries: EntryChange[] = toAssessments(verdict).map((assessment) => {
    const place = left.findIndex(
      ({ name, spanId }) => name === assessment.name && spanId === assessment.spanId,
    );
    const [overridden] = place === -1 ? [] : left.splice(place, 1);
    return assessmentEntry({ ...assessment, overrides: overridden?.id });
  });
  const orphans = left.flatMap(({ id }) => assessmentChanges(id, { isValid: false }, verdict.judgedAt));
  return [...entries, ...orphans];
}
