import { createHash, randomUUID } from 'node:crypto';
import { storedAssessment, type Assessment, type NewAssessment } from '@millrace/domain';

/**
 * The assessment with an id and times where it lacks them. With a time of the client's the id follows from the content, so a
 * repeated call makes the same assessment; `position` tells those of one call apart.
 */
export function completeAssessment(
  given: NewAssessment,
  traceId: string,
  now: number,
  position?: number,
): Assessment {
  const createdAt = given.createdAt ?? now;
  const assessment = { ...given, id: given.id ?? '', createdAt, updatedAt: given.updatedAt ?? createdAt };
  if (given.id !== undefined) return assessment;
  const isRepeatable = position !== undefined || given.createdAt !== undefined;
  const prefix = position?.toString(16).padStart(4, '0') ?? '';
  return { ...assessment, id: isRepeatable ? idOf(given, assessment, [traceId, prefix]) : randomId() };
}

/**
 * Times made here are left out: they differ from call to call. The position comes first, because those of one call are
 * listed by their ids.
 */
function idOf(
  given: NewAssessment,
  assessment: Assessment,
  [traceId, prefix]: readonly [traceId: string, prefix: string],
): string {
  const told = storedAssessment({
    ...assessment,
    createdAt: given.createdAt ?? 0,
    updatedAt: given.updatedAt ?? 0,
  });
  const hash = createHash('sha256')
    .update(JSON.stringify([traceId, told]))
    .digest('hex');
  return `a-${(prefix + hash).slice(0, 32)}`;
}

function randomId(): string {
  return `a-${randomUUID().replaceAll('-', '')}`;
}
