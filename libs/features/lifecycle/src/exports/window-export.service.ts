import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { parseFilter } from '@millrace/domain';
import {
  FileStore,
  JobPostponed,
  SpanLog,
  TableExport,
  type TraceSearch,
  type WholeSearch,
} from '@millrace/ports';
import { ExperimentChoice } from '@millrace/trace-access';
import {
  EXPORTED_TABLES,
  fileName,
  windowPrefix,
  writeManifest,
  type ExportedFile,
  type ExportedTable,
  type ExportManifest,
} from './export-manifest.ts';
import type { ExportRun } from './export-run.ts';
import type { ExportSchedule } from './export-schedule.ts';

const BARRIER_MS = 10_000;
const AGAIN_MS = 2_000;
const NANOS_PER_MS = 1_000_000n;

/** Writes the files of a window. To do it again writes over them. */
@Injectable()
export class WindowExport {
  constructor(
    private readonly log: SpanLog,
    private readonly tables: TableExport,
    private readonly files: FileStore,
    private readonly experiments: ExperimentChoice,
  ) {}

  /** Throws JobPostponed while what was acknowledged is not stored; Rejected, Unavailable. */
  async write(schedule: ExportSchedule, run: ExportRun, stop: AbortSignal): Promise<ExportManifest> {
    const completeTo = Date.now();
    const { isComplete } = await this.log.barrier({ timeoutMs: BARRIER_MS });
    if (!isComplete) throw new JobPostponed(AGAIN_MS);
    const search = await this.searchOf(schedule, run);
    const files: ExportedFile[] = [];
    for (const table of EXPORTED_TABLES) files.push(await this.writeTable(run, table, search, stop));
    return writeManifest(schedule, run, { completeTo, files });
  }

  private async searchOf(
    { workspaceId, experimentId, filter: text, includesJudgeTraces }: ExportSchedule,
    { from, to }: ExportRun,
  ): Promise<WholeSearch<TraceSearch>> {
    const filter = parseFilter(text);
    const named = experimentId === undefined ? undefined : [String(experimentId)];
    return {
      workspaceId,
      experimentIds: await this.experiments.choose(workspaceId, named),
      fromUnixNano: BigInt(from) * NANOS_PER_MS,
      toUnixNano: BigInt(to) * NANOS_PER_MS,
      leavesOutJudgeTraces: !includesJudgeTraces,
      order: [],
      ...(filter && { filter }),
    };
  }

  private async writeTable(
    run: ExportRun,
    table: ExportedTable,
    search: WholeSearch<TraceSearch>,
    stop: AbortSignal,
  ): Promise<ExportedFile> {
    const { rowCount: rows, bytes } =
      table === 'traces'
        ? await this.tables.countedTraces(search, 'parquet')
        : await this.tables.countedSpansOf(search, 'parquet');
    const key = windowPrefix(run, run) + fileName(table);
    const measured = new MeasuredBytes(bytes);
    await this.files.write(key, measured, stop);
    return { table, key, rows, bytes: measured.size, sha256: measured.digest() };
  }
}

/** Counts and hashes bytes on their way. */
class MeasuredBytes implements AsyncIterable<Uint8Array> {
  private readonly hash = createHash('sha256');
  size = 0;

  constructor(private readonly bytes: AsyncIterable<Uint8Array>) {}

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for await (const chunk of this.bytes) {
      this.hash.update(chunk);
      this.size += chunk.byteLength;
      yield chunk;
    }
  }

  digest(): string {
    return this.hash.digest('hex');
  }
}
