import { ProtobufTraceSerializer } from '@opentelemetry/otlp-transformer';
import type { ReadableSpan } from '@opentelemetry/sdk-trace';
import { localRootOf, type LocalRoot } from '../spans/local-root.ts';
import { asExported } from './exported-span.ts';
import type { Deadline, MillraceConnection } from './millrace-connection.ts';
import { tellTrace } from './trace-facts.ts';

/** Sends spans by OTLP, and after them what was said of their traces. Rejects for what Millrace does not take. */
export class SpanExporter {
  private readonly connection: MillraceConnection;

  constructor(connection: MillraceConnection) {
    this.connection = connection;
  }

  async send(spans: readonly ReadableSpan[], deadline: Deadline): Promise<void> {
    await this.sendSpans(spans, deadline);
    for (const root of endedRoots(spans)) await tellTrace(this.connection, root, deadline);
  }

  private async sendSpans(spans: readonly ReadableSpan[], deadline: Deadline): Promise<void> {
    const experimentId = await this.connection.experimentId(deadline);
    const body = ProtobufTraceSerializer.serializeRequest(spans.map(asExported));
    if (!body) throw new Error('they could not be written as OTLP');
    const headers = {
      'content-type': 'application/x-protobuf',
      ...(experimentId !== undefined && { 'x-mlflow-experiment-id': experimentId }),
    };
    const answer = await this.connection.send(
      { method: 'POST', path: '/v1/traces', headers, body: body as Uint8Array<ArrayBuffer> },
      deadline,
    );
    const rejected = ProtobufTraceSerializer.deserializeResponse(new Uint8Array(await answer.arrayBuffer()));
    const { rejectedSpans, errorMessage } = rejected.partialSuccess ?? {};
    if (Number(rejectedSpans) > 0)
      throw new Error(`Millrace refused ${rejectedSpans} of them: ${errorMessage}`);
  }
}

/** Bytes that wait with a span to be sent, beside those of the span itself. */
export function bytesBeside(span: ReadableSpan): number {
  const root = localRootOf(span);
  return root?.span === (span as object) ? root.attachedBytes : 0;
}

function endedRoots(spans: readonly ReadableSpan[]): ReadonlySet<LocalRoot> {
  const roots = new Set<LocalRoot>();
  for (const span of spans) {
    const root = localRootOf(span);
    if (root && !root.span.isRecording()) roots.add(root);
  }
  return roots;
}
