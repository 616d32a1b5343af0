/** HTTP status of each MLflow error code. Source: mlflow.exceptions.ERROR_CODE_TO_HTTP_STATUS. */
const STATUS = {
  INVALID_PARAMETER_VALUE: 400,
  BAD_REQUEST: 400,
  RESOURCE_ALREADY_EXISTS: 400,
  UNAUTHENTICATED: 401,
  PERMISSION_DENIED: 403,
  RESOURCE_DOES_NOT_EXIST: 404,
  ENDPOINT_NOT_FOUND: 404,
  RESOURCE_CONFLICT: 409,
  REQUEST_LIMIT_EXCEEDED: 429,
  INTERNAL_ERROR: 500,
  NOT_IMPLEMENTED: 501,
  TEMPORARILY_UNAVAILABLE: 503,
} as const;

export type MlflowErrorCode = keyof typeof STATUS;
/** All codes there are. */
export const MLFLOW_ERROR_CODES: readonly string[] = Object.keys(STATUS);

/** An error as the MLflow client understands it. */
export class MlflowError extends Error {
  override readonly name = 'MlflowError';

  constructor(
    readonly errorCode: MlflowErrorCode,
    message: string,
  ) {
    super(message);
  }

  get status(): number {
    return STATUS[this.errorCode];
  }
}
