import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { readParquet, type ParquetTable } from './read-parquet.ts';

export interface ExportedFile {
  readonly table: 'traces' | 'spans';
  readonly key: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

export interface ExportRun {
  readonly run_id: string;
  readonly from: string;
  readonly to: string;
  readonly state: string;
  readonly failure?: string;
  readonly complete_to?: string;
  readonly files: readonly ExportedFile[];
}

export interface ExportSchedule {
  readonly schedule_id: string;
  readonly name: string;
  readonly is_enabled: boolean;
  readonly keep_days?: number;
  readonly next_run_time?: string;
  readonly latest_run?: ExportRun;
}

export interface Manifest {
  readonly schema_version: number;
  readonly run_id: string;
  readonly from: string;
  readonly to: string;
  readonly complete_to: string;
  readonly files: readonly ExportedFile[];
}

/** A window read back as a stranger would: the manifest, then what it names. */
export interface ReadWindow {
  readonly manifest: Manifest;
  readonly traces: ParquetTable;
  readonly spans: ParquetTable;
}

const PATIENCE_MS = 60_000;
const SCHEDULES = '/api/v1/export-schedules';

/** Asks a Millrace for exports. */
export class ExportClient {
  constructor(readonly url: string) {}

  async call(method: string, path: string, body?: object) {
    const answer = await fetch(`${this.url}${path}`, {
      method,
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) };
  }

  async ask<Answer>(method: string, path: string, body?: object): Promise<Answer> {
    const { status, bytes } = await this.call(method, path, body);
    if (status >= 300) throw new Error(`${method} ${path}: ${status} ${bytes.toString()}`);
    return (bytes.length === 0 ? undefined : JSON.parse(bytes.toString())) as Answer;
  }

  create(body: object): Promise<ExportSchedule> {
    return this.ask('POST', SCHEDULES, body);
  }

  async runs(scheduleId: string): Promise<readonly ExportRun[]> {
    return (await this.ask<{ runs: ExportRun[] }>('GET', `${SCHEDULES}/${scheduleId}/runs`)).runs;
  }

  /** Asks for the windows between two times, and waits until they have ended. */
  async exportNow(scheduleId: string, from: number, to: number): Promise<readonly ExportRun[]> {
    const window = { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
    const { runs } = await this.ask<{ runs: ExportRun[] }>('POST', `${SCHEDULES}/${scheduleId}/runs`, window);
    const ids = new Set(runs.map(({ run_id: id }) => id));
    const all = await this.until(scheduleId, (found) =>
      found
        .filter(({ run_id: id }) => ids.has(id))
        .every(({ state }) => state === 'done' || state === 'failed'),
    );
    return all.filter(({ run_id: id }) => ids.has(id));
  }

  async until(
    scheduleId: string,
    isSo: (runs: readonly ExportRun[]) => boolean,
    everyMs = 100,
  ): Promise<readonly ExportRun[]> {
    let runs: readonly ExportRun[] = [];
    for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await sleep(everyMs)) {
      runs = await this.runs(scheduleId);
      if (isSo(runs)) return runs;
    }
    throw new Error(`the exports never came so far: ${JSON.stringify(runs)}`);
  }

  /** Throws unless every file is as its manifest says. */
  async read(scheduleId: string, { run_id: runId }: ExportRun): Promise<ReadWindow> {
    const fileOf = async (name: string): Promise<Buffer> => {
      const path = `${SCHEDULES}/${scheduleId}/runs/${runId}/files/${name}`;
      const { status, bytes } = await this.call('GET', path);
      if (status !== 200) throw new Error(`${path}: ${status} ${bytes.toString()}`);
      return bytes;
    };
    const manifest = JSON.parse((await fileOf('manifest.json')).toString()) as Manifest;
    const tableOf = async (table: ExportedFile['table']): Promise<ParquetTable> => {
      const told = manifest.files.find((file) => file.table === table);
      const bytes = await fileOf(`${table}.parquet`);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const read = await readParquet(bytes);
      const found = { rows: read.rows.length, bytes: bytes.length, sha256 };
      if (
        JSON.stringify(found) !==
        JSON.stringify({ rows: told?.rows, bytes: told?.bytes, sha256: told?.sha256 })
      )
        throw new Error(`${table}: ${JSON.stringify(found)} where the manifest says ${JSON.stringify(told)}`);
      return read;
    };
    return { manifest, traces: await tableOf('traces'), spans: await tableOf('spans') };
  }
}
