import { Rejected } from '@millrace/domain';
import { splitTraces } from '@millrace/otlp';
import { Injectable } from '@nestjs/common';
import { ChunkAppender } from './chunk-appender.ts';
import { ChunkPlacer } from './chunk-placer.ts';
import { describeReasons } from './describe-reasons.ts';
import type { Reservation } from './fairness/in-flight-budget.ts';
import { Intake, type Place } from './fairness/intake.ts';
import { ReceiverMetrics } from './receiver-metrics.ts';
import { ReceiverOptions } from './receiver.config.ts';

/** What the request says about where its spans belong. */
export interface Routing extends Place {
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
    private readonly intake: Intake,
    private readonly placer: ChunkPlacer,
    private readonly appender: ChunkAppender,
    private readonly metrics: ReceiverMetrics,
    private readonly options: ReceiverOptions,
  ) {}

  /**
   * Throws Rejected when the whole request is refused for good (malformed, too large, an experiment that does not exist), Throttled when
   * the sender is over a limit or over its share, and Unavailable when the client should send it again.
   */
  async accept(read: ReadRequest, routing: Routing): Promise<Acceptance> {
    const reservation = await this.intake.open(routing);
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
    const bytes = body.byteLength;
    await this.intake.waitTurn(routing, bytes);
    const split = splitTraces(body, this.options.limits);
    this.intake.take(routing, { spans: split.spanCount, bytes });
    const chunkBytes = split.chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0);
    reservation.reserve(Math.max(0, chunkBytes - bytes));
    const { placed, sampledOut, reasons } = await this.placer.place(split.chunks, routing, reservation);
    await this.appender.append(placed, runId);
    this.placer.noteSampledOut(sampledOut);
    const acceptedSpans = [...placed, ...sampledOut].reduce((sum, { chunk }) => sum + chunk.spanCount, 0);
    this.intake.count(routing, { spans: acceptedSpans, bytes });
    const rejectedSpans = split.rejectedCount + split.spanCount - acceptedSpans;
    return { acceptedSpans, rejectedSpans, message: describeReasons([...split.reasons, ...reasons]) };
  }
}
