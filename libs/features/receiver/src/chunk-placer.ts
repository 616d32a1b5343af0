import { ExperimentDirectory, SamplingDirectory, SamplingLedger } from '@millrace/access';
import { isDecidedById, isInShare, Rejected } from '@millrace/domain';
import type { TraceChunk } from '@millrace/otlp';
import type { TraceRecordHeader } from '@millrace/ports';
import { Injectable } from '@nestjs/common';
import { ChunkMasker } from './chunk-masker.ts';
import { findPlaces, TOO_MANY } from './find-places.ts';
import type { Reservation } from './fairness/in-flight-budget.ts';
import type { Routing } from './receiver.service.ts';
import { ReceiverMetrics } from './receiver-metrics.ts';

/** A chunk that goes into the log, and as what. */
export interface PlacedChunk {
  readonly chunk: TraceChunk;
  readonly header: TraceRecordHeader;
}

/** Where the chunks of a request belong. */
export interface Placement {
  /** Masked by the rules of their experiment. */
  readonly placed: readonly PlacedChunk[];
  /** Accepted and not kept, by the sampling rule of their experiment. */
  readonly sampledOut: readonly PlacedChunk[];
  /** Why the others are left out. */
  readonly reasons: readonly string[];
}

/** Finds the experiment of each chunk, whether its trace is kept where its id alone decides that (docs/adr/0011), and what of it may be stored. */
@Injectable()
export class ChunkPlacer {
  constructor(
    private readonly experiments: ExperimentDirectory,
    private readonly sampling: SamplingDirectory,
    private readonly ledger: SamplingLedger,
    private readonly metrics: ReceiverMetrics,
    private readonly masker: ChunkMasker,
  ) {}

  /** The header decides for all; without it a resource may name its experiment. Throws Rejected and Unavailable. */
  async place(
    chunks: readonly TraceChunk[],
    { workspaceId, experimentId }: Pick<Routing, 'workspaceId' | 'experimentId'>,
    reservation: Reservation,
  ): Promise<Placement> {
    const common = await this.experiments.resolve(workspaceId, { experimentId });
    const named = new Set<string>();
    if (experimentId === undefined)
      for (const chunk of chunks) if (chunk.experimentId !== undefined) named.add(chunk.experimentId);
    const places = await findPlaces(named, (id) =>
      this.experiments.resolve(workspaceId, { experimentId: id }),
    );
    const receivedAt = Date.now();
    const reasons: string[] = [];
    const placed: PlacedChunk[] = [];
    for (const chunk of chunks) {
      const isNamed = chunk.experimentId !== undefined && experimentId === undefined;
      const place = isNamed ? (places.get(chunk.experimentId) ?? TOO_MANY) : common;
      if (place instanceof Rejected)
        reasons.push(`${chunk.spanCount} spans of trace ${chunk.traceId}: ${place.message}`);
      else placed.push({ chunk, header: { ...place, traceId: chunk.traceId, receivedAt } });
    }
    const { placed: kept, sampledOut } = await this.sample(placed);
    const masked = await this.masker.mask(kept, reservation);
    return { placed: masked.placed, sampledOut, reasons: [...reasons, ...masked.reasons] };
  }

  /** Counts what was not kept, once the rest of its request is in the log: a request sent again is not counted twice. */
  noteSampledOut(chunks: readonly PlacedChunk[]): void {
    for (const { chunk, header } of chunks) {
      const traces = chunk.hasRoot ? 1 : 0;
      this.ledger.noteDropped(header.experimentId, traces, chunk.spanCount);
      this.metrics.sampledOut(traces, chunk.spanCount);
    }
  }

  private async sample(placed: readonly PlacedChunk[]): Promise<Omit<Placement, 'reasons'>> {
    const known = this.sampling.rules();
    const rules = 'then' in known ? await known : known;
    if (rules.size === 0) return { placed, sampledOut: [] };
    const isKept = ({ header }: PlacedChunk): boolean => {
      const rule = rules.get(header.experimentId);
      return rule === undefined || !isDecidedById(rule) || isInShare(header.traceId, rule.share);
    };
    return { placed: placed.filter(isKept), sampledOut: placed.filter((chunk) => !isKept(chunk)) };
  }
}
