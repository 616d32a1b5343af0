/** What JSON can say. */
export type JsonValue =
  null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** Who or what made an assessment. */
export interface AssessmentSource {
  readonly type: AssessmentSourceType;
  readonly id: string | undefined;
}

export type AssessmentSourceType = 'human' | 'judge' | 'code' | 'unknown';

/** Why a feedback has no value, or none to be trusted. */
export interface AssessmentError {
  readonly code: string | undefined;
  readonly message: string | undefined;
  readonly stackTrace: string | undefined;
}

/** What was found to be so. */
export interface FeedbackContent {
  readonly kind: 'feedback';
  readonly value: JsonValue;
  readonly error: AssessmentError | undefined;
}

/** What should be so. */
export interface ExpectationContent {
  readonly kind: 'expectation';
  readonly value: JsonValue;
  /** The JSON text that the value was told as; absent when it was told as a value. */
  readonly text: string | undefined;
}

/** The trace shows an issue, whose id is the assessment's name. */
export interface IssueContent {
  readonly kind: 'issue';
  readonly issueName: string;
}

export type AssessmentContent = FeedbackContent | ExpectationContent | IssueContent;
export type AssessmentKind = AssessmentContent['kind'];

/** What somebody or something says about the quality of a trace or of one of its spans. */
export interface Assessment {
  /** Unique within its trace. */
  readonly id: string;
  /** Several of a trace may share one. */
  readonly name: string;
  /** 16 lower-case hex digits; absent: it is about the whole trace. */
  readonly spanId: string | undefined;
  readonly source: AssessmentSource;
  readonly content: AssessmentContent;
  readonly rationale: string | undefined;
  readonly metadata: ReadonlyMap<string, string>;
  /** Id of the assessment of this trace that it stands for from now on. */
  readonly overrides: string | undefined;
  /** False once another one overrides it. */
  readonly isValid: boolean;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** An assessment before it has an id. */
export type NewAssessment = Omit<Assessment, 'id' | 'createdAt' | 'updatedAt'> & {
  readonly id: string | undefined;
  readonly createdAt: number | undefined;
  readonly updatedAt: number | undefined;
};

/** What of an assessment is said anew; an absent field stays. */
export interface AssessmentUpdate {
  readonly name?: string | undefined;
  readonly content?: AssessmentContent | undefined;
  readonly rationale?: string | undefined;
  /** Merged key by key. */
  readonly metadata?: ReadonlyMap<string, string> | undefined;
  readonly isValid?: boolean | undefined;
}
