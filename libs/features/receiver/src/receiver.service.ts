import { ExperimentDirectory, type ExperimentPlace } from '@millrace/access';
import { Rejected, Unavailable } from '@millrace/domain';
import { splitTraces, type TraceChunk } from '@millrace/otlp';
import {
  BlobStore,
  SpanLog,
  encodeEntriesRecord,
  encodeSpansRecord,
  logKey,
  type BlobClaim,
  type LogRecord,
  type TraceRecordHeader,
} from '@millrace/ports';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { ReceiverMetrics } from './receiver-metrics.ts';
import { ReceiverOptions } from './receiver.config.ts';

/** What the request says about where its spans belong. */
export interface Routing {
  /** Header `x-mlflow-experiment-id`: for all spans of the request. */
  readonly experimentId: string | undefined;
  /** Header `x-mlflow-run-id`: traces whose root is in the request are linked to this run. */
  readonly runId: string | undefined;
}

/** For `partial_success`. */
export interface Acceptance {
  readonly acceptedSpans: number;
  readonly rejectedSpans: number;
  /** Why spans were rejected; empty when none was. */
  readonly message: string;
}

/** Takes OTLP requests into the log: when `accept` resolves, every accepted span survives the death of any process. */
@Injectable()
export class ReceiverService {
  private bytesInFlight = 0;

  constructor(
    private readonly log: SpanLog,
    private readonly blobs: BlobStore,
    private readonly experiments: ExperimentDirectory,
    private readonly metrics: ReceiverMetrics,
    private readonly options: ReceiverOptions,
  ) {}

  /**
   * `body` is an ExportTraceServiceRequest in protobuf. Throws Rejected when the whole request is refused for good (malformed, too
   * large, an experiment that does not exist) and Unavailable when the client should send it again.
   */
  async accept(body: Uint8Array, routing: Routing): Promise<Acceptance> {
    const { maxInFlightBytes } = this.options.limits;
    if (this.bytesInFlight > 0 && this.bytesInFlight + body.byteLength > maxInFlightBytes) {
      throw new Unavailable(
        `more than ${maxInFlightBytes} bytes of requests are being worked on; send this one again later`,
      );
    }
    this.bytesInFlight += body.byteLength;
    try {
      const acceptance = await this.store(body, routing);
      this.metrics.requestAccepted(body.byteLength, acceptance);
      return acceptance;
    } finally {
      this.bytesInFlight -= body.byteLength;
    }
  }

  private async store(body: Uint8Array, routing: Routing): Promise<Acceptance> {
    const place = await this.experiments.resolve({ experimentId: routing.experimentId });
    const split = splitTraces(body, this.options.limits);
    const reasons = [...split.reasons];
    let acceptedSpans = 0;
    const records: LogRecord[] = [];
    const links: LogRecord[] = [];
    const receivedAt = Date.now();
    for (const chunk of split.chunks) {
      const chunkPlace = await this.placeOf(chunk, routing, place);
      if (chunkPlace instanceof Rejected) {
        reasons.push(`${chunk.spanCount} spans of trace ${chunk.traceId}: ${chunkPlace.message}`);
        continue;
      }
      acceptedSpans += chunk.spanCount;
      const header: TraceRecordHeader = { ...chunkPlace, traceId: chunk.traceId, receivedAt };
      const key = logKey(header.workspaceId, header.traceId);
      const claims = chunk.claims.length === 0 ? [] : await this.putClaims(header, chunk);
      records.push({ key, value: encodeSpansRecord(header, chunk.parts, claims) });
      if (routing.runId !== undefined && chunk.hasRoot) {
        links.push({
          key,
          value: encodeEntriesRecord(header, [{ kind: 'run', key: routing.runId, value: '' }]),
        });
      }
    }
    if (records.length > 0) await this.log.append([...records, ...links]);
    const rejectedSpans = split.rejectedCount + split.spanCount - acceptedSpans;
    return { acceptedSpans, rejectedSpans, message: reasons.join('; ') };
  }

  /** The header decides for all; without it a resource may name its experiment. */
  private async placeOf(
    chunk: TraceChunk,
    routing: Routing,
    place: ExperimentPlace,
  ): Promise<ExperimentPlace | Rejected> {
    if (routing.experimentId !== undefined || chunk.experimentId === undefined) return place;
    try {
      return await this.experiments.resolve({ experimentId: chunk.experimentId });
    } catch (error) {
      if (error instanceof Rejected) return error;
      throw error;
    }
  }

  /** The same value of the same trace is one blob, so that sending again costs nothing. */
  private putClaims(
    { workspaceId, experimentId, traceId }: TraceRecordHeader,
    chunk: TraceChunk,
  ): Promise<BlobClaim[]> {
    return Promise.all(
      chunk.claims.map(async ({ spanId, attribute, value }) => {
        const blob = `${workspaceId}/${experimentId}/${traceId}/${createHash('sha256').update(value).digest('hex')}`;
        await this.blobs.put(blob, value);
        return { spanId, attribute, blob, bytes: value.byteLength };
      }),
    );
  }
}
