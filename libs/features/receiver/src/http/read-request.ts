import { limitedSubjects, requestPrincipal, requestWorkspace } from '@millrace/access';
import { Rejected } from '@millrace/domain';
import type { OtlpFormat } from '@millrace/otlp';
import type { FastifyRequest } from 'fastify';
import { experimentOf } from '../experiment-of.ts';
import type { Reservation } from '../fairness/in-flight-budget.ts';
import type { ReceiverLimits } from '../receiver.config.ts';
import type { Routing } from '../receiver.service.ts';
import { decompress } from './decompress.ts';
import { formatOf } from './otlp-format.ts';

/** The body of an OTLP request, decompressed; its bytes are reserved before they are held. */
export async function readBody(
  request: FastifyRequest,
  { maxRequestBytes, maxDecompressedBytes }: ReceiverLimits,
  reservation: Reservation,
): Promise<Uint8Array> {
  const sent = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  if (sent.length > maxRequestBytes)
    throw new Rejected(
      `the request has ${sent.length} bytes; at most ${maxRequestBytes} are taken: send smaller batches`,
      'too-large',
    );
  reservation.reserve(sent.length);
  return decompress(sent, request.headers['content-encoding'], {
    maxBytes: maxDecompressedBytes,
    reserve: (bytes) => reservation.reserve(bytes),
  });
}

/** Throws Rejected for a type that OTLP does not know. */
export function requireFormat(contentType: string | undefined): OtlpFormat {
  const format = formatOf(contentType);
  if (format) return format;
  throw new Rejected(
    `Content-Type '${contentType ?? 'none'}' is not supported; use application/x-protobuf or application/json`,
    'unsupported-type',
  );
}

/** Where the headers say that the request belongs. */
export function routingOf(request: FastifyRequest): Routing {
  const { headers } = request;
  const [workspaceId, principal] = [requestWorkspace(request), requestPrincipal(request)];
  return {
    workspaceId,
    subjects: limitedSubjects(workspaceId, principal),
    experimentId: single(headers['x-mlflow-experiment-id']) ?? experimentOf(principal),
    runId: single(headers['x-mlflow-run-id']),
  };
}

function single(header: string | string[] | undefined): string | undefined {
  const value = Array.isArray(header) ? header[0] : header;
  return value === undefined || value === '' ? undefined : value;
}
