import { Rejected, Unavailable } from '@millrace/domain';
import type { S3Config } from './s3.config.ts';

const RETRY_MS = 5_000;
/** What only an operator can repair is not worth a try every few seconds. */
const REPAIR_MS = 30_000;

/** What the SDK tells of a failure: its own, Node's and S3's mixed. */
interface Failure {
  readonly name: string;
  readonly message: string;
  readonly code: string | undefined;
  readonly status: number | undefined;
}

type Advice = (config: S3Config) => string;

const CREDENTIALS: Advice = () =>
  'set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY to credentials that it knows';
const RIGHTS: Advice = ({ bucket }) =>
  `allow these credentials s3:PutObject, s3:GetObject, s3:DeleteObject, s3:AbortMultipartUpload and s3:ListBucket on ${bucket}`;
const REGION: Advice = () => 'set ?region= of MILLRACE_BLOB_URL to the region of the bucket';

/** What an operator can do about an error of S3, by its code. */
const ADVICE: Readonly<Record<string, Advice>> = {
  NoSuchBucket: ({ bucket }) => `create the bucket ${bucket}, or name another in MILLRACE_BLOB_URL`,
  InvalidBucketName: () => 'name another bucket in MILLRACE_BLOB_URL',
  InvalidAccessKeyId: CREDENTIALS,
  SignatureDoesNotMatch: CREDENTIALS,
  ExpiredToken: CREDENTIALS,
  InvalidToken: CREDENTIALS,
  CredentialsProviderError: CREDENTIALS,
  AccessDenied: RIGHTS,
  AllAccessDisabled: RIGHTS,
  PermanentRedirect: REGION,
  AuthorizationHeaderMalformed: REGION,
  IllegalLocationConstraintException: REGION,
  RequestTimeTooSkewed: () => 'set the clock of this machine',
};

const OVERLOADED = new Set(['SlowDown', 'ServiceUnavailable', 'TooManyRequests', 'RequestLimitExceeded']);

/** The error of an S3 call as one that crosses the port: what happened and what to do. */
export function portError(error: unknown, what: string, config: S3Config): Error {
  const failure = failureOf(error);
  if (failure.name === 'EntityTooLarge') {
    return new Rejected(`can't ${what}: it is too large for the S3 server`, 'too-large', { cause: error });
  }
  const reason = `can't ${what} in ${placeOf(config)} (${reasonOf(failure)})`;
  const advice = ADVICE[failure.name] ?? (failure.status === 403 ? RIGHTS : undefined);
  if (advice) return new Unavailable(`${reason}: ${advice(config)}`, REPAIR_MS, { cause: error });
  return new Unavailable(`${reason}: ${hint(failure)}`, RETRY_MS, { cause: error });
}

/** The code of S3 for a failure, e.g. `PreconditionFailed`. */
export function codeOf(error: unknown): string {
  return failureOf(error).name;
}

function hint({ status, name, message }: Failure): string {
  if (/checksum/i.test(message)) return 'its bytes changed on the server or on the way; restore the object';
  if (OVERLOADED.has(name) || status === 429) return 'it asks for fewer requests; they are sent again later';
  if (status !== undefined && status >= 500) return 'the server has a fault; see its log';
  if (status !== undefined)
    return 'the server refuses the request; check MILLRACE_BLOB_URL and what the server supports';
  return 'check that the server runs and is reached at that address';
}

function placeOf({ bucket, endpoint, region }: S3Config): string {
  return `the bucket ${bucket} of ${endpoint ?? `S3 in ${region}`}`;
}

function reasonOf({ name, message, code, status }: Failure): string {
  const parts = [name === 'Error' ? undefined : name, code, status, message];
  return [...new Set(parts.filter((part) => part !== undefined && part !== '').map(String))].join(' ');
}

function failureOf(error: unknown): Failure {
  if (!(error instanceof Error))
    return { name: 'Error', message: String(error), code: undefined, status: undefined };
  // Node tells each address it tried in an error of its own and leaves the message empty.
  const message = error instanceof AggregateError ? error.errors.map(messageOf).join(', ') : error.message;
  return {
    name: nameOf(error),
    message,
    code: 'code' in error && typeof error.code === 'string' ? error.code : undefined,
    status: '$metadata' in error ? statusOf(error.$metadata) : undefined,
  };
}

/** A HEAD has no body, so some servers' errors have no code but the status. */
function nameOf(error: Error): string {
  return 'Code' in error && typeof error.Code === 'string' ? error.Code : error.name;
}

function statusOf(metadata: unknown): number | undefined {
  const { httpStatusCode } = Object(metadata) as { readonly httpStatusCode?: unknown };
  return typeof httpStatusCode === 'number' ? httpStatusCode : undefined;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
