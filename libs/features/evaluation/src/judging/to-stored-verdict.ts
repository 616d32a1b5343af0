import type { JudgedSubject, JudgingCause, PinnedScorer } from './judged-scorer.ts';
import type { Scored } from './run-scorer.ts';
import { assessmentId, scorerKey, verdictId } from './verdict-ids.ts';
import { StoredVerdict } from './verdict.entity.ts';

/** What is stored of a scoring. */
export function toStoredVerdict(
  subject: JudgedSubject,
  scorer: PinnedScorer,
  cause: JudgingCause,
  { outcome, source, bill }: Scored,
): StoredVerdict {
  const id = verdictId(subject, scorer, cause);
  const findings = outcome.kind === 'scored' ? outcome.verdicts : [];
  const assessments = outcome.kind === 'failed' ? 1 : findings.length;
  return Object.assign(new StoredVerdict(), {
    id,
    workspaceId: subject.workspaceId,
    experimentId: subject.experimentId,
    level: subject.level,
    traceId: subject.traceId,
    traceVersion: subject.version,
    sessionId: subject.subject.level === 'session' ? subject.subject.sessionId : null,
    scorerKey: scorerKey(scorer),
    scorerId: scorer.scorerId ?? null,
    scorerName: scorer.name,
    scorerVersion: scorer.version ?? null,
    sourceType: source.type,
    sourceId: source.id ?? null,
    causeKind: cause.kind,
    causeId: cause.id,
    runId: cause.runId ?? null,
    state: outcome.kind,
    // PostgreSQL keeps no NUL in a text.
    reason: outcome.kind === 'scored' ? null : outcome.reason.replaceAll('\0', ''),
    findings: JSON.stringify(findings),
    assessmentIds: Array.from({ length: assessments }, (_, place) => assessmentId(id, place)),
    ...bill,
    isPublic: cause.publish,
    supersedes: cause.supersedes ?? false,
    judgedAt: Date.now(),
    publishedAt: null,
  });
}
