import { createHash } from 'node:crypto';
import type { JudgedSubject, JudgingCause, PinnedScorer } from './judged-scorer.ts';

/** What makes a judging the same one: told twice it has the same id. */
export function verdictId(subject: JudgedSubject, scorer: PinnedScorer, cause: JudgingCause): string {
  const { workspaceId, traceId, version, subject: judged } = subject;
  const sessionId = judged.level === 'session' ? judged.sessionId : undefined;
  const { name, version: scorerVersion, definition } = scorer;
  const what = [workspaceId, subject.level, traceId, sessionId, String(version)];
  return hash([...what, scorerKey(scorer), name, scorerVersion, definition, cause.kind, cause.id], 32);
}

/** The same for every version of a scorer. */
export function scorerKey({ scorerId, name }: PinnedScorer): string {
  return scorerId ?? `name ${name}`;
}

/** Of the assessment that tells the finding at this place of a verdict. */
export function assessmentId(verdict: string, position: number): string {
  return `a-${hash([verdict, position], 32)}`;
}

/** 64 hexadecimal digits or fewer; absent parts count too. */
export function hash(parts: readonly unknown[], digits = 64): string {
  const text = JSON.stringify(parts.map((part) => part ?? null));
  return createHash('sha256').update(text).digest('hex').slice(0, digits);
}
