import type { components } from '@millrace/api-client';
import type { JsonValue } from '@millrace/domain';
import { flush } from '@millrace/tracing';
import { camel, type Camel } from '../connection/camel.ts';
import type { Connection } from '../connection/connection.ts';
import { NotFoundError } from '../connection/millrace-error.ts';

/** What a person, a judge or code says about a trace or a span of it. */
export type Assessment = Camel<components['schemas']['Assessment']>;

export interface AssessmentSource {
  readonly type: 'human' | 'judge' | 'code';
  /** Who: a user, a model, a check. */
  readonly id?: string;
}

interface AssessmentPlace {
  /** 32 hex digits, with or without `tr-` before them. */
  readonly traceId: string;
  /** 16 hex digits; the whole trace when absent. */
  readonly spanId?: string;
}

interface Said {
  readonly name: string;
  readonly metadata?: Readonly<Record<string, string>>;
  readonly source?: AssessmentSource;
}

/** Why there is no value, or none to be trusted. */
export interface AssessmentError {
  readonly code?: string;
  readonly message?: string;
  readonly stackTrace?: string;
}

export type NewFeedback = AssessmentPlace &
  Said & {
    /** Why. */
    readonly rationale?: string;
    /** Id of the feedback that this one stands for from now on. */
    readonly overrides?: string;
  } & (
    | { readonly value: JsonValue; readonly error?: AssessmentError }
    | { readonly value?: undefined; readonly error: AssessmentError }
  );

/** What should be so. */
export type NewExpectation = AssessmentPlace & Said & { readonly value: JsonValue };

export interface AssessmentChange {
  readonly name?: string;
  readonly value?: JsonValue;
  readonly error?: AssessmentError;
  readonly rationale?: string;
  /** Merged key by key. */
  readonly metadata?: Readonly<Record<string, string>>;
}

export type Override = Pick<AssessmentChange, 'rationale' | 'metadata'> & {
  readonly value: JsonValue;
  readonly source?: AssessmentSource;
};

type Body = components['schemas']['CreateAssessmentBody'];
type Change = components['schemas']['UpdateAssessmentBody'];

const BY_CODE = { type: 'code', id: 'default' } as const;
const BY_HUMAN = { type: 'human', id: 'default' } as const;

/** What is said about the traces of a Millrace. Right after a trace ended it is sent first. */
export class Assessments {
  private readonly connection: Connection;

  constructor(connection: Connection) {
    this.connection = connection;
  }

  /** Said by code unless a source is given. Throws NotFoundError where there is no such trace. */
  logFeedback(feedback: NewFeedback): Promise<Assessment> {
    const { rationale, overrides, error } = feedback;
    return this.create(feedback.traceId, {
      ...commonOf(feedback, BY_CODE),
      kind: 'feedback',
      ...(rationale !== undefined && { rationale }),
      ...(overrides !== undefined && { overrides }),
      ...(error && { error: errorOf(error) }),
    });
  }

  /** Said by a person unless a source is given. Throws NotFoundError where there is no such trace. */
  logExpectation(expectation: NewExpectation): Promise<Assessment> {
    return this.create(expectation.traceId, { ...commonOf(expectation, BY_HUMAN), kind: 'expectation' });
  }

  /** Says better what somebody said: theirs stays, and counts no more until this one is deleted. A person's unless a source is given. */
  async override(traceId: string, assessmentId: string, better: Override): Promise<Assessment> {
    const former = await this.get(traceId, assessmentId);
    const { value, rationale, metadata = {}, source = BY_HUMAN } = better;
    return this.create(traceId, {
      name: former.name,
      kind: former.kind,
      value,
      metadata,
      source,
      overrides: assessmentId,
      ...(former.spanId !== undefined && { span_id: former.spanId }),
      ...(rationale !== undefined && { rationale }),
    } as Body);
  }

  /** What is absent stays as it is. Throws NotFoundError. */
  async update(traceId: string, assessmentId: string, change: AssessmentChange): Promise<Assessment> {
    const { error, ...rest } = change;
    const body = { ...rest, ...(error && { error: errorOf(error) }) } as Change;
    return camel(
      await this.sentFirst(() =>
        this.connection.take((api) =>
          api.PATCH('/api/v1/traces/{trace_id}/assessments/{assessment_id}', {
            params: pathOf(traceId, assessmentId),
            body,
          }),
        ),
      ),
    );
  }

  /** Takes it back; one that it overrode counts again. No fault if there is none. */
  async delete(traceId: string, assessmentId: string): Promise<void> {
    const params = pathOf(traceId, assessmentId);
    await this.connection.take((api) =>
      api.DELETE('/api/v1/traces/{trace_id}/assessments/{assessment_id}', { params }),
    );
  }

  /** Throws NotFoundError. */
  async get(traceId: string, assessmentId: string): Promise<Assessment> {
    const params = { ...pathOf(traceId, assessmentId), query: { consistency: 'strong' as const } };
    return camel(
      await this.connection.take((api) =>
        api.GET('/api/v1/traces/{trace_id}/assessments/{assessment_id}', { params }),
      ),
    );
  }

  /** All that was said of a trace, the oldest first; what another one overrides too. */
  async list(traceId: string): Promise<readonly Assessment[]> {
    const params = { path: { trace_id: traceId }, query: { consistency: 'strong' as const } };
    const { assessments } = await this.connection.take((api) =>
      api.GET('/api/v1/traces/{trace_id}/assessments', { params }),
    );
    return assessments.map(camel);
  }

  private async create(traceId: string, body: Body): Promise<Assessment> {
    const params = { path: { trace_id: traceId } };
    return camel(
      await this.sentFirst(() =>
        this.connection.take((api) => api.POST('/api/v1/traces/{trace_id}/assessments', { params, body })),
      ),
    );
  }

  /** What is not there may be a trace that this process has not sent yet. */
  private async sentFirst<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    return ask().catch(async (error: unknown) => {
      if (!(error instanceof NotFoundError)) throw error;
      await flush();
      return ask();
    });
  }
}

function commonOf(
  {
    name,
    value,
    spanId,
    metadata = {},
    source,
  }: AssessmentPlace & Said & { readonly value?: JsonValue | undefined },
  usualSource: AssessmentSource,
): Body {
  return {
    name,
    metadata,
    source: source ?? usualSource,
    ...(value !== undefined && { value }),
    ...(spanId !== undefined && { span_id: spanId }),
  } as Body;
}

function errorOf({ code, message, stackTrace }: AssessmentError): NonNullable<Body['error']> {
  return {
    ...(code !== undefined && { code }),
    ...(message !== undefined && { message }),
    ...(stackTrace !== undefined && { stack_trace: stackTrace }),
  };
}

function pathOf(traceId: string, assessmentId: string) {
  return { path: { trace_id: traceId, assessment_id: assessmentId } };
}
