import { Rejected } from '@millrace/domain';
import { splitTraces } from '@millrace/otlp';
import {
  BlobStore,
  SpanLog,
  encodeEntriesRecord,
  encodeSpansRecord,
  logKey,
  type LogRecord,
} from '@millrace/ports';
import { Injectable } from '@nestjs/common';
import { ChunkPlacer, type PlacedChunk } from './chunk-placer.ts';
import { describeReasons } from './describe-reasons.ts';
import type { Reservation } from './in-flight-budget.ts';
import { ReceiverMetrics } from './receiver-metrics.ts';
import { ReceiverOptions } from './receiver.config.ts';
import { RequestClaims } from './request-claims.ts';

/** What the request says about where its spans belong. */
export interface Routing {
  /** Header `x-mlflow-workspace`, as it was found. */
  readonly workspaceId: string;
  /** Header `x-mlflow-experiment-id`, or the experiment of the caller's key: for all spans of the request. */
  readonly experimentId: string | undefined;
  /** Header `x-mlflow-run-id`: traces whose root is in the request are linked to this run. */
  readonly runId: string | undefined;
}

/** For `partial_success`. */
export interface Acceptance {
  /** Those that sampling did not keep included. */
  readonly acceptedSpans: number;
  readonly rejectedSpans: number;
  /** Why spans were rejected; empty when none was. */
  readonly message: string;
}

/** Gives an ExportTraceServiceRequest in protobuf; reserves the bytes it holds before it holds them. */
export type ReadRequest = (reservation: Reservation) => Promise<Uint8Array>;

/** As MLflow validates run ids (mlflow/utils/validation.py). */
const RUN_ID = /^[a-zA-Z0-9][\w-]{0,255}$/;

/** Takes OTLP requests into the log: when `accept` resolves, every accepted span survives the death of any process. */
@Injectable()
export class ReceiverService {
  constructor(
    private readonly log: SpanLog,
    private readonly blobs: BlobStore,
    private readonly placer: ChunkPlacer,
    private readonly metrics: ReceiverMetrics,
    private readonly options: ReceiverOptions,
  ) {}

  /**
   * Throws Rejected when the whole request is refused for good (malformed, too large, an experiment that does not exist) and
   * Unavailable when the client should send it again.
   */
  async accept(read: ReadRequest, routing: Routing): Promise<Acceptance> {
    const reservation = this.options.budget.open();
    try {
      const body = await read(reservation);
      const acceptance = await this.store(body, routing, reservation);
      this.metrics.requestAccepted(body.byteLength, acceptance);
      return acceptance;
    } finally {
      reservation.release();
    }
  }

  private async store(body: Uint8Array, routing: Routing, reservation: Reservation): Promise<Acceptance> {
    const { runId } = routing;
    if (runId !== undefined && !RUN_ID.test(runId))
      throw new Rejected('x-mlflow-run-id is not the id of a run; send the id that MLflow gave the run');
    const split = splitTraces(body, this.options.limits);
    const chunkBytes = split.chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0);
    reservation.reserve(Math.max(0, chunkBytes - body.byteLength));
    const { placed, sampledOut, reasons } = await this.placer.place(split.chunks, routing);
    const claims = new RequestClaims();
    const records = placed.map(({ chunk, header }): LogRecord => {
      const hasClaims = chunk.claims.length + chunk.resourceClaims.length > 0;
      const value = encodeSpansRecord(header, chunk.parts, hasClaims ? claims.collect(header, chunk) : []);
      return { key: logKey(header.workspaceId, header.traceId), value };
    });
    await claims.store(this.blobs);
    if (runId !== undefined) records.push(...runLinks(placed, runId));
    if (records.length > 0) await this.log.append(records);
    this.placer.noteSampledOut(sampledOut);
    const acceptedSpans = [...placed, ...sampledOut].reduce((sum, { chunk }) => sum + chunk.spanCount, 0);
    const rejectedSpans = split.rejectedCount + split.spanCount - acceptedSpans;
    return { acceptedSpans, rejectedSpans, message: describeReasons([...split.reasons, ...reasons]) };
  }
}

/** One for each trace, though its roots may stand in several chunks. */
function runLinks(placed: readonly PlacedChunk[], runId: string): LogRecord[] {
  const links = new Map<string, LogRecord>();
  for (const { chunk, header } of placed) {
    if (!chunk.hasRoot) continue;
    const key = logKey(header.workspaceId, header.traceId);
    if (links.has(key)) continue;
    const value = encodeEntriesRecord(header, [{ kind: 'run', key: runId, value: '' }]);
    links.set(key, { key, value });
  }
  return [...links.values()];
}
