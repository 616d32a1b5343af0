import { Injectable } from '@nestjs/common';
import {
  assessmentChanges,
  assessmentEntry,
  assessmentRemoval,
  checkAssessment,
  checkAssessmentUpdate,
  parseAssessment,
  Rejected,
  withUpdate,
  type Assessment,
  type AssessmentContent,
  type AssessmentUpdate,
  type NewAssessment,
  type TraceRow,
} from '@millrace/domain';
import { TraceChangesService, TracesService } from '@millrace/trace-access';
import { completeAssessment } from './complete-assessment.ts';
import { listAssessments } from './list-assessments.ts';

/** Where an assessment stands. */
export interface AssessmentPlace {
  readonly workspaceId: string;
  readonly traceId: string;
}

/** What people, judges and code say about stored traces. Durable on return; throws Unavailable, Rejected. */
@Injectable()
export class AssessmentsService {
  constructor(
    private readonly traces: TracesService,
    private readonly changes: TraceChangesService,
  ) {}

  /** Oldest first. */
  async list(place: AssessmentPlace): Promise<Assessment[]> {
    return listAssessments(await this.row(place));
  }

  async get(place: AssessmentPlace, id: string): Promise<Assessment> {
    return required(await this.row(place), id);
  }

  /** Said twice with the same time and content it is one assessment, since a client repeats a call whose answer got lost. */
  async create(place: AssessmentPlace, given: NewAssessment): Promise<Assessment> {
    const row = await this.row(place);
    const assessment = completeAssessment(given, place.traceId, Date.now());
    checkAssessment(assessment);
    if (given.id !== undefined && row.assessments.has(given.id)) {
      throw new Rejected(
        `Trace 'tr-${row.traceId}' has an assessment with ID '${given.id}' already: update it, or leave the ID out.`,
        'already-exists',
      );
    }
    if (assessment.overrides !== undefined) required(row, assessment.overrides);
    await this.changes.change([row], [assessmentEntry(assessment)]);
    return assessment;
  }

  /** Appends only what the update names, so a concurrent one of other fields stands beside it. */
  async update(place: AssessmentPlace, id: string, update: AssessmentUpdate): Promise<Assessment> {
    const row = await this.row(place);
    const current = required(row, id);
    checkAssessmentUpdate(update);
    if (update.content && update.content.kind !== current.content.kind) {
      throw otherKind(update.content, current.content);
    }
    const now = Math.max(Date.now(), current.updatedAt + 1);
    const updated = withUpdate(current, update, now);
    checkAssessment(updated);
    await this.changes.change([row], assessmentChanges(id, update, now));
    return updated;
  }

  /** No fault if there is none; one that it overrode counts again. */
  async delete(place: AssessmentPlace, id: string): Promise<void> {
    const row = await this.row(place);
    const current = find(row, id);
    await this.changes.change(
      [row],
      current ? assessmentRemoval(current) : [{ kind: 'assessment', key: id }],
    );
  }

  private row({ workspaceId, traceId }: AssessmentPlace): Promise<TraceRow> {
    return this.traces.get(workspaceId, traceId);
  }
}

function find(row: TraceRow, id: string): Assessment | undefined {
  const text = row.assessments.get(id);
  return text === undefined ? undefined : parseAssessment(text);
}

function required(row: TraceRow, id: string): Assessment {
  const found = find(row, id);
  if (found) return found;
  throw new Rejected(`Assessment with ID '${id}' not found for trace 'tr-${row.traceId}'`, 'not-found');
}

function otherKind(given: AssessmentContent, current: AssessmentContent): Rejected {
  const kind = current.kind.slice(0, 1).toUpperCase() + current.kind.slice(1);
  return new Rejected(
    `Cannot update ${given.kind} value on ${/^[aeiou]/i.test(kind) ? 'an' : 'a'} ${kind} assessment.`,
  );
}
