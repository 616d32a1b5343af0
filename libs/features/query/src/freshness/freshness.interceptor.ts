import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { catchError, from, switchMap, type Observable, type OperatorFunction } from 'rxjs';
import { requestWorkspace } from '@millrace/access';
import { Rejected, Unavailable } from '@millrace/domain';
import { logKey } from '@millrace/ports';
import { parseTraceId } from '../traces/trace-id.ts';
import { COMPLETE_TO_HEADER, FreshnessService } from './freshness.service.ts';

interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly params: unknown;
  readonly query: unknown;
  readonly headers: Readonly<Record<string, unknown>>;
}

interface HttpReply {
  header(name: string, value: string): unknown;
}

const MLFLOW_SURFACE = /^\/(ajax-)?api\/[23]\.0\//;

/**
 * Says with every answer how complete what it read is, and holds a read back until it sees all that was acknowledged before:
 * on the MLflow surface always (its client reads what it has just written), elsewhere when asked, when it changes a trace, or when the trace it names is
 * not there. A trace not found although the wait ran out may still arrive, so that is no 404.
 */
@Injectable()
export class FreshnessInterceptor implements NestInterceptor {
  constructor(private readonly freshness: FreshnessService) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const request = http.getRequest<HttpRequest>();
    const isWaiting = MLFLOW_SURFACE.test(request.url) || isStrong(request) || isChange(request);
    const freshness = isWaiting
      ? await this.freshness.waitComplete(keyOf(request))
      : await this.freshness.current();
    if (freshness.completeTo !== undefined) {
      void http
        .getResponse<HttpReply>()
        .header(COMPLETE_TO_HEADER, new Date(freshness.completeTo).toISOString());
    }
    const found = isWaiting ? next.handle() : next.handle().pipe(this.onceMore(next, keyOf(request)));
    return found.pipe(
      catchError((error: unknown) => {
        if (!isWaiting || !isNotFound(error) || freshness.isComplete) throw error;
        throw new Unavailable(`${error.message} It may still be on its way: ask again.`, 1000, {
          cause: error,
        });
      }),
    );
  }

  /** A trace that an answer of ours has just named may not be stored yet: a read that misses it waits, then looks again. */
  private onceMore(next: CallHandler, key: string | undefined): OperatorFunction<unknown, unknown> {
    return catchError((error: unknown) => {
      if (key === undefined || !isNotFound(error)) throw error;
      return from(this.freshness.waitComplete(key)).pipe(switchMap(() => next.handle()));
    });
  }
}

function isNotFound(error: unknown): error is Rejected {
  return error instanceof Rejected && error.reason === 'not-found';
}

function isStrong({ query, headers }: HttpRequest): boolean {
  return fieldOf(query, 'consistency') === 'strong' || headers['x-millrace-read-after'] === 'now';
}

/** What is said about a trace follows from what it is. */
function isChange({ method, params }: HttpRequest): boolean {
  return method !== 'GET' && fieldOf(params, 'trace_id') !== undefined;
}

/** The log's key of the one trace a request is about. */
function keyOf(request: HttpRequest): string | undefined {
  const { params, query } = request;
  const id = fieldOf(params, 'trace_id') ?? fieldOf(params, 'request_id') ?? fieldOf(query, 'trace_id');
  const traceId = id === undefined ? undefined : parseTraceId(id);
  return traceId === undefined ? undefined : logKey(requestWorkspace(request), traceId);
}

function fieldOf(fields: unknown, name: string): string | undefined {
  const value: unknown =
    typeof fields === 'object' && fields !== null ? Reflect.get(fields, name) : undefined;
  return typeof value === 'string' ? value : undefined;
}
